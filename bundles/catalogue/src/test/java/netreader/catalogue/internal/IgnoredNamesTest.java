package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.internal.scan.IgnoreRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IgnoredNamesTest extends LibraryFixture {
    @Test
    void hiddenAndUnfinishedFilesAreNoBooks() throws Exception {
        for (String name : List.of(
                ".hidden.lines", ".folder/a.lines", "a.lines.part", "a.tmp", "a.lines~", "old~/a.lines", "one.lines")) {
            write(name, "Text");
        }
        start();
        assertEquals(List.of("one.lines"), names(awaitShelf(books -> !books.isEmpty())));
    }

    private static List<String> names(List<CatalogueBook> shelf) {
        return shelf.stream().map(CatalogueBook::name).sorted().toList();
    }

    @Test
    void aFolderSaysWhatIsIgnoredInItAndAChangeOfThatCountsAtOnce() throws Exception {
        for (String name : List.of("a.lines", "drafts/b.lines", "x/drafts/c.lines", "x/d.lines", "drafts.lines")) {
            write(name, "Text of " + name);
        }
        Path rules = Files.writeString(library.resolve(".netreaderignore"), "# not ready\ndrafts/\n[broken\n");
        start();
        awaitShelf(books -> names(books).equals(List.of("a.lines", "drafts.lines", "x/d.lines")));
        Files.writeString(library.resolve("x/.netreaderignore"), "/d.lines\n");
        awaitShelf(books -> names(books).equals(List.of("a.lines", "drafts.lines")));
        Files.writeString(rules, "/drafts/\n");
        awaitShelf(books -> names(books).equals(List.of("a.lines", "drafts.lines", "x/drafts/c.lines")));
        Files.delete(rules);
        Files.delete(library.resolve("x/.netreaderignore"));
        awaitShelf(books -> books.size() == 5);
    }

    @Test
    void patternsMeanWhatTheyMeanToGit() {
        assertTrue(ignored("*.lines", "a/b.lines", false));
        assertFalse(ignored("*.lines", "a/b.lines.txt", false));
        assertTrue(ignored("/a.lines", "a.lines", false));
        assertFalse(ignored("/a.lines", "b/a.lines", false));
        assertTrue(ignored("x/*.lines", "x/a.lines", false));
        assertFalse(ignored("x/*.lines", "x/y/a.lines", false));
        assertTrue(ignored("x/**/a.lines", "x/y/z/a.lines", false));
        assertTrue(ignored("x/**/a.lines", "x/a.lines", false));
        assertTrue(ignored("**/a.lines", "a.lines", false));
        assertTrue(ignored("x/**", "x/y/a.lines", false));
        assertTrue(ignored("?.lines", "古.lines", false));
        assertFalse(ignored("?.lines", "ab.lines", false));
        assertTrue(ignored("[a-c].lines", "b.lines", false));
        assertFalse(ignored("[!a-c].lines", "b.lines", false));
        assertTrue(ignored("folder/", "folder", true));
        assertFalse(ignored("folder/", "folder", false));
        assertFalse(ignored("*.lines\n!keep.lines", "x/keep.lines", false));
        assertTrue(ignored("\\#a", "#a", false));
        assertFalse(ignored("# a\n\n[", "a", false));
        assertTrue(ignored("a/**", "a/b", false));
        assertFalse(ignored("a/**/b", "a/xb", false));
        assertTrue(ignored("**/a/**/b", "x/a/y/a/z/b", false));
        assertFalse(ignored("[z-a]", "z", false));
        assertFalse(ignored("[!a]b", "/b", false));
        assertTrue(ignored("line", "new\nline/line", false));
    }

    @Test
    void noPatternTakesLong() {
        String name = "folder/".repeat(100) + "a".repeat(250);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int stars = 5; stars <= 400; stars += 79) {
                assertFalse(ignored("*a".repeat(stars) + "*b", name, false));
                assertTrue(ignored("**a".repeat(Math.min(stars, 250)) + "**", name, false));
                assertTrue(ignored("**/".repeat(Math.min(stars, 300)) + "*a", name, false));
            }
            assertFalse(ignored("*".repeat(1001), name, false), "a pattern that is too long");
        });
    }

    private static boolean ignored(String patterns, String name, boolean isFolder) {
        IgnoreRules rules = IgnoreRules.of("", patterns, Path.of(".netreaderignore"));
        return IgnoreRules.ignored(List.of(rules), name, isFolder);
    }
}
