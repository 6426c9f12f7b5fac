package netreader.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import netreader.launcher.HeadlessReader;

/** How long it takes until a format that is put into the folder, or taken out of it, is noticed by a server and two readers. */
final class FormatTimes {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int DROPPED_MS = 2000;

    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    private interface Condition {
        boolean holds() throws IOException;
    }

    /** {@code FormatTimes FOLDER ROUNDS}: prints the medians and the longest, in milliseconds. */
    public static void main(String[] arguments) throws Exception {
        new FormatTimes().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.exit(0);
    }

    private void run(Path folder, int rounds) throws Exception {
        Installation installation = Installation.copyTo(folder.resolve("installation"));
        Path library = Files.createDirectories(folder.resolve("library"));
        SampleBooks.comic(library.resolve("comic.cbz"), "Comic", 12, false);
        SampleBooks.epub(library.resolve("novel.epub"), "Novel", 3, 40);
        try (Server server = Server.start(installation, library, folder.resolve("server"));
                HeadlessReader one =
                        HeadlessReader.start(installation.home(), folder.resolve("one"), server.address());
                HeadlessReader two =
                        HeadlessReader.start(installation.home(), folder.resolve("two"), server.address())) {
            for (int i = 0; i < rounds; i++) {
                round(installation, "comic", "comic.cbz", List.of(one, two));
                round(installation, "epub", "novel.epub", List.of(one, two));
            }
        }
        times.forEach((what, all) -> {
            Collections.sort(all);
            System.out.printf(
                    Locale.ROOT,
                    "%-45s p50 %5d ms  max %5d ms  (%d rounds)%n",
                    what,
                    all.get(all.size() / 2),
                    all.get(all.size() - 1),
                    all.size());
        });
    }

    private void round(Installation installation, String format, String book, List<HeadlessReader> readers)
            throws Exception {
        Path dropped = installation.bundles().resolve("format-" + format + ".jar");
        long began = System.nanoTime();
        FormatJars.copyInto(FormatJars.extra(installation, format), dropped);
        for (HeadlessReader reader : readers) {
            await(() -> reader.has(book));
        }
        note(format + ": from cp to both readers' shelves", began);
        List<HeadlessReader.Painted> open = new ArrayList<>();
        for (HeadlessReader reader : readers) {
            open.add(reader.open(book));
        }
        for (HeadlessReader.Painted each : open) {
            each.render(0);
        }
        note(format + ": from cp to a page in both", began);
        Thread.sleep(DROPPED_MS); // what is settled is looked at as at a quiet moment
        began = System.nanoTime();
        Files.delete(dropped);
        for (HeadlessReader.Painted each : open) {
            await(() -> !renders(each));
        }
        note(format + ": from rm to \"format unavailable\" in both", began);
        began = System.nanoTime();
        FormatJars.copyInto(FormatJars.extra(installation, format), dropped);
        for (HeadlessReader.Painted each : open) {
            await(() -> renders(each));
        }
        note(format + ": from cp back to the page in both", began);
        for (HeadlessReader.Painted each : open) {
            each.close();
        }
        Files.delete(dropped);
        for (HeadlessReader reader : readers) {
            await(() -> !reader.has(book));
        }
    }

    private static boolean renders(HeadlessReader.Painted book) throws IOException {
        try {
            return book.render(0) != null;
        } catch (HeadlessReader.Failure e) {
            if (e.code().equals("FORMAT_UNAVAILABLE")) {
                return false;
            }
            throw e;
        }
    }

    private void note(String what, long began) {
        times.computeIfAbsent(what, name -> new ArrayList<>())
                .add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within a minute");
            }
            Thread.sleep(10);
        }
    }
}
