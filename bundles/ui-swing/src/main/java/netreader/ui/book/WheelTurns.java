package netreader.ui.book;

/**
 * When a movement of the wheel, or of two fingers, turns a page: where there was nothing to scroll from its beginning. One
 * that has scrolled to the end of a page stops there. Event thread.
 */
public final class WheelTurns {
    /** Movements that are closer to each other than this are one; pages are turned no faster. */
    static final int PAUSE_MILLIS = 250;

    private long moved = Long.MIN_VALUE / 2;
    private long turned = Long.MIN_VALUE / 2;
    private boolean scrolled;
    private double notches;

    /**
     * The wheel has moved.
     *
     * @param rotation in notches, also in parts of them; above 0 to what follows
     * @param millis when
     * @param scrolls whether that scrolls something
     * @return 1 to turn to the next page, -1 to the one before, 0 to stay
     */
    public int moved(double rotation, long millis, boolean scrolls) {
        if (millis - moved > PAUSE_MILLIS || rotation * notches < 0) {
            scrolled = false;
            notches = 0;
        }
        moved = millis;
        scrolled |= scrolls;
        if (scrolled) {
            return 0;
        }
        notches += rotation;
        if (Math.abs(notches) < 1 || millis - turned <= PAUSE_MILLIS) {
            return 0;
        }
        turned = millis;
        int direction = notches > 0 ? 1 : -1;
        notches = 0;
        return direction;
    }
}
