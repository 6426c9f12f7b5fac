/** Lays a part of a chapter out to pages and paints them, by openhtmltopdf. Knows nothing of books. */
package netreader.format.epub.layout;
