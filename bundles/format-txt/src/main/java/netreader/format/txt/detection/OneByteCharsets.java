package netreader.format.txt.detection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netreader.format.txt.file.Charsets;

/** The charsets of one byte a character that detection can answer. */
final class OneByteCharsets {
    /**
     * A charset for an alphabet.
     *
     * @param table the character of each byte
     * @param prior what it costs to be seldom, in {@link LanguageModels#NAT}ths of a nat
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    record Entry(Charset charset, Alphabet alphabet, char[] table, int prior) {}

    private static final class Holder {
        static final List<Entry> ENTRIES = load();
    }

    private OneByteCharsets() {}

    static List<Entry> all() {
        return Holder.ENTRIES;
    }

    private static List<Entry> load() {
        List<Entry> out = new ArrayList<>();
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        String ascii = new String(bytes, 0, 128, StandardCharsets.US_ASCII);
        for (Alphabet alphabet : Alphabet.values()) {
            for (String each : alphabet.charsets()) {
                String[] cells = each.split(" ", -1);
                Charset charset = Charsets.forName(cells[0]);
                char[] table = (ascii + new String(bytes, 128, 128, charset)).toCharArray();
                out.add(new Entry(charset, alphabet, table, Integer.parseInt(cells[1]) * LanguageModels.NAT / 2));
            }
        }
        return out;
    }
}
