package netreader.catalogue.internal.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import netreader.catalogue.internal.TestFormats;
import netreader.catalogue.internal.store.Inspection;
import netreader.format.registry.FormatUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildInspectorTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final TestFormats formats = new TestFormats();
    private ChildInspector inspector;

    @BeforeEach
    void make() {
        inspector = inspector(TestWorker.command(), LONG, LONG);
    }

    @AfterEach
    void close() throws Exception {
        inspector.close();
    }

    @Test
    void aBookIsInspectedAsInThisProcess() throws Exception {
        Path book = book("Alice\nDown the Rabbit-Hole");
        Map<String, String> settings = Map.of("voice", "loud");
        InProcessInspector here = new InProcessInspector(formats, folder.resolve("formats"), CoverPicture::read);
        Inspection inspection = inspector.inspect("a.sheets", "SHEETS", book, settings);
        assertEquals(here.inspect("a.sheets", "SHEETS", book, settings), inspection);
        assertEquals("ALICE", inspection.title());
        assertTrue(inspection.cover().isPresent());
    }

    @Test
    void picturesAreReadByTheProcess() throws Exception {
        Path picture = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        assertEquals(CoverPicture.read(picture), inspector.read(picture));
        Path text = Files.writeString(folder.resolve("b.png"), "no picture at all");
        IOException refused = assertThrows(IOException.class, () -> inspector.read(text));
        assertEquals("it is no picture that Java can read", refused.getMessage());
    }

    @Test
    void oneProcessInspectsManyBooks() throws Exception {
        String first = inspect(HostileLines.WHO).title();
        assertEquals(first, inspect(HostileLines.WHO).title());
        assertNotEquals(Long.toString(ProcessHandle.current().pid()), first);
    }

    @Test
    void aBookThatHangsIsGivenUpAndTheNextIsInspected() throws Exception {
        inspector.close();
        inspector = inspector(TestWorker.command(), SHORT, LONG);
        assertGivenUp("Reading it took more than 2 s", "hang");
    }

    @Test
    void aBookThatEatsAllMemoryIsGivenUp() throws Exception {
        assertGivenUp("Reading it took more than 64 MB of memory", "eat");
    }

    @Test
    void aBookThatEndsItsProcessIsGivenUp() throws Exception {
        assertGivenUp("The process that read it ended unexpectedly", "exit");
    }

    @Test
    void aReplyThatIsNoneIsTheEndOfItsProcess() throws Exception {
        assertGivenUp("The process that read it answered what cannot be understood", "garble");
    }

    @Test
    void anEndlessReplyIsTheEndOfItsProcess() throws Exception {
        assertGivenUp("The process that read it ended unexpectedly", "chatter");
    }

    @Test
    void whatABookMakesTheProcessLogHoldsNobodyUp() throws Exception {
        assertEquals(Optional.empty(), inspect("talk").reason());
    }

    @Test
    void aBookWhoseProcessWasKilledIsTriedAgain() throws Exception {
        assertEquals(
                Optional.empty(), inspect("exitOnce " + folder.resolve("mark")).reason());
    }

    @Test
    void aCoverThatTakesTooLongCostsTheBookNothingElse() throws Exception {
        inspector.close();
        inspector = inspector(TestWorker.command(), LONG, SHORT);
        for (String deed : List.of("hangCover", "exitCover")) {
            Inspection inspection = inspect(deed + "\nand nine more");
            assertEquals(deed, inspection.title());
            assertEquals(Optional.empty(), inspection.reason());
            assertEquals(Optional.empty(), inspection.cover());
        }
        assertTrue(inspect("good").cover().isPresent());
    }

    @Test
    void anotherProcessIsStartedWhenTheFormatsAreOthers() throws Exception {
        String first = inspect(HostileLines.WHO).title();
        formats.setPresent(false);
        formats.setPresent(true);
        assertNotEquals(first, inspect(HostileLines.WHO).title());
        assertFalse(alive(first));
    }

    @Test
    void aProcessWithoutBooksIsEndedAndLeavesNothing() throws Exception {
        inspector.close();
        InspectionLimits limits = new InspectionLimits(LONG, LONG, 64, LONG, Duration.ofMillis(100));
        inspector = new ChildInspector(TestWorker.command(), folder, limits, formats);
        String first = inspect(HostileLines.WHO).title();
        while (alive(first) || Files.exists(folder.resolve("worker/1"))) {
            Thread.onSpinWait(); // the test's own timeout ends a wait in vain
        }
        assertNotEquals(first, inspect(HostileLines.WHO).title());
    }

    @Test
    void whatAKilledServerHasLeftIsRemoved() throws Exception {
        Path left = Files.createDirectories(folder.resolve("worker/7/felix"));
        Files.writeString(left.resolve("bundle"), "of a process that is no more");
        inspector.close();
        make();
        assertFalse(Files.exists(folder.resolve("worker/7")));
    }

    @Test
    void closingEndsAProcessInTheMiddleOfABook() throws Exception {
        Path mark = folder.resolve("mark");
        String first = inspect(HostileLines.WHO).title();
        CompletableFuture<Inspection> hanging = CompletableFuture.supplyAsync(() -> {
            try {
                Files.createFile(mark);
                return inspect("hang");
            } catch (IOException | FormatUnavailableException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!Files.exists(mark)) {
            Thread.onSpinWait();
        }
        inspector.close();
        ExecutionException failure = assertThrows(ExecutionException.class, () -> hanging.get(20, TimeUnit.SECONDS));
        assertTrue(failure.getMessage().contains("The server is stopping"), failure.getMessage());
        assertFalse(alive(first));
    }

    @Test
    void aFormatThatTheProcessDoesNotHaveIsWaitedFor() throws Exception {
        Path book = book("Alice");
        assertThrows(FormatUnavailableException.class, () -> inspector.inspect("a.x", "NEW", book, Map.of()));
    }

    @Test
    void aFileThatHasGoneSaysNothingOfTheBook() {
        Path gone = folder.resolve("gone.sheets");
        IOException e =
                assertThrows(IOException.class, () -> inspector.inspect("gone.sheets", "SHEETS", gone, Map.of()));
        assertTrue(e.getMessage().contains("gone.sheets"), e.getMessage());
    }

    @Test
    void aProcessThatCannotBeStartedSaysNothingOfTheBook() throws Exception {
        String java = TestWorker.command().get(0);
        for (List<String> command : List.of(
                List.<String>of(),
                List.of(folder.resolve("no-java").toString()),
                List.of(java, "-version"),
                List.of(java, "-Xmx99999999g"))) {
            inspector.close();
            inspector = inspector(command, LONG, LONG);
            Path book = book("Alice");
            for (int i = 0; i < 2; i++) {
                assertThrows(
                        WorkerUnavailableException.class,
                        () -> inspector.inspect("a.sheets", "SHEETS", book, Map.of()));
            }
            assertFalse(Files.exists(folder.resolve("worker/1")), "it leaves nothing");
        }
    }

    private void assertGivenUp(String reason, String text) throws Exception {
        Inspection inspection = inspect(text);
        assertEquals(Optional.of(reason), inspection.reason());
        assertEquals("a", inspection.title());
        assertEquals("good", inspect("good").title());
    }

    private Inspection inspect(String text) throws IOException, FormatUnavailableException {
        return inspector.inspect("a.sheets", "SHEETS", book(text), Map.of());
    }

    private Path book(String text) throws IOException {
        return Files.writeString(folder.resolve("a.sheets"), text);
    }

    private static boolean alive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    private ChildInspector inspector(List<String> command, Duration facts, Duration cover) {
        InspectionLimits limits = new InspectionLimits(facts, cover, 64, LONG, LONG);
        return new ChildInspector(command, folder, limits, formats);
    }
}
