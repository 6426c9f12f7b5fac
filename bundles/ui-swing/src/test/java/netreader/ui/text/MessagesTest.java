package netreader.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.ui.command.Command;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern CODE = Pattern.compile("^\\| ([A-Z_]+) \\|");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+\\.[A-Za-z0-9_.]+");
    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[,}]");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertEquals(
                new TreeSet<>(load("messages.properties").keySet()),
                new TreeSet<>(load("messages_zh.properties").keySet()));
    }

    @Test
    void bothLanguagesNameTheSamePlaceholders() throws IOException {
        Properties chinese = load("messages_zh.properties");
        load("messages.properties")
                .forEach((key, english) -> assertEquals(
                        placeholders((String) english),
                        placeholders(chinese.getProperty((String) key)),
                        key::toString));
    }

    @Test
    void noMessageHoldsAnApostropheThatMessageFormatWouldSwallow() throws IOException {
        for (String file : List.of("messages.properties", "messages_zh.properties")) {
            load(file).values().forEach(text -> assertFalse(((String) text).contains("'"), text::toString));
        }
    }

    @Test
    void everyCommandHasAName() {
        Messages text = new Messages("zh-CN");
        for (Command command : Command.values()) {
            assertFalse(text.get(command.messageKey()).isBlank());
        }
    }

    @Test
    void everyCodeThatAReaderCanSeeHasASentence() throws IOException {
        Set<String> ofCommands = Set.of("AMBIGUOUS", "USAGE");
        Properties english = load("messages.properties");
        List<String> codes = Files.readAllLines(Path.of("../../docs/error-codes.md")).stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .filter(code -> !ofCommands.contains(code))
                .toList();
        assertFalse(codes.isEmpty());
        codes.forEach(code -> assertTrue(english.containsKey("error." + code), code));
    }

    /** By the sources of the formats, which no window may know. */
    @Test
    void everyDetailThatAFormatNamesHasAName() throws IOException {
        Properties chinese = load("messages_zh.properties");
        Pattern named = Pattern.compile("add\\(details, \"([^\"]+)\"");
        String facts = Files.readString(Path.of("../format-pdf/src/main/java/netreader/format/pdf/DocumentFacts.java"));
        List<String> names =
                named.matcher(facts).results().map(found -> found.group(1)).toList();
        assertFalse(names.isEmpty());
        names.forEach(name -> assertTrue(chinese.containsKey("detail." + name), name));
    }

    /** By the sources: a literal that begins like a key is one, or the beginning of some that are put together. */
    @Test
    void everyKeyThatTheSourcesNameIsThere() throws IOException {
        Set<String> keys = load("messages.properties").stringPropertyNames();
        Set<String> families = new TreeSet<>();
        keys.forEach(key -> families.add(family(key)));
        Set<String> missing = new TreeSet<>();
        for (String literal : literals()) {
            boolean begins = literal.endsWith(".") && keys.stream().anyMatch(key -> key.startsWith(literal));
            if (KEY.matcher(literal).matches() && families.contains(family(literal)) && !begins) {
                missing.add(literal);
            }
        }
        missing.removeAll(keys);
        assertEquals(Set.of(), missing);
    }

    /** Those that are put together begin with a literal, such as {@code "error."}. */
    @Test
    void nothingIsSaidThatNoSourceAsksFor() throws IOException {
        Set<String> literals = literals();
        Set<String> unused = new TreeSet<>(load("messages.properties").stringPropertyNames());
        unused.removeAll(literals);
        unused.removeIf(key -> literals.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start)));
        assertEquals(Set.of(), unused);
    }

    @Test
    void whatIsNamedByItsKeyHasANameAndNothingElseHas() throws IOException {
        Messages text = new Messages("zh");
        for (Connectivity.State state : Connectivity.State.values()) {
            assertFalse(text.get("connection." + state, "server").isBlank());
        }
        Set<String> names = Stream.of(Command.values()).map(Command::messageKey).collect(Collectors.toSet());
        load("messages.properties").stringPropertyNames().stream()
                .filter(key -> key.startsWith("command."))
                .map(key -> key.replaceFirst("\\.tip$", ""))
                .forEach(key -> assertTrue(names.contains(key), key));
    }

    /** An English message that is Chinese too was forgotten; names and numbers are the same in both. */
    @Test
    void everySentenceIsTranslated() throws IOException {
        Properties chinese = load("messages_zh.properties");
        Set<String> same = new TreeSet<>();
        load("messages.properties").forEach((key, english) -> {
            boolean words = ((String) english)
                    .replaceAll("\\{[^}]*}|NetReader|PDF|English|简体中文", "")
                    .matches(".*\\p{L}{2}.*");
            if (words && english.equals(chinese.getProperty((String) key))) {
                same.add((String) key);
            }
        });
        assertEquals(Set.of(), same);
    }

    @Test
    void englishIsTheLanguageOfEveryoneElse() {
        assertEquals("Shelf", new Messages("fr").get("tab.shelf"));
        assertEquals("书架", new Messages("zh_CN").get("tab.shelf"));
    }

    @Test
    void failuresWithAKnownCodeAreTranslatedAndOthersSpeakForThemselves() {
        Messages text = new Messages("zh");
        assertEquals("无法连接服务器。", text.error(new ClientException(ClientException.UNREACHABLE, "x")));
        assertEquals("The moon is full.", text.error(new ClientException("MOON", "The moon is full.")));
    }

    @Test
    void aReasonOfSomebodyElseEndsItsSentence() {
        Messages text = new Messages("en");
        assertEquals(
                "This book cannot be read. This PDF is damaged.",
                text.because("shelf.quarantined", "This PDF is damaged"));
        assertEquals("This book cannot be read. Why?", text.because("shelf.quarantined", "Why?"));
        assertEquals("This book cannot be read.", text.because("shelf.quarantined", ""));
    }

    @Test
    void bytesAreGivenInTheUnitThatFits() {
        Messages text = new Messages("en");
        assertEquals("999 B", text.bytes(999));
        assertEquals("1.4 MB", text.bytes(1_427_734));
        assertEquals("576 KB", text.bytes(576_432));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .map(s -> s.substring(1, 2))
                .toList();
    }

    /** What stands in quotation marks in the windows' sources. */
    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve("java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
            }
        }
        return literals;
    }

    private static String family(String key) {
        return key.substring(0, key.indexOf('.') + 1);
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (var stream = MessagesTest.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
