package netreader.it;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import netreader.launcher.HeadlessReader;
import netreader.launcher.ShellHere;

/**
 * Installs, updates and removes formats over and over while their books are open and being read: a server in a process of
 * its own, readers of texts over sockets, and a reader in this process that paints. One thread.
 */
final class FormatCycles implements AutoCloseable {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final int LOOK_MS = 50;
    private static final int WARMING = 4;
    private static final int READERS_OF_EACH_TEXT = 2;
    private static final String FIRST = "0.1.0";
    private static final String SECOND = "0.1.1";

    private final Path bundles;
    private final Path data;
    private final Server server;
    private final HeadlessReader reader;
    private final CycleReaders readers = new CycleReaders();
    private final String sessions;
    private final List<Format> formats = new ArrayList<>();
    private int cycles;

    /** A format in two versions, and its book. */
    private record Format(String bundle, Path first, Path second, Path dropped, String book) {}

    FormatCycles(Path folder) throws IOException, InterruptedException {
        Installation installation = Installation.copyTo(folder.resolve("installation"));
        Files.writeString(installation.home().resolve("conf/netreader.formats.cfg"), "lookInMillis=" + LOOK_MS + "\n");
        bundles = installation.bundles();
        data = folder.resolve("server");
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.copy(Installation.sampleLibrary().resolve("论语.txt"), library.resolve("stays.txt"));
        Files.writeString(library.resolve("poem.lines"), "A line\n".repeat(100));
        SampleBooks.comic(library.resolve("comic.cbz"), "Comic", 12, false);
        SampleBooks.epub(library.resolve("novel.epub"), "Novel", 1, 12);
        for (String extra : List.of("comic", "epub")) {
            Path first = FormatJars.extra(installation, extra);
            Path second = FormatJars.withVersion(first, folder.resolve(extra + "-2.jar"), SECOND);
            formats.add(new Format(
                    "netreader.format-" + extra,
                    first,
                    second,
                    bundles.resolve("format-" + extra + ".jar"),
                    extra.equals("comic") ? "comic.cbz" : "novel.epub"));
        }
        formats.add(new Format(
                "linesformat",
                TestFormat.jar(folder, FIRST, "one:"),
                TestFormat.jar(folder, SECOND, "two:"),
                bundles.resolve("format-lines.jar"),
                "poem.lines"));
        server = Server.start(installation, library, data);
        reader = HeadlessReader.start(installation.home(), folder.resolve("reader"), server.address());
        install();
        try (FramedClient rows = new FramedClient(server.port())) {
            rows.ask(FramedClient.HELLO);
            JsonObject stays = rows.await("stays.txt");
            JsonObject goes = rows.await("poem.lines");
            for (int i = 0; i < READERS_OF_EACH_TEXT; i++) {
                readers.page(server.port(), id(stays), stays.get("pages").getAsInt(), Set.of());
                readers.page(server.port(), id(goes), 100, Set.of("FORMAT_UNAVAILABLE"));
            }
        }
        readers.paint(reader, "comic.cbz");
        readers.paint(reader, "novel.epub");
        remove();
        sessions = sessions();
    }

    private static long id(JsonObject row) {
        return row.get("id").getAsLong();
    }

    /** The connections that there are, without how long. */
    private String sessions() throws IOException, InterruptedException {
        return ShellHere.ask(data, "nr:sessions --json").replaceAll("\"seconds\":\\d+", "");
    }

    /** Installs, updates and removes each format; the update overwrites the jar or, every other time, takes its name. */
    void cycle() throws IOException, InterruptedException {
        install();
        for (Format format : formats) {
            if (cycles % 2 == 0) {
                FormatJars.moveInto(format.second(), format.dropped());
            } else {
                FormatJars.copyInto(format.second(), format.dropped());
            }
        }
        await("the second versions serve", () -> serve(SECOND));
        remove();
        cycles++;
    }

    /** What is loaded and opened once is no growth. */
    void warmUp() throws IOException, InterruptedException {
        for (int i = 0; i < WARMING; i++) {
            cycle();
        }
    }

    private void install() throws IOException, InterruptedException {
        for (Format format : formats) {
            FormatJars.copyInto(format.first(), format.dropped());
        }
        await("the formats serve", () -> serve(FIRST));
        await("the reader has the books", () -> has() == formats.size());
    }

