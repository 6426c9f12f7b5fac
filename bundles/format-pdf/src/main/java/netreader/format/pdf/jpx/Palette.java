package netreader.format.pdf.jpx;

import java.io.IOException;

/** The palette of a JP2 file: what its columns have for each number, scaled to a byte. */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Palette(byte[][] columns) {
    static Palette read(Piece in) throws IOException {
        int entries = in.u16();
        int[] depths = new int[in.u8()];
        for (int i = 0; i < depths.length; i++) {
            depths[i] = (in.u8() & 0x7F) + 1;
        }
        if (entries == 0 || entries > 1024 || depths.length == 0) {
            throw new IOException("The palette of the JPEG 2000 picture is damaged");
        }
        byte[][] columns = new byte[depths.length][entries];
        for (int entry = 0; entry < entries; entry++) {
            for (int i = 0; i < depths.length; i++) {
                long value = 0;
                for (int bits = 0; bits < depths[i]; bits += 8) {
                    value = value << 8 | in.u8();
                }
                columns[i][entry] = (byte) (value * 255 / ((1L << Math.min(depths[i], 40)) - 1));
            }
        }
        return new Palette(columns);
    }

    byte colour(int column, int number) {
        byte[] of = columns[column];
        return of[Math.min(number, of.length - 1)];
    }
}
