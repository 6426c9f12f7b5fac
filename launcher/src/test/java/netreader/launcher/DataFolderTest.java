package netreader.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderIsClaimedOnceAndThenFreeAgain() throws Exception {
        Path server = DataFolder.of(Optional.of(folder)).server();
        try (DataFolder.Claim claim = DataFolder.claim(server)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(claim.folder())));
            LaunchException taken = assertThrows(LaunchException.class, () -> DataFolder.claim(server));
            assertTrue(taken.getMessage().contains(server.toString()), taken.getMessage());
        }
        DataFolder.claim(server).close();
    }

    @Test
    void serverAndReaderDoNotStandInEachOthersWay() throws Exception {
        DataFolder data = DataFolder.of(Optional.of(folder));
        try (DataFolder.Claim server = DataFolder.claim(data.server());
                DataFolder.Claim reader = DataFolder.claim(data.reader())) {
            assertTrue(Files.isDirectory(server.folder()) && Files.isDirectory(reader.folder()));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        LaunchException problem = assertThrows(
                LaunchException.class,
                () -> DataFolder.claim(DataFolder.of(Optional.of(file)).server()));
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
    }

    @Test
    void everySystemHasItsUsualPlace() {
        assertEquals(Path.of("/h/.local/share/netreader"), DataFolder.usual(Map.of(), "Linux", "/h"));
        assertEquals(Path.of("/x/netreader"), DataFolder.usual(Map.of("XDG_DATA_HOME", "/x"), "Linux", "/h"));
        assertEquals(
                Path.of("/h/.local/share/netreader"), DataFolder.usual(Map.of("XDG_DATA_HOME", "x"), "Linux", "/h"));
        assertEquals(Path.of("/h/Library/Application Support/NetReader"), DataFolder.usual(Map.of(), "Mac OS X", "/h"));
        assertEquals(Path.of("/l/NetReader"), DataFolder.usual(Map.of("LOCALAPPDATA", "/l"), "Windows 11", "/h"));
    }
}
