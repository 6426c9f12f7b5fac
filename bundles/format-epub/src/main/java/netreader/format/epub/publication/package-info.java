/** What an EPUB is: its container, its package document, its table of contents. Knows nothing of pages. */
package netreader.format.epub.publication;
