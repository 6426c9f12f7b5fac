/** What is known of terminals. Bundles that print on one carry this package; it is no bundle of the installation. */
package netreader.terminal;
