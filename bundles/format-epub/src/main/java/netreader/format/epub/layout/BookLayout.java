package netreader.format.epub.layout;

/** What the layouts of all parts of a book share. One thread at a time; another thread takes one of its own. */
public final class BookLayout {
    private final Resources resources;
    private final Fonts fonts;
    private final Sheets sheets = new Sheets();

    /** @param language of the book; empty text if it is unknown */
    public BookLayout(Resources resources, String language) {
        this.resources = resources;
        this.fonts = new Fonts(language);
    }

    Resources resources() {
        return resources;
    }

    Fonts fonts() {
        return fonts;
    }

    Sheets sheets() {
        return sheets;
    }
}
