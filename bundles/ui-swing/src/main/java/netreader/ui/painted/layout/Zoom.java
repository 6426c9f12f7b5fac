package netreader.ui.painted.layout;

import netreader.format.PageSize;

/** How large a page is shown. 1.0 is the size in which it would be printed, on a screen of 96 dpi. */
public sealed interface Zoom {
    double MIN = 0.1;
    double MAX = 8;

    /** Pixels of the user's scale for a point at zoom 1.0. */
    double PIXELS_PER_POINT = 96.0 / 72;

    /** The page's width fills the view's. */
    record FitWidth() implements Zoom {}

    /** The whole page is seen. */
    record FitPage() implements Zoom {}

    record Factor(double value) implements Zoom {
        public Factor {
            value = Math.max(MIN, Math.min(MAX, value));
        }
    }

    /**
     * @param width of the view, without margins, in the units of {@code pixelsPerPoint}
     * @param pixelsPerPoint at zoom 1.0
     * @return the factor for a page of that size
     */
    default double factor(PageSize page, double width, double height, double pixelsPerPoint) {
        double factor;
        if (this instanceof Factor fixed) {
            factor = fixed.value();
        } else {
            factor = width / (page.width() * pixelsPerPoint);
            if (this instanceof FitPage) {
                factor = Math.min(factor, height / (page.height() * pixelsPerPoint));
            }
        }
        return Math.max(MIN, Math.min(MAX, factor));
    }

    /** The next of the usual steps above or below. */
    static Factor step(double factor, boolean larger) {
        double[] steps = {0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8};
        if (larger) {
            for (double step : steps) {
                if (step > factor * 1.01) {
                    return new Factor(step);
                }
            }
            return new Factor(MAX);
        }
        for (int i = steps.length - 1; i >= 0; i--) {
            if (steps[i] < factor * 0.99) {
                return new Factor(steps[i]);
            }
        }
        return new Factor(MIN);
    }

    /** @param saved as {@link #saved()} gave it; anything else fits the width */
    static Zoom of(String saved) {
        if (saved.equals("page")) {
            return new FitPage();
        }
        try {
            return new Factor(Double.parseDouble(saved));
        } catch (NumberFormatException e) {
            return new FitWidth();
        }
    }

    default String saved() {
        if (this instanceof Factor fixed) {
            return Double.toString(fixed.value());
        }
        return this instanceof FitPage ? "page" : "width";
    }
}
