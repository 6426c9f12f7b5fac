/** What a text file is: its bytes, its charset, and where characters and lines begin in them. */
package netreader.format.txt.file;
