/** The Unix domain socket on which the Felix shell answers the owner of the data folder. */
package netreader.shell;
