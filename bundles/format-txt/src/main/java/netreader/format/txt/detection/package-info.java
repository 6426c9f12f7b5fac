/** Finds the charset of a text file. */
package netreader.format.txt.detection;
