package netreader.ui.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.format.Delivery;

/** The titles of the sample library, with texts of its own where the files are not at hand. */
public final class Demo {
    private static final int PAGE_CHARS = 1500;

    private Demo() {}

    public static FakeClient client(Path library) {
        FakeClient client = new FakeClient();
        client.painted("Debian 参考手册", "Osamu Aoki");
        ShelfBook persuasion = client.painted("Persuasion", "Jane Austen");
        client.flowing("Pride and Prejudice", "Jane Austen", text(library, "Pride and Prejudice - Jane Austen.txt"));
        client.flowing(
                "The Adventures of Tom Sawyer",
                "Mark Twain",
                text(library, "The Adventures of Tom Sawyer - Mark Twain.txt"));
        ShelfBook essays = client.flowing("古文观止", "吴楚材、吴调侯", text(library, "古文观止.txt"));
        ShelfBook poems = client.painted("唐诗三百首", "蘅塘退士");
        client.flowing("孟子", "", text(library, "孟子.txt"));
        client.flowing("论语", "", text(library, "论语.txt"));
        client.add(
                "RECIPE: Converting Concurrent DRAM Indexes to Persistent Memory Indexes",
                "Se Kwon Lee",
                "PDF",
                Delivery.FILE,
                16,
                ShelfBook.Status.READY,
                "");
        client.add(
                "A broken book",
                "",
                "PDF",
                Delivery.FILE,
                0,
                ShelfBook.Status.QUARANTINED,
                "The file ends before its table of objects.");
        client.add("A book that has just come", "", "TXT", Delivery.PAGES, 0, ShelfBook.Status.PENDING, "");
        client.copyIsHere(persuasion);
        client.copyIsHere(poems);
        client.remember(persuasion, new Place(4, 0.15));
        client.remember(essays, new Place(40_000, 0.62));
        return client;
    }

    private static List<String> text(Path library, String name) {
        String text = "CHAPTER I\n\nThe text of " + name + " is not at hand.\n";
        Path file = library.resolve(name);
        if (Files.isReadable(file)) {
            try {
                text = new String(
                        Files.readAllBytes(file),
                        name.charAt(0) > 0x2E80 ? java.nio.charset.Charset.forName("GB18030") : StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<String> pages = new ArrayList<>();
        for (int at = 0; at < text.length(); at += PAGE_CHARS) {
            pages.add(text.substring(at, Math.min(text.length(), at + PAGE_CHARS)));
        }
        return pages;
    }
}
