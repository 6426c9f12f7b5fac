package netreader.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import netreader.client.ShelfBook;
import netreader.ui.demo.FakeClient;
import netreader.ui.demo.FakeFormats;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyLabelTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private final ShelfBook book = client.painted("Persuasion", "Jane Austen");
    private CopyLabel label;

    @BeforeEach
    void make() throws Exception {
        UiContext context = new UiContext(
                client, new FakeFormats(), new Messages("en"), background, new Transfers(), new Preferences(data));
        EventQueue.invokeAndWait(() -> label = new CopyLabel(context));
    }

    @AfterEach
    void close() throws Exception {
        follow(Optional.empty());
        background.close();
    }

    @Test
    void itGrowsWithTheCopyAndGoesWhenAllIsHere() throws Exception {
        client.copyGrows(book, book.bytes() / 25);
        follow(Optional.of(book));
        await(() -> label.isVisible() && label.getText().equals("3.9 % here"));
        client.copyGrows(book, book.bytes() * 3 / 8);
        await(() -> label.getText().equals("37 % here"));
        client.copyIsHere(book);
        await(() -> !label.isVisible());
    }

    @Test
    void itNeverSaysAHundredBeforeTheCopyIsKnownToBeRight() throws Exception {
        client.copyGrows(book, book.bytes());
        follow(Optional.of(book));
        await(() -> label.getText().equals("99 % here"));
    }

    @Test
    void itDoesNotSpeakOfABookThatIsNotOnTheScreen() throws Exception {
        client.copyGrows(book, book.bytes() / 2);
        follow(Optional.of(book));
        await(label::isVisible);
        follow(Optional.empty());
        await(() -> !label.isVisible());
    }

    private void follow(Optional<ShelfBook> open) throws Exception {
        EventQueue.invokeAndWait(() -> label.follow(open));
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!call(condition)) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 15 s");
            Thread.sleep(20);
        }
    }

    private static boolean call(BooleanSupplier condition) throws Exception {
        FutureTask<Boolean> task = new FutureTask<>(condition::getAsBoolean);
        EventQueue.invokeAndWait(task);
        return task.get();
    }
}
