package netreader.ui.painted;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Printable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.util.Optional;
import java.util.function.Consumer;
import javax.print.PrintService;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.PageRanges;
import netreader.client.ClientException;
import netreader.client.PaintedReading;
import netreader.format.PageSize;
import netreader.format.Work;
import netreader.ui.work.Background;
import netreader.ui.work.Job;
import netreader.ui.work.Running;

/** Prints pages of a book: asks which and where, and paints them one after the other in the background. Event thread. */
final class Printing {
    private static final double MOST_DPI = 300;
    private static final double POINTS_PER_INCH = 72;

    private final Background background;
    private final PaintedReading reading;
    private final Consumer<ClientException> failed;
    private Optional<Running> running = Optional.empty();

    /** @param failed hears why nothing is printed, NO_PRINTER for one */
    Printing(Background background, PaintedReading reading, Consumer<ClientException> failed) {
        this.background = background;
        this.reading = reading;
        this.failed = failed;
    }

    /** Nothing is being printed. */
    boolean isIdle() {
        return running.isEmpty();
    }

    void print() {
        // Looking for printers may ask the network.
        start(work -> printers(), found -> ask());
    }

    private <T> void start(Job<T> job, Consumer<T> done) {
        running = Optional.of(background.start(
                job,
                result -> {
                    running = Optional.empty();
                    done.accept(result);
                },
                failure -> {
                    running = Optional.empty();
                    failed.accept(failure);
                }));
    }

    private static PrintService[] printers() throws ClientException {
        PrintService[] services = PrinterJob.lookupPrintServices();
        if (services.length == 0) {
            throw new ClientException("NO_PRINTER", "There is no printer");
        }
        return services;
    }

    private void ask() {
        PrinterJob job = PrinterJob.getPrinterJob();
        job.setJobName(reading.book().title());
        PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
        wishes.add(new PageRanges(1, reading.pageCount()));
        wishes.add(new JobName(reading.book().title(), null));
        if (job.printDialog(wishes)) {
            start(work -> print(job, wishes, work), done -> {});
        }
    }

    private boolean print(PrinterJob job, PrintRequestAttributeSet wishes, Work work) throws ClientException {
        Sheets sheets = new Sheets(work);
        job.setPrintable(sheets);
        try {
            job.print(wishes);
            return true;
        } catch (PrinterException e) {
            if (e.getCause() instanceof ClientException failure) {
                throw failure;
            }
            throw new ClientException("PRINTING_FAILED", "The printer says: " + e.getMessage(), e);
        }
    }

    /** Nobody wants the rest any more. */
    void close() {
        running.ifPresent(Running::cancel);
    }

    /** The pages, each in the middle of a sheet of paper, as large as fits. On the thread that prints. */
    private final class Sheets implements Printable {
        private final Work work;
        /** A printer asks for each page several times. */
        private Optional<BufferedImage> painted = Optional.empty();

        private int paintedPage = -1;

        Sheets(Work work) {
            this.work = work;
        }

        @Override
        public int print(Graphics graphics, PageFormat paper, int page) throws PrinterException {
            if (page >= reading.pageCount()) {
                return NO_SUCH_PAGE;
            }
            try {
                PageSize size = reading.pageSize(page);
                boolean turn = size.width() > size.height() != paper.getImageableWidth() > paper.getImageableHeight();
                double wide = turn ? size.height() : size.width();
                double high = turn ? size.width() : size.height();
                double fit = Math.min(1, Math.min(paper.getImageableWidth() / wide, paper.getImageableHeight() / high));
                BufferedImage image = picture(page, fit);
                Graphics2D g = (Graphics2D) graphics.create();
                g.translate(
                        paper.getImageableX() + (paper.getImageableWidth() - wide * fit) / 2,
                        paper.getImageableY() + (paper.getImageableHeight() - high * fit) / 2);
                if (turn) {
                    g.translate(wide * fit, 0);
                    g.rotate(Math.PI / 2);
                }
                g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                g.scale(size.width() * fit / image.getWidth(), size.height() * fit / image.getHeight());
                g.drawImage(image, 0, 0, null);
                g.dispose();
                return PAGE_EXISTS;
            } catch (ClientException e) {
                PrinterException failure = new PrinterException(e.getMessage());
                failure.initCause(e);
                throw failure;
            }
        }

        private BufferedImage picture(int page, double fit) throws ClientException {
            if (paintedPage != page) {
                painted = Optional.empty(); // room for the next
                painted = Optional.of(reading.render(page, MOST_DPI / POINTS_PER_INCH * fit, work));
                paintedPage = page;
            }
            return painted.orElseThrow();
        }
    }
}
