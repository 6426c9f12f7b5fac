package netreader.format.pdf.jpx;

/**
 * The contexts of the bits of a code block (ISO/IEC 15444-1, annex D), looked up by what is known of the neighbours.
 * Nine bits tell which of a sample's neighbours are significant: three above from left to right, left, the sample itself
 * (which does not matter), right, and three below.
 */
final class Contexts {
    static final int RUN = 17;
    static final int UNIFORM = 18;

    /** For significance: by the kind of band (right half + 2 × lower half), then by the nine bits. */
    private static final byte[][] SIGNIFICANCE = new byte[4][512];

    /**
     * For signs, by the neighbours across and down: bits 3, 5, 1 and 7 tell that left, right, above and below are
     * significant, bits 0, 2, 4 and 6 that they are negative. The context, and 32 if the bit is to be turned.
     */
    private static final byte[] SIGN = new byte[256];

    static {
        for (int near = 0; near < 512; near++) {
            int across = (near >> 3 & 1) + (near >> 5 & 1);
            int down = (near >> 1 & 1) + (near >> 7 & 1);
            int diagonal = (near & 1) + (near >> 2 & 1) + (near >> 6 & 1) + (near >> 8 & 1);
            SIGNIFICANCE[0][near] = (byte) straight(across, down, diagonal);
            SIGNIFICANCE[1][near] = (byte) straight(down, across, diagonal);
            SIGNIFICANCE[2][near] = SIGNIFICANCE[0][near];
            SIGNIFICANCE[3][near] = (byte) diagonal(across + down, diagonal);
        }
        for (int near = 0; near < 256; near++) {
            int across = sum(near >> 3 & 1, near & 1, near >> 5 & 1, near >> 2 & 1);
            int down = sum(near >> 1 & 1, near >> 4 & 1, near >> 7 & 1, near >> 6 & 1);
            boolean turned = across < 0 || (across == 0 && down < 0);
            int context = 9 + Math.abs(3 * across + down);
            SIGN[near] = (byte) (turned ? context | 32 : context);
        }
    }

    private Contexts() {}

    static byte[] significance(Band band) {
        return SIGNIFICANCE[band.right() + 2 * band.lower()];
    }

    static int sign(int near) {
        return SIGN[near];
    }

    private static int straight(int along, int other, int diagonal) {
        if (along == 2) {
            return 8;
        }
        if (along == 1) {
            return other > 0 ? 7 : diagonal > 0 ? 6 : 5;
        }
        return other > 0 ? 2 + other : Math.min(2, diagonal);
    }

    private static int diagonal(int straight, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> 6 + Math.min(1, straight);
            default -> 8;
        };
    }

    private static int sum(int significant, int negative, int otherSignificant, int otherNegative) {
        int sum = significant * (1 - 2 * negative) + otherSignificant * (1 - 2 * otherNegative);
        return Integer.signum(sum);
    }
}
