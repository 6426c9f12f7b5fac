package netreader.format;

/** On which side of an open book its next page lies. */
public enum ReadingDirection {
    /** The next page is on the right, as in books in Latin letters. */
    LEFT_TO_RIGHT,
    /** The next page is on the left, as in manga, in vertical Chinese and Japanese, in Arabic and Hebrew. */
    RIGHT_TO_LEFT
}
