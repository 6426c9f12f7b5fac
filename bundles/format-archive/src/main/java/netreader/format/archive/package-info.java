/**
 * ZIP archives over a {@link netreader.format.BookSource}, their XML and their pictures, all within bounds. No bundle of
 * its own: each format that is an archive carries a copy, so that it travels alone.
 */
package netreader.format.archive;
