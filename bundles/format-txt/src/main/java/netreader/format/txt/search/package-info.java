/** Looks for words in a text file without decoding it. */
package netreader.format.txt.search;
