/** Tests whether a format keeps what the SPI promises: give {@code Conformance} your format and some files. */
package netreader.format.kit;
