package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars with which something is wrong, or of which there are two: each has its sentence, and nothing else suffers. */
class JarCasesIT {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder;

    private Installation installation;
    private Path bundles;
    private Path data;
    private Server server;
    private Batch reader;

    @BeforeEach
    void startServer() throws Exception {
        installation = Installation.copyTo(folder.resolve("installation"));
        bundles = installation.bundles();
        data = folder.resolve("data");
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("poem.lines"), "First line\nSecond line\n");
        Files.writeString(library.resolve("plain.txt"), "A text that is there all the time");
        Files.writeString(
                installation.home().resolve("conf/netreader.formats.cfg"),
                "callLimitInSeconds=2\nstartLimitInSeconds=3\n");
        server = Server.start(installation, library, data);
        reader = new Batch(installation, server.address());
    }

    @AfterEach
    void stopServer() throws Exception {
        reader.close();
        server.close();
    }

    @Test
    void whatIsWrongWithAJarIsSaidOnceAndHarmsNothing() throws Exception {
        Files.writeString(bundles.resolve("text.jar"), "This is not a ZIP file");
        OddJars.zip(bundles.resolve("zip.jar"));
        OddJars.withManifest(bundles.resolve("library.jar"), "");
        OddJars.bundle(bundles.resolve("empty bundle 空.jar"), "nothing", "");
        OddJars.bundle(bundles.resolve("lacking.jar"), "lacking", "Import-Package: org.foo;version=\"[2.0,3)\"\n");
        OddJars.bundle(
                bundles.resolve("format-x-3.0.jar"), "x", "Import-Package: netreader.format;version=\"[2.0,3)\"\n");
        OddJars.bundle(bundles.resolve("syntax.jar"), "syntax", "Import-Package: ;;=\n");
        OddJars.component(bundles.resolve("classless.jar"), "classless", "odd.Format", "");
        OddJars.component(
                bundles.resolve("waiting.jar"),
                "waiting",
                "java.lang.Object",
                "<reference name=\"data\" interface=\"javax.sql.DataSource\"/>");
        Files.createDirectory(bundles.resolve("folder.jar"));
        Files.createSymbolicLink(bundles.resolve("link.jar"), folder.resolve("nowhere"));
        Files.createSymbolicLink(bundles.resolve("loop.jar"), bundles.resolve("loop.jar"));
        Files.setLastModifiedTime(
                Files.createFile(bundles.resolve("nothing.jar")), FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
        OddJars.bundle(bundles.resolve("promising.jar"), "promising", "Service-Component: OSGI-INF/none.xml\n");
        OddJars.bundle(bundles.resolve("more %20+#3 空😀.jar"), "signs", "");
        Files.copy(
                TestFormat.jar(folder, "1.0.0", ""),
                Files.createDirectory(bundles.resolve("below")).resolve("a.jar"));

        assertSaid(
                "text.jar is not a ZIP file, so it is no jar",
                "zip.jar has no META-INF/MANIFEST.MF, so it is no bundle",
                "library.jar is a jar, but no bundle: its manifest has no Bundle-SymbolicName",
                "empty bundle 空.jar is a bundle without a format",
                "lacking.jar lacks the package org.foo 2.0, which no bundle here brings",
                "format-x-3.0.jar was made for netreader.format 2.0; this NetReader has 1.",
                "syntax.jar cannot be installed: ",
                "classless.jar has a component whose class does not load: ",
                "waiting.jar has a component, odd.Format, that waits for the services javax.sql.DataSource",
                "folder.jar is a folder, not a jar",
                "link.jar is a link to something that is not there",
                "loop.jar is a link to something that is not there",
                "nothing.jar is empty; copy it again",
                "promising.jar has no component that can be read, though its manifest names OSGI-INF/none.xml",
                "more %20+#3 空😀.jar is a bundle without a format");

        awaitText();
        assertFalse(server.log().contains("\tat "), server.log());
        assertFalse(formats().contains("LINES"), "jars in folders within it are nobody's");

        byte[] whole = Files.readAllBytes(TestFormat.jar(folder, "1.0.0", ""));
        Files.write(bundles.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        await("half.jar is still being copied");
        // Half a jar does not grow any more, and then another thing is said of it.
        assertSaid("half.jar is cut off or damaged; copy it again");
        Files.delete(bundles.resolve("half.jar"));
        assertSaid("half.jar has gone from ");
    }

    @Test
    void aFormatWhoseCodeFailsWhenItStartsIsNamedAndHarmsNothing() throws Exception {
        OddFormat odd = new OddFormat(folder);
        odd.constructing(bundles.resolve("constructor.jar"), "lack");
        odd.activating(bundles.resolve("activation.jar"), "recurse");
        odd.activating(bundles.resolve("license.jar"), "refuse");
        odd.starting(bundles.resolve("activator.jar"), "lack");
        odd.starting(bundles.resolve("start.jar"), "refuse");
        assertSaid(
                "constructor.jar has a component that fails, odd.Format: odd/Missing (NoClassDefFoundError)",
                "activation.jar has a component that fails, odd.Format: StackOverflowError",
                "license.jar has a component that fails, odd.Format: There is no licence",
                "activator.jar does not start: odd/Missing (NoClassDefFoundError)",
                "start.jar does not start: There is no licence (IllegalStateException)");
        Path stall = Files.createFile(folder.resolve("stall"));
        odd.constructing(bundles.resolve("slow constructor.jar"), stall.toString());
        odd.starting(bundles.resolve("slow start.jar"), stall.toString());
        assertSaid(
                "slow constructor.jar does not start: it does not come to an end within 3 s",
                "slow start.jar does not start: it does not come to an end within 3 s");
        awaitText();
        Files.copy(TestFormat.jar(folder, "1.0.0", "one:"), bundles.resolve("one.jar"));
        awaitPage("one: Second line");
        Files.delete(bundles.resolve("slow start.jar"));
        assertSaid("slow start.jar has gone from ");
        Files.delete(bundles.resolve("one.jar"));
        reader.await("page poem.lines 2", answer -> answer.has("error"));
        Files.delete(stall);
        assertFalse(server.log().contains("\tat "), server.log());
    }

    @Test
    void aRankingThatChangesIsFollowed() throws Exception {
        Files.copy(TestFormat.jar(folder, "1.0.0", "one:"), bundles.resolve("one.jar"));
        awaitPage("one: Second line");
        new OddFormat(folder).resigning(bundles.resolve("resigning.jar"));
        assertSaid("one.jar stands by for LINES, which resigning 1.0.0 serves");
        awaitPage("resigned");
        awaitPage("one: Second line");
        assertSaid("resigning.jar stands by for LINES, which linesformat 1.0.0 serves");
    }

    @Test
    void aSingletonIsReplacedAndASecondOneWaits() throws Exception {
        Path one = TestFormat.singleton(folder, "1.0.0", "one:");
        Path dropped = Files.copy(one, bundles.resolve("lines.jar"));
        awaitPage("one: Second line");
        FormatJars.moveInto(TestFormat.singleton(folder, "2.0.0", "two:"), dropped);
        awaitPage("two: Second line");
        Files.copy(one, bundles.resolve("other.jar"));
        assertSaid("other.jar is a singleton, and linesformat 2.0.0, which is one too, runs already");
        assertEquals("two: Second line", text(reader.run("page poem.lines 2")));
        Files.delete(dropped);
        awaitPage("one: Second line");
    }

    @Test
    void aJarIsInstalledWhenTheDiskTakesItsCopyAgain() throws Exception {
        awaitText();
        Path copies = data.resolve("server/felix");
        Path away = Files.move(copies, data.resolve("away"));
        Files.createFile(copies); // in place of a full disk: here no bundle can be kept
        Files.copy(TestFormat.jar(folder, "1.0.0", "one:"), bundles.resolve("one.jar"));
        assertSaid("one.jar cannot be installed: ");
        awaitText();
        Files.delete(copies);
        Files.move(away, copies);
        awaitPage("one: Second line");
        assertSaid("one.jar serves LINES");
    }

    @Test
    void theFolderMayGoAndComeBack() throws Exception {
        Path jar = TestFormat.jar(folder, "1.0.0", "one:");
        Files.copy(jar, bundles.resolve("one.jar"));
        awaitPage("one: Second line");
        Path away = Files.move(bundles, folder.resolve("away"));
        await("The folder " + bundles + " is not there; the formats that run go on");
        assertEquals("one: Second line", text(reader.run("page poem.lines 2")));
        Files.createDirectory(bundles);
        reader.await("page poem.lines 2", answer -> answer.has("error"));
        Files.copy(away.resolve("one.jar"), bundles.resolve("one.jar"));
        awaitPage("one: Second line");
    }

    @Test
    void aRebuiltJarOfTheSameVersionReadsWhatTheOneBeforeItCouldNot() throws Exception {
        Files.writeString(folder.resolve("library/bad.lines"), "DAMAGED\nSecond line\n");
        Files.writeString(folder.resolve("library/large.lines"), "TOO_COSTLY\nSecond line\n");
        Path before = TestFormat.demanding(folder, "1.0.0", "DAMAGED", "TOO_COSTLY");
        Path dropped = Files.copy(before, bundles.resolve("lines.jar"));
        reader.await("info bad.lines", answer -> answer.toString().contains("quarantined"));
        reader.await("info large.lines", answer -> answer.toString().contains("\"ready\""));
        FormatJars.copyInto(TestFormat.demanding(folder, "1.0.0", "IO"), dropped);
        reader.await("page bad.lines 2", answer -> text(answer).equals("Second line"));
        reader.await("info large.lines", answer -> answer.toString().contains("\"pages\":2"));
    }

    @Test
    void oneOfTwoFilesWithTheSameBundleMayGo() throws Exception {
        Path jar = TestFormat.jar(folder, "1.0.0", "one:");
        Path first = Files.copy(jar, bundles.resolve("a.jar"));
        Path second = Files.copy(jar, bundles.resolve("b.jar"));
        assertSaid("b.jar is linesformat 1.0.0 once more and takes over when a.jar goes");
        awaitPage("one: Second line");
        Files.delete(first);
        assertSaid("b.jar serves LINES");
        assertEquals("one: Second line", text(reader.run("page poem.lines 2")));
        assertFalse(server.log().contains("Format LINES has gone"), "the format was there all the time");
        Files.delete(second);
        reader.await("page poem.lines 2", answer -> answer.has("error"));
    }

    @Test
    void ofTwoVersionsTheNewerServesAndTheOlderTakesOver() throws Exception {
        Files.copy(TestFormat.jar(folder, "2.0.0", "two:"), bundles.resolve("new.jar"));
        awaitPage("two: Second line");
        Files.copy(TestFormat.jar(folder, "1.0.0", "one:"), bundles.resolve("old.jar"));
        assertSaid("old.jar stands by for LINES, which linesformat 2.0.0 serves");
        assertEquals("two: Second line", text(reader.run("page poem.lines 2")));
        Files.delete(bundles.resolve("new.jar"));
        awaitPage("one: Second line");
        assertSaid("old.jar serves LINES");
    }

    @Test
    void aBetterEngineIsPreferredByItsRanking() throws Exception {
        Files.copy(TestFormat.jar(folder, "2.0.0", "plain:"), bundles.resolve("plain.jar"));
        awaitPage("plain: Second line");
        Files.copy(TestFormat.ranked(folder, "1.5.0", "better:", 10), bundles.resolve("better.jar"));
        assertSaid("plain.jar stands by for LINES, which linesformat 1.5.0 serves");
        awaitPage("better: Second line");
        Files.delete(bundles.resolve("better.jar"));
        awaitPage("plain: Second line");
    }

    @Test
    void theOldJarServesUntilTheNewOneIsWhole() throws Exception {
        Path dropped = Files.copy(TestFormat.jar(folder, "2.0.0", "old:"), bundles.resolve("lines.jar"));
        awaitPage("old: Second line");
        byte[] older = Files.readAllBytes(TestFormat.jar(folder, "1.0.0", "downgraded:"));
        Files.write(dropped, Arrays.copyOf(older, older.length / 2));
        for (int i = 0; i < 20; i++) {
            assertEquals("old: Second line", text(reader.run("page poem.lines 2")));
            Thread.sleep(100);
        }
        Files.write(dropped, older);
        awaitPage("downgraded: Second line");
        Files.writeString(dropped, "rubbish that somebody copied over it");
        assertSaid("lines.jar is not a ZIP file, so it is no jar; linesformat 1.0.0, which lay there before, goes on");
        assertEquals("downgraded: Second line", text(reader.run("page poem.lines 2")));
        Files.copy(TestFormat.jar(folder, "3.0.0", "new:"), dropped, StandardCopyOption.REPLACE_EXISTING);
        awaitPage("new: Second line");
        assertFalse(server.log().contains("\tat "), server.log());
    }

    @Test
    void aFormatThatHangsHoldsNeitherConnectionNorServer() throws Exception {
        Path jar = TestFormat.jar(folder, "1.0.0", "one:");
        Files.copy(TestFormat.hanging(folder, "4.0.0"), bundles.resolve("hang.jar"));
        assertSaid("hang.jar serves LINES");
        reader.await(
                "page poem.lines 2",
                said -> said.has("error") && said.get("error").getAsString().equals("TOO_COSTLY"));
        awaitText();
        await("The format LINES (linesformat 4.0.0) does not come to an end with \"read\" within 2 s");
        Files.delete(bundles.resolve("hang.jar"));
        Files.copy(jar, bundles.resolve("good.jar"));
        awaitPage("one: Second line");
    }

    /** Books of other formats are read as before. */
    private void awaitText() throws Exception {
        reader.await("text plain.txt", answer -> text(answer).equals("A text that is there all the time"));
    }

    private void awaitPage(String wanted) throws Exception {
        reader.await("page poem.lines 2", answer -> text(answer).equals(wanted));
    }

    /** Once in the log; and in the list of the shell, unless the jar has gone, or serves and so stands in the table. */
    private void assertSaid(String... sentences) throws Exception {
        for (String sentence : sentences) {
            await(sentence);
            assertEquals(1, server.log().split(Pattern.quote(sentence), -1).length - 1, server.log());
        }
        List<String> listed = Stream.of(sentences)
                .filter(sentence -> !sentence.contains("has gone") && !sentence.endsWith(" serves LINES"))
                .toList();
        String formats = listed.isEmpty() ? "" : formats();
        listed.forEach(sentence -> assertTrue(formats.contains(sentence), formats));
    }

    private void await(String sentence) throws Exception {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!server.log().contains(sentence)) {
            assertTrue(System.nanoTime() < end, sentence + " is not in " + server.log());
            Thread.sleep(50);
        }
    }

    private String formats() throws IOException, InterruptedException {
        return installation
                .run("shell", "--data", data.toString(), "nr:formats")
                .out();
    }

    private static String text(JsonObject answer) {
        return answer.has("text") ? answer.get("text").getAsString() : "";
    }
}
