package netreader.format.kit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import netreader.format.BookFormat;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/**
 * The promises of the SPI as tests of one format, one test for each promise and file. Stands in a test of JUnit 5:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> keepsThePromisesOfTheSpi() {
 *     return Conformance.of(new MarkdownFormat())
 *             .with(Sample.of(Path.of("src/test/books/tour.md")).pages(3))
 *             .with(Sample.of("empty.md", new byte[0]).pages(0))
 *             .with(Sample.of("binary.md", new byte[] {0, 1, 2}).refused(Reason.UNSUPPORTED))
 *             .tests();
 * }
 * }</pre>
 *
 * A test that fails names the promise, what happened instead, and where to read about it.
 */
public final class Conformance {
    private final BookFormat format;
    private final List<Sample> samples;
    private final Limits limits;

    private Conformance(BookFormat format, List<Sample> samples, Limits limits) {
        this.format = format;
        this.samples = List.copyOf(samples);
        this.limits = limits;
    }

    /** @param format as OSGi would make it; the tests use it from several threads */
    public static Conformance of(BookFormat format) {
        return new Conformance(format, List.of(), Limits.DEFAULT);
    }

    /** Adds a file: small ones that show everything the format can do, and one as large as people have. */
    public Conformance with(Sample sample) {
        List<Sample> more = new ArrayList<>(samples);
        more.add(sample);
        return new Conformance(format, more, limits);
    }

    /** How long one call may take, 60 seconds if nothing is said; a call that takes longer hangs. */
    public Conformance callsEndWithin(Duration limit) {
        return new Conformance(format, samples, limits.withCall(limit));
    }

    /** How many bytes opening may read of a book of any size, 16 MiB if nothing is said. */
    public Conformance openingReads(long bytes) {
        return new Conformance(format, samples, limits.withReadToOpen(bytes));
    }

    /** How many bytes opening may take from the heap, 128 MiB if nothing is said. */
    public Conformance openingAllocates(long bytes) {
        return new Conformance(format, samples, limits.withAllocatedToOpen(bytes));
    }

    /**
     * How long each sample is damaged in each of three ways, half a second if nothing is said. At least eight damaged
     * files are tried, however long they take, and always the same ones first.
     */
    public Conformance damagesFor(Duration time) {
        return new Conformance(format, samples, limits.withDamage(time));
    }

    /**
     * The tests; for a method with {@code @TestFactory}. They may run one after the other in any order.
     *
     * @throws IllegalStateException if there is no file that opens, for then hardly anything would be tested
     */
    public Stream<DynamicNode> tests() {
        if (samples.stream().allMatch(Sample::isRefused)) {
            throw new IllegalStateException("Give the conformance kit at least one book that opens: Conformance.with");
        }
        Path cache = TestFolders.create();
        List<DynamicNode> nodes = new ArrayList<>();
        for (Sample sample : samples) {
            Subject subject = new Subject(format, sample, limits, cache);
            List<Promise> promises = sample.isRefused() ? RefusalPromises.ALL : Promises.forBook(subject);
            nodes.add(DynamicContainer.dynamicContainer(
                    sample.name(), promises.stream().map(promise -> promise.test(subject))));
        }
        Subject any = new Subject(
                format,
                samples.stream()
                        .filter(sample -> !sample.isRefused())
                        .findFirst()
                        .orElseThrow(),
                limits,
                cache);
        nodes.add(DynamicContainer.dynamicContainer(
                "the format", FormatPromises.ALL.stream().map(promise -> promise.test(any))));
        return nodes.stream().onClose(() -> TestFolders.delete(cache));
    }
}
