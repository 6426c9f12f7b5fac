/** Cuts a text file into pages without reading all of it, and decodes pieces of it. */
package netreader.format.txt.paging;
