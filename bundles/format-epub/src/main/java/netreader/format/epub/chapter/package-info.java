/** The markup of one chapter, cut into parts that can be laid out, with a number for each place in it. */
package netreader.format.epub.chapter;
