/** What a server knows: its books, their covers, where readers are, and the texts that are open. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package netreader.catalogue;
