package netreader.format.txt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts of every kind, sound and damaged, with what is known of them; tests over them are skipped elsewhere. */
public final class Corpus {
    /** Beside the project, or beside the folder of its worktrees. */
    private static final Path FOLDER = Files.exists(Path.of("../../../shared/corpus"))
            ? Path.of("../../../shared/corpus")
            : Path.of("../../../../shared/corpus");

    private Corpus() {}

    /** A row of the manifest for each text: path, format, bytes … */
    public static List<String[]> texts() throws IOException {
        Path manifest = FOLDER.resolve("MANIFEST.tsv");
        assumeTrue(Files.exists(manifest), "no corpus at hand");
        return Files.readAllLines(manifest).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(row -> row[1].startsWith("TXT"))
                .toList();
    }

    /** A file, where the corpus is. */
    static Path file(String path) {
        assumeTrue(Files.isDirectory(FOLDER), "no corpus at hand");
        return FOLDER.resolve(path);
    }

    /** The text of a row. */
    public static byte[] bytes(String... row) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(row[0]));
    }
}
