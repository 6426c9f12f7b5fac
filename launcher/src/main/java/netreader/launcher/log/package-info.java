/** What of the log goes to the screen and what to the data folder. */
package netreader.launcher.log;
