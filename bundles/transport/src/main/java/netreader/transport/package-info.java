/** Connections: the listener and its dialects on the server's side, the connector on the reader's. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package netreader.transport;
