package netreader.dialect.classic;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.Work;

/** A format with pages of its own, one between each two form feeds; its books have a cover unless they say "bare". */
final class TestBooks implements BookFormat {
    /** Books that begin with "wait" wait for it. */
    final CountDownLatch gate = new CountDownLatch(1);

    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
            source.readFully(0, bytes);
            String text = new String(bytes.array(), StandardCharsets.UTF_8);
            if (text.startsWith("wait")) {
                gate.await();
            }
            if (text.startsWith("damaged")) {
                throw new FormatException(Reason.DAMAGED, "The book is damaged");
            }
            return new Pages(List.of(text.split("\f", -1)));
        } catch (IOException e) {
            throw new FormatException(Reason.IO, e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new FormatException(Reason.CANCELLED, "interrupted", e);
        }
    }

    private record Pages(List<String> pages) implements FlowingBook {
        @Override
        public BookMetadata metadata() {
            return BookMetadata.NONE;
        }

        @Override
        public int pageCount() {
            return pages.size();
        }

        @Override
        public String pageText(int page) {
            return pages.get(page);
        }

        @Override
        public Optional<BufferedImage> cover(int maxPixels, Work work) {
            boolean bare = pages.get(0).startsWith("bare");
            return bare ? Optional.empty() : Optional.of(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB));
        }

        @Override
        public void close() {}
    }
}
