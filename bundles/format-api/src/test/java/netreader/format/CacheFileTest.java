package netreader.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFileTest {
    private static final byte[] CONTENT = "what took long".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private Path folder() {
        return data.resolve("not/there/yet");
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    @Test
    void whatWasWrittenIsReadByWhatIsMadeOfTheSame() throws Exception {
        CacheFile.of(folder(), "pages", "a book").write(CONTENT);
        assertArrayEquals(
                CONTENT, CacheFile.of(folder(), "pages", "a book").read().orElseThrow());
        assertEquals(
                Optional.empty(), CacheFile.of(folder(), "pages", "another").read());
        assertEquals(
                Optional.empty(), CacheFile.of(folder(), "outline", "a book").read());
        assertEquals(1, files().size(), "nothing else is left");
    }

    @Test
    void aTornOrChangedFileIsAsGoodAsNone() throws Exception {
        CacheFile file = CacheFile.of(folder(), "pages", "a book");
        file.write(CONTENT);
        Path kept = files().get(0);
        byte[] bytes = Files.readAllBytes(kept);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(kept, Arrays.copyOf(bytes, length));
            assertEquals(Optional.empty(), file.read(), length + " bytes");
        }
        bytes[bytes.length - 1] ^= 1;
        Files.write(kept, bytes);
        assertEquals(Optional.empty(), file.read());
        file.write(CONTENT);
        assertTrue(file.read().isPresent());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure() throws Exception {
        Path notAFolder = Files.writeString(data.resolve("file"), "");
        CacheFile file = CacheFile.of(notAFolder, "pages", "a book");
        file.write(CONTENT);
        assertEquals(Optional.empty(), file.read());
    }

    @Test
    void notMoreThanSomeHundredStay() throws Exception {
        for (int i = 0; i < 320; i++) {
            CacheFile.of(folder(), "pages", "book " + i).write(CONTENT);
        }
        CacheFile.of(folder(), "outline", "a book").write(CONTENT);
        assertEquals(301, files().size());
        assertTrue(CacheFile.of(folder(), "pages", "book 319").read().isPresent());
    }
}
