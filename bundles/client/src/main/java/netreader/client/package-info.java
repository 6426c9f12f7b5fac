/** A reader without a screen: connection, shelf, copies on this computer, open books, reading state. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package netreader.client;
