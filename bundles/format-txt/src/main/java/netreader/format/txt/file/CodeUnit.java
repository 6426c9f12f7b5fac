package netreader.format.txt.file;

import java.nio.charset.Charset;

/**
 * What line ends are counted in.
 *
 * @param bytes 4 in UTF-32, 2 in UTF-16, else 1
 * @param low index of the byte that holds a small number; the others are 0 then
 */
public record CodeUnit(int bytes, int low) {
    public static CodeUnit of(Charset charset) {
        int bytes = charset.name().startsWith("UTF-16") ? 2 : charset.name().startsWith("UTF-32") ? 4 : 1;
        return new CodeUnit(bytes, charset.name().endsWith("BE") ? bytes - 1 : 0);
    }

    /** The unit at an index if it is below 256; else, and outside of the bytes, -1. */
    public int at(byte[] text, int index) {
        if (index < 0 || index + bytes > text.length) {
            return -1;
        }
        for (int i = 0; i < bytes; i++) {
            if (i != low && text[index + i] != 0) {
                return -1;
            }
        }
        return text[index + low] & 0xFF;
    }
}
