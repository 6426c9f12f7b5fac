package netreader.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    void aFormatOfSomebodyElseLeavesNothing() throws Exception {
        Path book = Files.writeString(folder.resolve("poem.lines"), "First line\nSecond line\n");
        assertLeavesNothing(TestFormat.jar(folder, "1.0.0", "one:"), book);
    }

    private void assertLeavesNothing(String bundle, Path book) throws Exception {
        try (Stream<Path> jars = Files.list(Installation.built().bundles())) {
            Path jar = jars.filter(each -> each.getFileName().toString().startsWith(bundle + "-"))
                    .findFirst()
                    .orElseThrow();
            assertLeavesNothing(jar, book);
        }
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
            for (int i = 0; i < TIMES; i++) {
                Path dropped = Files.copy(jar, installation.bundles().resolve("dropped.jar"));
                await(() -> formats.loaderFor(name).isPresent());
                loaders.add(new WeakReference<>(formats.loaderFor(name).orElseThrow()));
                formats.read(book);
                Files.delete(dropped);
                await(() -> formats.loaderFor(name).isEmpty());
            }
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
