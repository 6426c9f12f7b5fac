package netreader.format.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.OpenOptions;
import netreader.format.Query;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caches and registries of the JDK outlive a format: none of them may hold its classes. */
class ClassesLeftBehindIT {
    private static final Path JAR = Path.of("target/format-epub-0.1.0.jar");

    @TempDir
    Path cache;

    /** The JDK and the SPI, as the framework gives them to the bundle; nothing else of the tests' class path. */
    private static final class SpiOnly extends ClassLoader {
        SpiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.matches("netreader\\.format\\.[A-Z].*")) {
                return BookFormat.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    @Test
    void aFormatThatHasGoneIsForgotten() throws Exception {
        byte[] bytes = new TestEpub()
                .chapter(
                        "a.xhtml",
                        "<p style='font-family: sans-serif'>Some <b>words</b></p><img src='p.png'/>"
                                + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>")
                .item("p.png", "image/png", "id='p'", TestEpub.png(20, 20, Color.RED))
                .bytes();
        WeakReference<ClassLoader> bundle = new WeakReference<>(read(bytes));
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (bundle.get() != null && Instant.now().isBefore(end)) {
            System.gc();
            Thread.onSpinWait();
        }
        assertNull(bundle.get(), "something holds the classes of a format that has gone");
    }

    private ClassLoader read(byte[] bytes) throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, new SpiOnly());
        Class<?> type = loader.loadClass("netreader.format.epub.EpubFormat");
        assertEquals(loader, type.getClassLoader());
        BookFormat format = (BookFormat) type.getConstructor().newInstance();
        try (Book book = format.open(BookSource.of(bytes), OpenOptions.defaults(cache))) {
            assertEquals("Some words", book.pageText(0).strip());
            assertTrue(book.cover(200, Work.UNCANCELLED).isPresent());
            assertEquals(
                    1,
                    book.find(new Query("words"), 0, 9, Work.UNCANCELLED).hits().size());
        }
        loader.close();
        return loader;
    }
}
