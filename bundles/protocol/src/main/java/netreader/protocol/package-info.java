/** The framed protocol: messages, codec, error codes. docs/protocol.md is the specification. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package netreader.protocol;
