/** What the lines of a text file tell: its chapters, by rules that a person may edit, its title and its authors. */
package netreader.format.txt.chapters;
