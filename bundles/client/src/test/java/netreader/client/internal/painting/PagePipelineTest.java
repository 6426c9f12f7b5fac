package netreader.client.internal.painting;

import static netreader.client.internal.painting.PagePipelineFixture.DOUBLE;
import static netreader.client.internal.painting.PagePipelineFixture.NO_HURRY;
import static netreader.client.internal.painting.PagePipelineFixture.PLAIN;
import static netreader.client.internal.painting.PagePipelineFixture.limits;
import static netreader.client.internal.painting.PagePipelineFixture.stuckBehind;
import static netreader.client.internal.painting.StagedFormat.pause;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PagePicture.Quality;
import netreader.client.PagePictures;
import netreader.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PagePipelineTest {
    @Test
    void theNewestPageIsPaintedFirstAndWhatIsStaleStopsWhileItRuns() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            CountDownLatch goOn = reading.gate();
            CountDownLatch stopped = new CountDownLatch(1);
            reading.format.scripts.put(0, (target, work) -> {
                while (!work.cancelled()) {
                    pause(new CountDownLatch(1), 1);
                }
                stopped.countDown();
                pause(goOn, 15_000);
                work.check();
            });
            assertTrue(reading.want(0).isEmpty());
            reading.began(0);
            reading.want(50);
            reading.want(70);
            assertTrue(stopped.await(15, TimeUnit.SECONDS));
            goOn.countDown();
            reading.picture(70, Quality.FULL);
            reading.began(70, 71);
        }
    }

    @Test
    void pagesArePaintedAheadInTheDirectionOfReading() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.want(10);
            reading.began(10, 11);
            reading.want(11);
            reading.began(12, 13);
            reading.want(20);
            reading.began(20, 21);
            reading.want(19);
            reading.began(19, 18, 17);
            reading.want(99);
            reading.began(99);
            reading.want(98);
            reading.began(98, 97, 96);
        }
    }

    @Test
    void severalPagesThatAreSeenArePaintedTheMostImportantFirstAndThenTheirNeighbours() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            assertTrue(reading.pipeline.want(List.of(11, 10, 12), PLAIN).isEmpty());
            reading.picture(11, Quality.FULL);
            reading.picture(10, Quality.FULL);
            reading.picture(12, Quality.FULL);
            reading.began(11, 10, 12, 13);
            List<PagePicture> here = reading.pipeline.want(List.of(12, 11), PLAIN);
            assertEquals(List.of(12, 11), here.stream().map(PagePicture::page).toList());
            reading.began(14);
        }
    }

    @Test
    void aPageThatStaysInViewGoesOnWhenOthersComeAndOneThatLeavesStops() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            CountDownLatch gate = reading.gate();
            reading.format.scripts.put(20, (target, work) -> {
                pause(gate, 15_000);
                work.check();
            });
            reading.format.scripts.put(21, PagePipelineFixture::untilCancelled);
            reading.pipeline.want(List.of(20, 19), PLAIN);
            reading.began(20);
            reading.pipeline.want(List.of(20, 21), PLAIN);
            gate.countDown();
            reading.picture(20, Quality.FULL);
            reading.began(21);
            reading.pipeline.want(List.of(40), PLAIN);
            reading.picture(40, Quality.FULL);
        }
    }

    @Test
    void aPageThatIsWrongKeepsTheOthersThatAreSeenFromNobody() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.format.scripts.put(5, (target, work) -> {
                throw new FormatException(FormatException.Reason.DAMAGED, "No page");
            });
            reading.pipeline.want(List.of(5, 6), PLAIN);
            assertEquals("DAMAGED", reading.failure().code());
            reading.picture(6, Quality.FULL);
        }
    }

    @Test
    void aPageThatWasPaintedAheadIsThereAtOnce() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.want(0);
            reading.began(0, 1);
            reading.want(50);
            reading.began(50, 51);
            assertEquals(Quality.FULL, reading.want(1).orElseThrow().quality());
        }
    }

    @Test
    void aPageThatIsBeingPaintedAheadGoesOnWhenItIsTurnedTo() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            CountDownLatch gate = reading.gate();
            reading.format.scripts.put(1, (target, work) -> {
                pause(gate, 15_000);
                work.check();
            });
            reading.want(0);
            reading.picture(0, Quality.FULL);
            reading.began(0, 1);
            reading.want(1);
            gate.countDown();
            reading.picture(1, Quality.FULL);
            reading.began(2, 3);
        }
    }

    @Test
    void aPictureInAnotherSizeIsShownUntilTheSharpOneComes() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.want(0);
            PagePicture small = reading.picture(0, Quality.FULL);
            PagePicture stretched = reading.pipeline.want(0, DOUBLE).orElseThrow();
            assertEquals(Quality.PREVIEW, stretched.quality());
            assertSame(small.image(), stretched.image());
            assertEquals(200, reading.picture(0, Quality.FULL).image().getWidth());
        }
    }

    @Test
    void aZoomThatAsksForTooMuchIsPaintedSmaller() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.pipeline.want(0, size -> 100);
            assertEquals(8000, reading.picture(0, Quality.FULL).image().getWidth());
        }
    }

    @Test
    void aPageThatIsExpectedToBeSlowIsShownInLowResolutionFirst() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(limits(60_000, 60_000, 5, 60_000))) {
            for (int page = 0; page < 100; page++) {
                reading.format.scripts.put(page, (target, work) -> pause(new CountDownLatch(1), target.getWidth()));
            }
            reading.pipeline.want(0, DOUBLE);
            reading.picture(0, Quality.FULL);
            reading.pipeline.want(50, DOUBLE);
            assertEquals(50, reading.picture(50, Quality.PREVIEW).image().getWidth());
            assertEquals(200, reading.picture(50, Quality.FULL).image().getWidth());
        }
    }

    @Test
    void aPageThatGrowsIsWhiteWhereNothingIsPaintedYet() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(limits(60_000, 60_000, 60_000, 0))) {
            reading.format.scripts.put(0, (target, work) -> {
                work.check(); // nothing to be seen yet, and nothing is shown
                target.setRGB(0, 0, 0x123456);
                work.check();
            });
            reading.want(0);
            BufferedImage first = reading.picture(0, Quality.GROWING).image();
            assertEquals(0xFF123456, first.getRGB(0, 0));
            assertEquals(0xFFFFFFFF, first.getRGB(1, 1));
        }
    }

    @Test
    void aPageThatTakesLongIsShownAsItGrows() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(limits(60_000, 60_000, 60_000, 0))) {
            reading.format.scripts.put(0, (target, work) -> {
                target.setRGB(0, 0, 0x123456);
                work.check();
                target.setRGB(0, 0, 0x654321);
            });
            reading.want(0);
            assertEquals(0xFF123456, reading.picture(0, Quality.GROWING).image().getRGB(0, 0));
            assertEquals(0xFF654321, reading.picture(0, Quality.FULL).image().getRGB(0, 0));
        }
    }

    @Test
    void aPageOverItsTimeIsShownAsFarAsItWasPainted() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(limits(50, 60_000, 60_000, 60_000))) {
            reading.format.scripts.put(0, PagePipelineFixture::untilCancelled);
            reading.want(0);
            PagePicture partial = reading.picture(0, Quality.PARTIAL);
            assertEquals(0xFF123456, partial.image().getRGB(0, 0));
            assertEquals(Quality.PARTIAL, reading.want(0).orElseThrow().quality(), "it is not tried again");
        }
    }

    @Test
    void whatAPageWaitsForTheServerIsNotItsOwnTime() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(limits(50, 60_000, 60_000, 60_000))) {
            reading.format.scripts.put(0, (target, work) -> {
                reading.waited = Duration.ofMinutes(1);
                long began = System.nanoTime();
                while (!work.cancelled()
                        && System.nanoTime() - began < Duration.ofMillis(200).toNanos()) {
                    Thread.onSpinWait();
                }
                target.setRGB(0, 0, work.cancelled() ? 0xFF000000 : 0xFF123456);
            });
            reading.want(0);
            assertEquals(0xFF123456, reading.picture(0, Quality.FULL).image().getRGB(0, 0));
        }
    }

    @Test
    void aThreadThatIsStuckIsReplacedAFewTimes() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(limits(400, 600, 60_000, 60_000))) {
            CountDownLatch gate = reading.gate();
            List.of(0, 20, 40, 60).forEach(page -> reading.format.scripts.put(page, stuckBehind(gate)));
            for (int page : new int[] {0, 20, 40}) {
                reading.want(page);
                assertEquals(
                        0xFF123456,
                        reading.picture(page, Quality.PARTIAL).image().getRGB(0, 0));
            }
            reading.want(80);
            reading.picture(80, Quality.FULL);
            assertEquals(4, reading.format.opened.get(), "each thread has an opening of its own");

            reading.want(60);
            assertEquals(ClientException.STUCK, reading.failure().code());
            reading.want(82);
            assertEquals(ClientException.STUCK, reading.failure().code());
            gate.countDown();
            reading.want(84);
            reading.picture(84, Quality.FULL);
        }
    }

    @Test
    void aCallThatIsStuckDoesNotKeepPagesAway() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(limits(60_000, 100, 60_000, 60_000));
                BookTurns.Turn stuck = reading.turns.take(() -> BookTurns.Rank.CALL)) {
            reading.want(0);
            reading.picture(0, Quality.FULL);
            assertTrue(stuck.abandoned());
        }
    }

    @Test
    void whateverGoesWrongOnAPageIsSaidAndRememberedAndOtherPagesArePainted() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.format.scripts.put(0, (target, work) -> {
                throw new StackOverflowError();
            });
            reading.format.scripts.put(20, (target, work) -> {
                throw new NoClassDefFoundError();
            });
            reading.format.scripts.put(40, (target, work) -> {
                throw new OutOfMemoryError();
            });
            reading.want(0);
            assertEquals("DAMAGED", reading.failure().code());
            reading.want(20);
            assertEquals("DAMAGED", reading.failure().code());
            reading.want(40);
            assertEquals("TOO_COSTLY", reading.failure().code());
            reading.want(60);
            reading.picture(60, Quality.FULL);
            reading.want(40);
            assertEquals("TOO_COSTLY", reading.failure().code());
            reading.want(80);
            reading.picture(80, Quality.FULL);
            long tries = reading.format.began.stream()
                    .filter(began -> began.page() == 40)
                    .count();
            assertEquals(1, tries);
        }
    }

    @Test
    void aPageIsAskedForAgainThatCouldNotBeReadBecauseOfTheSource() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.format.scripts.put(0, (target, work) -> {
                throw new FormatException(FormatException.Reason.IO, "The source is away");
            });
            reading.want(0);
            assertEquals("IO", reading.failure().code());
            reading.format.scripts.clear();
            reading.want(0);
            reading.picture(0, Quality.FULL);
        }
    }

    @Test
    void aPageThatWasCancelledByNobodyIsNotTriedForEver() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.format.scripts.put(0, (target, work) -> {
                throw new FormatException(FormatException.Reason.CANCELLED, "The book is closed");
            });
            reading.want(0);
            assertEquals("IO", reading.failure().code());
        }
    }

    @Test
    void aPictureForWhichThereIsNoMemoryIsASentence() throws Exception {
        PaintingShared shared = new PaintingShared(new PictureCache(64 << 20), 3);
        PaintingLimits roomy = new PaintingLimits(
                NO_HURRY.page(),
                NO_HURRY.hung(),
                NO_HURRY.slow(),
                NO_HURRY.patience(),
                NO_HURRY.growth(),
                NO_HURRY.grace(),
                Integer.MAX_VALUE);
        try (PagePipelineFixture reading = new PagePipelineFixture(roomy, shared)) {
            reading.want(0);
            reading.picture(0, Quality.FULL);
            reading.began(0, 1);
            reading.pipeline.want(10, size -> 463);
            assertEquals("TOO_COSTLY", reading.failure().code());
            reading.want(20);
            reading.picture(20, Quality.FULL);
            reading.began(20, 21);
            assertTrue(shared.cache().bytes() <= 2 * 40_000, "the memory of other pages was given up");
        }
    }

    @Test
    void aFormatThatWasReplacedGoesOnPainting() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.want(0);
            reading.picture(0, Quality.FULL);
            reading.format.remove();
            reading.want(10);
            assertEquals(ClientException.FORMAT_UNAVAILABLE, reading.failure().code());
            reading.format.install();
            reading.want(10);
            reading.picture(10, Quality.FULL);
            assertEquals(2, reading.format.opened.get());
        }
    }

    @Test
    void aListenerThatFailsDoesNotEndTheThread() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.pipeline.listen(new PagePictures.Listener() {
                @Override
                public void painted(PagePicture picture) {
                    throw new NoClassDefFoundError("a listener that fails on purpose");
                }

                @Override
                public void failed(int page, ClientException failure) {
                    throw new IllegalStateException("a listener that fails on purpose");
                }
            });
            reading.want(0);
            reading.picture(0, Quality.FULL);
            reading.want(10);
            reading.picture(10, Quality.FULL);
        }
    }

    @Test
    void closingStopsThePageThatIsBeingPaintedAndEndsTheThread() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            List<Thread> painters = new java.util.concurrent.CopyOnWriteArrayList<>();
            reading.format.scripts.put(0, (target, work) -> {
                painters.add(Thread.currentThread());
                PagePipelineFixture.untilCancelled(target, work);
            });
            reading.want(0);
            reading.began(0);
            CountDownLatch seen = new CountDownLatch(1);
            while (painters.isEmpty()) {
                pause(seen, 1);
            }
            reading.pipeline.close();
            painters.get(0).join(15_000);
            assertEquals(Thread.State.TERMINATED, painters.get(0).getState());
            assertTrue(reading.pictures.isEmpty() && reading.failures.isEmpty());
            assertTrue(reading.want(5).isEmpty());
        }
    }

    @Test
    void aCallGoesBeforeAPageThatIsPaintedAheadWhichIsPaintedAfterwards() throws Exception {
        try (PagePipelineFixture reading = new PagePipelineFixture(NO_HURRY)) {
            reading.format.scripts.put(1, PagePipelineFixture::untilCancelled);
            reading.want(0);
            reading.picture(0, Quality.FULL);
            reading.began(0, 1);
            try (BookTurns.Turn turn = reading.turns.take(() -> BookTurns.Rank.CALL)) {
                assertNotNull(turn);
                reading.format.scripts.clear();
            }
            reading.began(1);
            reading.pipeline.want(1, PLAIN).ifPresentOrElse(reading.pictures::add, () -> {});
            reading.picture(1, Quality.FULL);
        }
    }
}
