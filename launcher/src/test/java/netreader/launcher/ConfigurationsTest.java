package netreader.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
    @TempDir
    private Path conf;

    @Test
    void aFileOfAFormatIsPushedAndMayNameTheFolderOfConfigurations() throws Exception {
        Files.writeString(conf.resolve("some.format.cfg"), "rules=${conf}/some.rules\n");
        Configurations configurations = Configurations.read(conf);
        assertEquals(Optional.of(conf.toAbsolutePath() + "/some.rules"), configurations.get("some.format", "rules"));
    }
}