    private void remove() throws IOException, InterruptedException {
        for (Format format : formats) {
            Files.delete(format.dropped());
        }
        await("no format is left of those", () -> {
            String said = ShellHere.ask(data, "nr:formats");
            return formats.stream().noneMatch(format -> said.contains(format.bundle() + " "));
        });
        await("the reader has no such books", () -> has() == 0);
    }

    /** How many of the books the reader finds. */
    private int has() throws IOException {
        int found = 0;
        for (Format format : formats) {
            found += reader.has(format.book()) ? 1 : 0;
        }
        return found;
    }

    private boolean serve(String version) throws IOException, InterruptedException {
        String said = ShellHere.ask(data, "nr:formats");
        String other = version.equals(FIRST) ? SECOND : FIRST;
        return formats.stream()
                .allMatch(format -> said.contains(format.bundle() + " " + version)
                        && !said.contains(format.bundle() + " " + other));
    }

    /** What the server holds, and this process with the reader in it, after garbage was collected. */
    Map<String, Footprint> footprints() throws IOException, InterruptedException {
        Map<String, Footprint> all = new LinkedHashMap<>();
        all.put("server", Footprint.of(server.pid()));
        all.put("reader", Footprint.of(ProcessHandle.current().pid()));
        return all;
    }

    /** What the processes hold more of than they did; given time, as some of it goes with threads that end soon. */
    List<String> grownSince(Map<String, Footprint> before) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (true) {
            List<String> grown = new ArrayList<>();
            footprints()
                    .forEach((who, after) ->
                            before.get(who).grownTo(after).forEach(what -> grown.add("of the " + who + ", " + what)));
            if (grown.isEmpty() || System.nanoTime() > end) {
                return grown;
            }
            Thread.sleep(100);
        }
    }

    /** What should not have happened. */
    List<String> failures() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(readers.unexpected());
        String now = sessions();
        if (!now.equals(sessions)) {
            all.add("other connections: " + sessions + " and then " + now);
        }
        if (server.log().contains("\tat ")) {
            all.add("a trace in the log: "
                    + server.log()
                            .lines()
                            .filter(line -> line.contains("\tat "))
                            .findFirst());
        }
        return all;
    }

    long pages() {
        return readers.pages();
    }

    long unavailable() {
        return readers.unavailable();
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Cycle " + cycles + ": it took too long until " + what + "; the server says\n"
                        + ShellHere.ask(data, "nr:formats"));
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() throws Exception {
        readers.close();
        reader.close();
        server.close();
    }

    /**
     * {@code FormatCycles FOLDER CYCLES EVERY}: goes round so often, and says now and then what the processes hold. Ends
     * with 1 if that grew, or anything happened that should not.
     */
    public static void main(String[] arguments) throws Exception {
        int wanted = Integer.parseInt(arguments[1]);
        int every = Integer.parseInt(arguments[2]);
        List<String> failures;
        try (FormatCycles cycles = new FormatCycles(Path.of(arguments[0]))) {
            cycles.warmUp();
            Map<String, Footprint> before = cycles.footprints();
            long began = System.nanoTime();
            print(cycles, before, 0, began);
            for (int i = 1; i <= wanted; i++) {
                cycles.cycle();
                if (i % every == 0 && i < wanted) {
                    print(cycles, cycles.footprints(), i, began);
                }
            }
            failures = new ArrayList<>(cycles.failures());
            failures.addAll(cycles.grownSince(before));
            print(cycles, cycles.footprints(), wanted, began);
        }
        failures.forEach(failure -> System.out.println("unexpected: " + failure));
        System.out.println(failures.size() + " unexpected");
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static void print(FormatCycles cycles, Map<String, Footprint> footprints, int done, long began)
            throws IOException, InterruptedException {
        for (Map.Entry<String, Footprint> each : footprints.entrySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "%5d cycles %5d s  %s %s  %8d pages %7d refused %2d unexpected%n",
                    done,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
                    each.getKey(),
                    each.getValue(),
                    cycles.pages(),
                    cycles.unavailable(),
                    cycles.failures().size());
        }
    }
}
