import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import netreader.format.BookSource;
import netreader.format.OpenOptions;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.Work;
import netreader.format.pdf.PdfFormat;

/** Paints pages of a PDF with the built bundle, each once: {@code FILE CACHE DPI WARMING PAGES}; prints ms per page. */
final class Render {
    public static void main(String[] arguments) throws Exception {
        double scale = Double.parseDouble(arguments[2]) / 72;
        int warming = Integer.parseInt(arguments[3]);
        int pages = Integer.parseInt(arguments[4]);
        try (FileChannel file = FileChannel.open(Path.of(arguments[0]));
                PaintedBook book = (PaintedBook)
                        new PdfFormat().open(source(file), OpenOptions.defaults(Path.of(arguments[1])))) {
            for (int page = pages; page < pages + warming; page++) {
                paint(book, page, scale);
            }
            long start = System.nanoTime();
            for (int page = 0; page < pages; page++) {
                paint(book, page, scale);
            }
            System.out.println((System.nanoTime() - start) / 1e6 / pages);
        }
    }

    private static void paint(PaintedBook book, int page, double scale) throws Exception {
        PageSize size = book.pageSize(page);
        int width = (int) Math.ceil(size.width() * scale);
        int height = (int) Math.ceil(size.height() * scale);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        book.render(page, scale, new Rectangle(width, height), picture, Work.UNCANCELLED);
    }

    private static BookSource source(FileChannel file) {
        return new BookSource() {
            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public int read(long at, ByteBuffer to) throws IOException {
                return file.read(to, at);
            }
        };
    }
}
