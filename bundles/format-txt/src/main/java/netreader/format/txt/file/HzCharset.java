package netreader.format.txt.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** HZ of RFC 1843, for reading only: GB 2312 in seven bits between ~{ and ~}. */
public final class HzCharset extends Charset {
    private static final int TILDE = '~';

    HzCharset() {
        super("HZ-GB-2312", new String[] {"HZ", "HZ-GB2312"});
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(this)
                || other.name().equals("US-ASCII")
                || other.name().equals("GB2312");
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException(name() + " is for reading only");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {
        private static final Charset GBK = Charset.forName("GBK");

        private boolean shifted;

        Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected void implReset() {
            shifted = false;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                int first = in.get(in.position());
                if (first < 0) {
                    return CoderResult.malformedForLength(1);
                }
                boolean pair = first == TILDE || (shifted && first > ' ');
                if (pair && in.remaining() < 2) {
                    return CoderResult.UNDERFLOW;
                }
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                if (!pair) {
                    // A line ends in ASCII, whatever was before.
                    shifted &= first != '\n';
                    out.put((char) first);
                    in.get();
                    continue;
                }
                int second = in.get(in.position() + 1);
                if (first == TILDE && escape(second, out)) {
                    in.position(in.position() + 2);
                } else if (shifted && second > ' ' && first != TILDE) {
                    out.put(new String(new byte[] {(byte) (first | 0x80), (byte) (second | 0x80)}, GBK).charAt(0));
                    in.position(in.position() + 2);
                } else {
                    return CoderResult.malformedForLength(1);
                }
            }
            return CoderResult.UNDERFLOW;
        }

        private boolean escape(int second, CharBuffer out) {
            switch (second) {
                case '{' -> shifted = true;
                case '}', '\n' -> shifted = false; // every line begins in ASCII, the continued one too
                case TILDE -> out.put('~');
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
