package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import netreader.launcher.FormatsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A format that was removed leaves nothing behind: whatever held on to it (a thread, a thread local, a provider of ImageIO or
 * of security, a shutdown hook, a JMX bean, a cache) would keep its class loader.
 */
class FormatLeaksIT {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int TIMES = 3;

    @TempDir
    private Path folder;

    @Test
    void aTextFormatLeavesNothing() throws Exception {
        assertLeavesNothing("format-txt", Installation.sampleLibrary().resolve("论语.txt"));
    }

    @Test
    void aPdfFormatLeavesNothing() throws Exception {
        assertLeavesNothing("format-pdf", Installation.sampleLibrary().resolve("唐诗三百首.pdf"));
    }

    @Test
    void aComicFormatLeavesNothing() throws Exception {
        assertLeavesNothing("format-comic", SmallBooks.comic(folder.resolve("small.cbz")));
    }

    @Test
    void anEpubFormatLeavesNothing() throws Exception {
        assertLeavesNothing("format-epub", SmallBooks.epub(folder.resolve("small.epub")));
    }

    @Test
    void aFormatOfSomebodyElseLeavesNothing() throws Exception {
        Path book = Files.writeString(folder.resolve("poem.lines"), "First line\nSecond line\n");
        assertLeavesNothing(TestFormat.jar(folder, "1.0.0", "one:"), book);
    }

    private void assertLeavesNothing(String bundle, Path book) throws Exception {
        Path jar = Installation.built().jars().stream()
                .filter(each -> each.getFileName().toString().startsWith(bundle + "-"))
                .findFirst()
                .orElseThrow();
        assertLeavesNothing(jar, book);
    }

    private void assertLeavesNothing(Path jar, Path book) throws Exception {
        Installation installation = Installation.copyTo(folder.resolve("installation"));
        try (Stream<Path> jars = Files.list(installation.bundles())) {
            for (Path each : jars.toList()) {
                Files.delete(each);
            }
        }
        String name = book.getFileName().toString();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (FormatsHere formats = FormatsHere.start(installation.home(), folder.resolve("data"))) {
            Traces before = Traces.here();
            Set<String> threads = Set.of();
            for (int i = 0; i < TIMES; i++) {
                Path dropped = Files.copy(jar, installation.bundles().resolve("dropped.jar"));
                await(() -> formats.loaderFor(name).isPresent());
                loaders.add(new WeakReference<>(formats.loaderFor(name).orElseThrow()));
                formats.read(book);
                Files.delete(dropped);
                await(() -> formats.loaderFor(name).isEmpty());
                if (i == 0) { // the JDK starts some of its own at the first book
                    await(() -> Traces.threads().stream().noneMatch(thread -> thread.startsWith("netreader-format-")));
                    threads = Traces.threads();
                }
            }
            awaitTraces(before); // the bundle may still be on its way
            Set<String> known = threads;
            await(() -> known.containsAll(Traces.threads()));
            // The JDK keeps the class of the record whose equals was linked last (ObjectMethods), until there is
            // another.
            for (WeakReference<ClassLoader> loader : loaders.subList(0, TIMES - 1)) {
                await(() -> {
                    System.gc();
                    return Optional.ofNullable(loader.get()).isEmpty();
                });
            }
        }
    }

    private static void awaitTraces(Traces before) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!Traces.here().equals(before) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertEquals(before, Traces.here());
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it took too long; a class loader may have leaked");
            Thread.sleep(50);
        }
    }
}
