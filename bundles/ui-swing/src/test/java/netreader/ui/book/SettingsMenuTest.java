package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import netreader.client.BookDetails;
import netreader.client.BookSetting;
import netreader.format.BookMetadata;
import netreader.ui.text.Messages;
import org.junit.jupiter.api.Test;

class SettingsMenuTest {
    private final List<Map<String, String>> chosen = new ArrayList<>();
    private final SettingsMenu menu = new SettingsMenu(new Messages("en"), chosen::add);

    @Test
    void whatTheFormatHasFoundIsNamed() {
        List<JMenuItem> items = items(menu.of(details("", "GB18030", List.of("UTF-8", "GB18030"))));
        assertEquals("Automatic (GB18030)", items.get(0).getText());
        assertTrue(items.get(0).isSelected());
    }

    @Test
    void aChoiceCountsAtOnce() {
        items(menu.of(details("", "GB18030", List.of("UTF-8", "Big5")))).get(2).doClick();
        items(menu.of(details("Big5", "Big5", List.of("UTF-8", "Big5")))).get(0).doClick();
        assertEquals(List.of(Map.of("charset", "Big5"), Map.of("charset", "")), chosen);
    }

    @Test
    void seldomChoicesStandInAMenuOfTheirOwnUnlessChosen() {
        List<String> many = IntStream.range(0, 40).mapToObj(i -> "charset-" + i).toList();
        List<JMenuItem> items = items(menu.of(details("charset-30", "charset-30", many)));
        assertTrue(items.size() < 15);
        assertTrue(items.stream().anyMatch(item -> item.getText().equals("charset-30") && item.isSelected()));
        assertTrue(items.get(items.size() - 1) instanceof JMenu others && others.getItemCount() > 20);
    }

    @Test
    void whatCountsWhereNothingWasChosenIsMarkedAndNothingIsAutomatic() {
        BookSetting size = new BookSetting("textSize", "Text size", List.of("10", "12", "14"), "", "12");
        List<JMenuItem> items = items(menu.of(new BookDetails(List.of(), List.of(size), Optional.empty())));
        assertEquals(
                List.of("10", "12", "14"),
                items.stream().map(JMenuItem::getText).toList());
        assertEquals(
                List.of(false, true, false),
                items.stream().map(JMenuItem::isSelected).toList());
        items.get(2).doClick();
        assertEquals(List.of(Map.of("textSize", "14")), chosen);
    }

    private static BookDetails details(String value, String found, List<String> choices) {
        return new BookDetails(
                List.of(new BookMetadata.Detail("Encoding", found)),
                List.of(new BookSetting("charset", "Encoding", choices, value, "")),
                Optional.empty());
    }

    private static List<JMenuItem> items(JPopupMenu menu) {
        return Stream.of(menu.getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(JMenuItem.class::cast)
                .toList();
    }
}
