package netreader.format.txt.detection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What the detection knows of languages; read from the bundle when it is first needed. model/README.md says how the
 * resource is made. Any thread.
 *
 * <p>All costs are negative logarithms of probabilities, so that those of the characters of a text add up.
 */
final class LanguageModels {
    /** Costs are whole numbers; so many are one nat. */
    static final int NAT = 16;

    /** What an impossible character costs: a hole in the code table, a control character. */
    static final int IMPOSSIBLE = 20 * NAT;

    private static final String RESOURCE = "languages.bin.gz";
    private static final int VERSION = 1;

    private static final class Holder {
        static final LanguageModels MODELS = load();
    }

    private final byte[] symbolCosts = new byte[0x10000];
    private final byte[] foreignCosts = new byte[0x10000];
    private final List<AlphabetModel> alphabets = new ArrayList<>();
    private final List<CharacterModel> characters = new ArrayList<>();

    private LanguageModels(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != VERSION) {
            throw new IOException(RESOURCE + " has another version");
        }
        int symbolClasses = in.readUnsignedByte();
        byte[] symbols = new byte[0x10000];
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            char c = in.readChar();
            symbols[c] = in.readByte();
            symbolCosts[c] = in.readByte();
        }
        Arrays.fill(foreignCosts, (byte) (14 * NAT));
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            foreignCosts[in.readChar()] = in.readByte();
        }
        byte[] general = AlphabetModel.general(symbols);
        for (int n = in.readUnsignedByte(); n > 0; n--) {
            String name = name(in);
            int prior = in.readUnsignedByte();
            char[] letters = new char[in.readUnsignedByte()];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = in.readChar();
            }
            int size = symbolClasses + letters.length;
            byte[] costs = in.readNBytes(size * size);
            alphabets.add(new AlphabetModel(name, prior, general, symbolClasses, new String(letters), costs));
        }
        for (int n = in.readUnsignedByte(); n > 0; n--) {
            characters.add(new CharacterModel(name(in), in.readNBytes(0x10000)));
        }
    }

    static LanguageModels get() {
        return Holder.MODELS;
    }

    private static LanguageModels load() {
        try (InputStream raw = LanguageModels.class.getResourceAsStream(RESOURCE);
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16))) {
            return new LanguageModels(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle is damaged: " + RESOURCE, e);
        }
    }

    private static String name(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
    }

    List<AlphabetModel> alphabets() {
        return alphabets;
    }

    List<CharacterModel> characters() {
        return characters;
    }

    /** What a symbol costs among those of its class. */
    int symbolCost(char c) {
        return symbolCosts[c] & 0xFF;
    }

    /** What a small letter costs in a language that does not have it. */
    int foreignCost(char c) {
        return foreignCosts[c] & 0xFF;
    }
}
