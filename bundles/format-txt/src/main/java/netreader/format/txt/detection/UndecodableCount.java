package netreader.format.txt.detection;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.List;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.Encoding;

/** Counts the places of the samples that the found charset cannot decode; readers see U+FFFD there. */
final class UndecodableCount {
    private UndecodableCount() {}

    static Detection of(Detection found, List<Sample> samples) {
        String name = found.charset().name();
        // From the middle on these cannot be read.
        if (found.encoding() == Encoding.SHIFTED) {
            return found;
        }
        boolean unicode = name.startsWith("UTF-");
        long places = 0;
        long looked = 0;
        CharBuffer out = CharBuffer.allocate(8192);
        for (Sample sample : samples) {
            byte[] bytes = unicode ? sample.bytes() : sample.whole();
            int from = name.equals("UTF-8") && sample.cutAtStart() ? Utf8Check.continuationBytes(bytes) : 0;
            looked += bytes.length;
            places +=
                    errors(ByteBuffer.wrap(bytes, from, bytes.length - from), found.charset(), out, !sample.cutAtEnd());
        }
        return new Detection(found.charset(), found.bomLength(), found.confidence(), found.reason(), places, looked);
    }

    private static long errors(ByteBuffer in, Charset charset, CharBuffer out, boolean end) {
        CharsetDecoder decoder = charset.newDecoder();
        long errors = 0;
        while (true) {
            out.clear();
            CoderResult result = decoder.decode(in, out, end);
            if (result.isError()) {
                errors++;
                in.position(in.position() + result.length());
            } else if (result.isUnderflow()) {
                return errors;
            }
        }
    }
}
