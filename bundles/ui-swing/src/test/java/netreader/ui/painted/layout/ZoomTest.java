package netreader.ui.painted.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import netreader.format.PageSize;
import org.junit.jupiter.api.Test;

class ZoomTest {
    private static final PageSize PAGE = new PageSize(600, 900);

    @Test
    void fitWidthFillsTheWidthAndFitPageShowsTheWholePage() {
        assertEquals(2, new Zoom.FitWidth().factor(PAGE, 1200, 900, 1), 1e-9);
        assertEquals(1, new Zoom.FitPage().factor(PAGE, 1200, 900, 1), 1e-9);
    }

    @Test
    void stepsGoUpAndDownAndEndAtTheLimits() {
        assertEquals(1.1, Zoom.step(1, true).value(), 1e-9);
        assertEquals(0.9, Zoom.step(1, false).value(), 1e-9);
        assertEquals(1.5, Zoom.step(1.43, true).value(), 1e-9);
        assertEquals(Zoom.MAX, Zoom.step(Zoom.MAX, true).value(), 1e-9);
        assertEquals(Zoom.MIN, Zoom.step(Zoom.MIN, false).value(), 1e-9);
    }

    @Test
    void whatIsSavedComesBackAndRubbishFitsTheWidth() {
        for (Zoom zoom : new Zoom[] {new Zoom.FitPage(), new Zoom.FitWidth(), new Zoom.Factor(1.25)}) {
            assertEquals(zoom, Zoom.of(zoom.saved()));
        }
        assertEquals(new Zoom.FitWidth(), Zoom.of("rubbish"));
    }

    @Test
    void aScreenAtTwiceTheScaleGetsTwiceThePixels() {
        RenderScale plain = new RenderScale(new Zoom.Factor(1), 800, 600, 1, 1, false);
        RenderScale sharp = new RenderScale(new Zoom.Factor(1), 800, 600, 1, 2, false);
        assertEquals(plain.pixelsPerPoint(PAGE) * 2, sharp.pixelsPerPoint(PAGE), 1e-9);
        assertEquals(plain.userPixelsPerPoint(PAGE), sharp.userPixelsPerPoint(PAGE), 1e-9);
    }

    @Test
    void aViewThatChangesItsHeightKeepsTheScaleOfPagesThatFillItsWidth() {
        RenderScale before = new RenderScale(new Zoom.FitWidth(), 800, 600, 1, 1, false);
        assertEquals(before, new RenderScale(new Zoom.FitWidth(), 800, 560, 1, 1, false));
        assertNotEquals(before, new RenderScale(new Zoom.FitWidth(), 700, 600, 1, 1, false));
    }
}
