package netreader.format.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import netreader.format.Book;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.PaintedBook;

/** What a format promises of files that are not as they should be: a sentence or a book, and nothing else. */
final class DamagePromises {
    private static final String CHAPTER = "Errors";

    /** Of larger files only so many need be read as there is time for, and two. */
    private static final int LARGE = 1 << 20;

    /** Larger ones would not be kept in memory twice. */
    private static final int LARGEST = 64 << 20;

    private static final int FEWEST = 8;
    private static final int FEWEST_LARGE = 2;
    private static final int PAGES = 3;

    static final List<Promise> ALL = List.of(
            new Promise(
                    "A file that was cut off opens or is refused",
                    "BookFormat.open",
                    CHAPTER,
                    subject -> each(subject, "cut off", DamagePromises::cutOff)),
            new Promise(
                    "A file with wrong bytes opens or is refused",
                    "BookFormat.open",
                    CHAPTER,
                    subject -> each(subject, "with wrong bytes", DamagePromises::withWrongBytes)),
            new Promise(
                    "A file of random bytes opens or is refused",
                    "BookFormat.open",
                    CHAPTER,
                    subject -> each(subject, "of random bytes", DamagePromises::random)),
            new Promise(
                    "An empty file opens or is refused",
                    "BookFormat.open",
                    CHAPTER,
                    subject -> read(subject, new byte[0], "The empty file")));

    private DamagePromises() {}

    /** Makes a damaged file of a whole one; the same for the same number. */
    private interface Damage {
        byte[] of(byte[] whole, int number);
    }

    /** As many files as there is time for, always in the same order. */
    private static void each(Subject subject, String how, Damage damage) throws Exception {
        long size = subject.sample().source().size();
        if (size > LARGEST) {
            return;
        }
        int fewest = size > LARGE ? FEWEST_LARGE : FEWEST;
        byte[] whole = subject.sample().bytes();
        IntFunction<String> name = number -> "File number " + number + " " + how;
        long end = System.nanoTime() + subject.limits().damage().toNanos();
        for (int number = 0; number < fewest || System.nanoTime() < end; number++) {
            read(subject, damage.of(whole, number), name.apply(number));
        }
    }

    private static byte[] cutOff(byte[] whole, int number) {
        int length = number < FEWEST
                ? (int) ((long) whole.length * number / FEWEST)
                : new Random(number).nextInt(whole.length + 1);
        return Arrays.copyOf(whole, length);
    }

    private static byte[] withWrongBytes(byte[] whole, int number) {
        Random random = new Random(number);
        byte[] damaged = whole.clone();
        for (int i = random.nextInt(1 << (number % 10)); i >= 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    /** Some begin as the whole file does, so that they are taken for one. */
    private static byte[] random(byte[] whole, int number) {
        byte[] bytes = new byte[1 << (number % 16)];
        new Random(number).nextBytes(bytes);
        int head = Math.min(number % 2 * 64, Math.min(whole.length, bytes.length));
        System.arraycopy(whole, 0, bytes, 0, head);
        return bytes;
    }

    private static void read(Subject subject, byte[] bytes, String name) throws Exception {
        try {
            subject.within(name, () -> {
                try (Book book = subject.open(BookSource.of(bytes))) {
                    use(book);
                    return null;
                } catch (FormatException e) {
                    Calls.requireSentence("open", e);
                    return null;
                }
            });
        } catch (Broken e) {
            throw new Broken(name + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw new Broken(name + " made a call throw " + e + " instead of a FormatException", e);
        }
    }

    private static void use(Book book) {
        Broken.unless(book.metadata() != null, "metadata answered null");
        int count = book.pageCount();
        Broken.unless(count >= 0, "pageCount is %d", count);
        for (int page = 0; page < Math.min(PAGES, count); page++) {
            Calls.ofPage(book, page).forEach(call -> Calls.reasonOf(call, book));
            book.pageAt(book.anchorOf(page));
            if (book instanceof PaintedBook painted) {
                Broken.unless(painted.label(page) != null, "label(%d) answered null", page);
            }
        }
        Calls.ofBook().forEach(call -> Calls.reasonOf(call, book));
    }
}
