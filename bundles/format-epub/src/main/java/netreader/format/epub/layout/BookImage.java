package netreader.format.epub.layout;

import com.openhtmltopdf.extend.FSImage;
import netreader.format.archive.Pictures;

/** A picture of the book as a background or a bullet; its pixels are decoded when it is painted. Sizes in dots. */
final class BookImage implements FSImage {
    private final String path;
    private int width;
    private int height;

    BookImage(String path, Pictures.Pixels size) {
        this.path = path;
        width = Dots.of(size.width());
        height = Dots.of(size.height());
    }

    String path() {
        return path;
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public void scale(int newWidth, int newHeight) {
        int wide = newWidth > 0 ? newWidth : (int) ((long) newHeight * width / Math.max(1, height));
        int high = newHeight > 0 ? newHeight : (int) ((long) newWidth * height / Math.max(1, width));
        width = Math.max(1, wide);
        height = Math.max(1, high);
    }
}
