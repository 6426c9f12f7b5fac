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
import netreader.client.ClientException;
import netreader.ui.command.Command;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern CODE = Pattern.compile("^\\| ([A-Z_]+) \\|");
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

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (var stream = MessagesTest.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
