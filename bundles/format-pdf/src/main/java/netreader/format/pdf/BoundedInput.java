package netreader.format.pdf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives so many bytes, and fails at the next. */
final class BoundedInput extends FilterInputStream {
    private final DecodingBudget budget;
    private long left;

    BoundedInput(InputStream in, long bytes, DecodingBudget budget) {
        super(in);
        this.left = bytes;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        take(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        take(Math.max(0, read));
        return read;
    }

    private void take(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw budget.exceed();
        }
    }
}
