package netreader.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import netreader.ui.command.Command;
import netreader.ui.command.Scope;
import netreader.ui.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user's guide says of keys is what the program binds. */
class GuideTest {
    @ParameterizedTest
    @CsvSource({"guide.md, en", "guide.zh.md, zh-CN"})
    void theGuideListsTheKeysThatAreBound(String file, String language) throws Exception {
        Messages text = new Messages(language);
        List<String> expected = new ArrayList<>();
        for (Scope scope : List.of(Scope.WINDOW, Scope.SHELF, Scope.BOOK)) {
            expected.add("| **" + text.get("keys." + scope.name().toLowerCase(Locale.ROOT)) + "** | |");
            for (Command command : Command.values()) {
                if (command.scope() == scope && !command.keys().isEmpty()) {
                    expected.add("| " + text.get(command.messageKey()) + " | " + KeysWindow.keys(command) + " |");
                }
            }
        }
        List<String> written = Files.readAllLines(Path.of("../../docs").resolve(file)).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| --- |"))
                .skip(1) // the heads of the columns
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", written));
    }

    /** Menus as in {@code *File › Connect*}, sentences as in {@code - *The book has changed …*: why}. */
    @ParameterizedTest
    @CsvSource({"guide.md, messages", "guide.zh.md, messages_zh"})
    void whatTheGuideQuotesIsSaidByTheProgram(String file, String bundle) throws Exception {
        Properties said = new Properties();
        try (Reader reader = new InputStreamReader(
                Messages.class.getResourceAsStream(bundle + ".properties"), StandardCharsets.UTF_8)) {
            said.load(reader);
        }
        String guide = Files.readString(Path.of("../../docs").resolve(file));
        List<String> quoted = new ArrayList<>();
        Pattern.compile("[*“]([^*“”\n]+) › ([^*“”\n]+)[*”]")
                .matcher(guide)
                .results()
                .forEach(menu -> quoted.addAll(List.of(menu.group(1), menu.group(2))));
        Pattern.compile("(?m)^- \\*([^*]+)\\*[:：]").matcher(guide).results().forEach(line -> quoted.add(line.group(1)));
        assertTrue(quoted.size() > 15, quoted::toString);
        for (String words : quoted) {
            assertTrue(said.values().stream().anyMatch(value -> ((String) value).contains(words)), words);
        }
    }
}
