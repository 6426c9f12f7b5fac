/** The reading commands: ls, info, page, toc, text, find, get and render, printed for people or as JSON. */
package netreader.cli;
