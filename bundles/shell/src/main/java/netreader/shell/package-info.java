/**
 * What a bundle adds to the administration shell: commands that say what they want and answer with data. The shell
 * checks arguments, explains commands, and prints every answer as text or as JSON.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package netreader.shell;
