package netreader.shell;

/** What a command has found out: data, which the shell prints as text for a person or as one JSON object on one line. */
public sealed interface Answer permits Table, Facts {}
