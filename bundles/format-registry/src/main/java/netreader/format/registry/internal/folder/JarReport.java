package netreader.format.registry.internal.folder;

/**
 * What is to be said of a file of the folder.
 *
 * @param file its name
 * @param sentence for a person; names the file
 */
public record JarReport(String file, JarState state, String sentence) {}
