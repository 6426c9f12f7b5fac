package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.PageSize;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page 1 of each file of the corpus beside mutool's picture; skipped where either is not at hand. */
class PicturesTest {
    /** Of 255, as a mean over all pixels and colours. */
    private static final double LARGE = 8;

    private static final int LONGER_SIDE = 1000;

    /** What was looked at, and why it differs. */
    private static final Map<String, String> KNOWN = Map.of(
            "qpdf__bad-jpeg-out.pdf", "a broken JPEG: a grey box here, black there",
            "imagemagick-images.pdf", "a page of 4 points: smoothed in another way",
            "qpdf__i3.pdf", "PDFBox takes the gradient of a soft mask from its other end");

    @TempDir
    private Path folder;

    @Test
    void firstPagesLookAsInMutool() throws Exception {
        Path manifest = CorpusTest.CORPUS.resolve("MANIFEST.tsv");
        assumeTrue(Files.exists(manifest), "no corpus at hand");
        assumeTrue(mutoolIsHere(), "no mutool at hand");
        List<String> different = new ArrayList<>();
        for (String line : Files.readAllLines(manifest)) {
            String[] row = line.split("\t", -1);
            if (row[1].equals("PDF")) {
                Path file = CorpusTest.CORPUS.resolve(row[0]);
                double difference = difference(file, row[17]);
                boolean known = KNOWN.containsKey(file.getFileName().toString());
                if (difference > LARGE && !known) {
                    different.add(row[0] + ": " + difference);
                }
            }
        }
        assertEquals("", String.join("\n", different));
    }

    private static boolean mutoolIsHere() throws InterruptedException {
        try {
            return new ProcessBuilder("mutool", "-v")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }

    /** 0 where one of the two has no picture. */
    private double difference(Path file, String password) throws Exception {
        OpenOptions options = password.isEmpty() ? TestPdf.OPTIONS : TestPdf.OPTIONS.withPassword(password);
        try (PdfBook book = TestPdf.open(Files.readAllBytes(file), options)) {
            if (book.pageCount() == 0) {
                return 0;
            }
            PageSize size = book.pageSize(0);
            double scale = Math.min(1.4, LONGER_SIDE / Math.max(size.width(), size.height()));
            int width = (int) Math.max(1, Math.round(size.width() * scale));
            int height = (int) Math.max(1, Math.round(size.height() * scale));
            BufferedImage ours = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            book.render(0, scale, new Rectangle(width, height), ours, Work.UNCANCELLED);
            return theirs(file, password, width, height)
                    .map(theirs -> mean(ours, theirs))
                    .orElse(0.0);
        } catch (FormatException e) {
            // Whether it may fail is for CorpusTest to say.
            return 0;
        }
    }

    private Optional<BufferedImage> theirs(Path file, String password, int width, int height) throws Exception {
        Path picture = folder.resolve("page.png");
        Files.deleteIfExists(picture);
        Process mutool = new ProcessBuilder(
                        "mutool",
                        "draw",
                        "-q",
                        "-f",
                        "-w",
                        "" + width,
                        "-h",
                        "" + height,
                        "-p",
                        password,
                        "-o",
                        picture.toString(),
                        file.toString(),
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!mutool.waitFor(30, TimeUnit.SECONDS)) {
            mutool.destroyForcibly();
            return Optional.empty();
        }
        return Files.exists(picture) ? Optional.ofNullable(ImageIO.read(picture.toFile())) : Optional.empty();
    }

    private static double mean(BufferedImage ours, BufferedImage theirs) {
        int width = Math.min(ours.getWidth(), theirs.getWidth());
        int height = Math.min(ours.getHeight(), theirs.getHeight());
        long sum = 0;
        for (int i = 0; i < width * height; i++) {
            int a = ours.getRGB(i % width, i / width);
            int b = theirs.getRGB(i % width, i / width);
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
            }
        }
        return sum / (3.0 * width * height);
    }
}
