package netreader.catalogue.internal.inspect;

import java.awt.image.BufferedImage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import netreader.catalogue.internal.TestFormats;
import netreader.format.Book;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.Work;

/** A book that does what its first line says to the process that reads it. */
public record HostileLines(TestFormats.Lines book, String deed) implements Book {
    /** Says the number of the process as title. */
    static final String WHO = "who";

    public static Book open(TestFormats.Lines book) {
        String[] words = book.text().lines().findFirst().orElse("").split(" ", 2);
        switch (words[0]) {
            case "hang" -> hang();
            case "exit" -> Runtime.getRuntime().halt(7);
            case "eat" -> eat();
            case "garble" -> print("no reply at all\n");
            case "chatter" -> print("x".repeat(WorkerMessages.MAX_BYTES + 1));
            case "talk" -> talk();
            case "exitOnce" -> exitOnce(Path.of(words[1]));
            default -> {}
        }
        return new HostileLines(book, words[0]);
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            hang();
        }
    }

    private static void eat() {
        List<byte[]> eaten = new ArrayList<>();
        while (eaten.size() < Integer.MAX_VALUE) {
            eaten.add(new byte[1 << 20]);
        }
    }

    private static void print(String text) {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** More than any pipe holds, in one line. */
    private static void talk() {
        System.err.println("talk ".repeat(100_000));
    }

    private static void exitOnce(Path mark) {
        try {
            if (!Files.exists(mark)) {
                Files.createFile(mark);
                Runtime.getRuntime().halt(137);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BookMetadata metadata() {
        if (!deed.equals(WHO)) {
            return book.metadata();
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        return new BookMetadata(Optional.of(pid), List.of(), Optional.empty(), List.of());
    }

    @Override
    public int pageCount() {
        return book.pageCount();
    }

    @Override
    public String pageText(int page) {
        return book.pageText(page);
    }

    @Override
    public Optional<BufferedImage> cover(int maxPixels, Work work) throws FormatException {
        switch (deed) {
            case "hangCover" -> hang();
            case "exitCover" -> Runtime.getRuntime().halt(7);
            default -> {}
        }
        return Optional.of(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB));
    }

    @Override
    public void close() {}
}
