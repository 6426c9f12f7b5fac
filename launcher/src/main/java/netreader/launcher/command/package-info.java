/** The command line: what the words after {@code netreader} ask for. Starts nothing. */
package netreader.launcher.command;
