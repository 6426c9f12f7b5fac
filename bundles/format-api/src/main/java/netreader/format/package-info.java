/** The format SPI: what a bundle implements so that NetReader can read one more kind of book. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package netreader.format;
