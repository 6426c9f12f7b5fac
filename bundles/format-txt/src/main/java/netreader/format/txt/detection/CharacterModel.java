package netreader.format.txt.detection;

/** How common the characters of a language without an alphabet are. Not changed by anyone. */
final class CharacterModel {
    /** Characters beyond the first 65,536: emoji, rare hanzi. */
    private static final int SUPPLEMENTARY = 11 * LanguageModels.NAT;

    private final String name;
    private final byte[] costs;

    /** @param costs of each UTF-16 unit, in {@link LanguageModels#NAT}ths of a nat */
    CharacterModel(String name, byte[] costs) {
        this.name = name;
        this.costs = costs;
    }

    String name() {
        return name;
    }

    int cost(int unit) {
        if (unit >= 0xD800 && unit < 0xE000) {
            return SUPPLEMENTARY / 2;
        }
        return costs[unit] & 0xFF;
    }
}
