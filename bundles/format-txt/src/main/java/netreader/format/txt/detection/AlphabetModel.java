package netreader.format.txt.detection;

/** How the letters of one language follow each other, and what stands between its words. Not changed by anyone. */
final class AlphabetModel {
    /** Beyond lie no letters of an alphabet that a charset of one byte has. */
    private static final int CHARACTERS = 0x2600;

    private static final int ASCII_LETTER = 9;

    private final String name;
    private final int prior;
    private final Alphabet script;
    private final byte[] classes;
    private final int size;
    private final byte[] costs;

    /**
     * @param prior what it costs that a text is in this language
     * @param general what {@link #general} says
     * @param symbolClasses how many classes there are
     * @param letters small letters; each is a class of its own
     * @param costs of the second class after the first, in {@link LanguageModels#NAT}ths of a nat
     */
    AlphabetModel(String name, int prior, byte[] general, int symbolClasses, String letters, byte[] costs) {
        this.name = name;
        this.prior = prior;
        this.script = Alphabet.of(letters);
        this.size = symbolClasses + letters.length();
        this.costs = costs;
        this.classes = general.clone();
        for (int i = 0; i < letters.length(); i++) {
            classes[letters.charAt(i)] = (byte) (symbolClasses + i);
        }
    }

    /**
     * The class of each character in a language that does not have it as a letter.
     *
     * @param symbols the class of each character that is no letter, 0 for the others
     */
    static byte[] general(byte[] symbols) {
        byte[] classes = new byte[CHARACTERS];
        for (char c = 0; c < CHARACTERS; c++) {
            boolean letter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            boolean ascii = c >= 'a' && c <= 'z';
            classes[c] = symbols[c] != 0 ? symbols[c] : (byte) (ascii ? ASCII_LETTER : letter ? 1 : 0);
        }
        return classes;
    }

    String name() {
        return name;
    }

    int prior() {
        return prior;
    }

    Alphabet script() {
        return script;
    }

    /** The class of a small letter or another character. */
    int classOf(char c) {
        return c < CHARACTERS ? classes[c] & 0xFF : 0;
    }

    /** What a character of the second class costs after one of the first. */
    int cost(int first, int second) {
        return costs[first * size + second] & 0xFF;
    }
}
