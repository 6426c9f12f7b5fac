package netreader.format.txt;

import java.util.List;

/** Tells Chinese from Western text by the shape of its bytes: hanzi of GB 2312 are pairs of high bytes. */
final class HanziShare {
    private HanziShare() {}

    /** The share of the high bytes that stand in pairs which GB 2312 has as common hanzi or punctuation, 0 to 1. */
    static double of(List<Sample> samples) {
        long high = 0;
        long paired = 0;
        for (Sample sample : samples) {
            byte[] bytes = sample.cleaned();
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] >= 0) {
                    continue;
                }
                int lead = bytes[i] & 0xFF;
                int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
                boolean common = trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || lead == 0xA1 || lead == 0xA3);
                high += trail >= 0x80 ? 2 : 1;
                paired += common ? 2 : 0;
                i += trail >= 0x80 ? 1 : 0;
            }
        }
        return high == 0 ? 0 : (double) paired / high;
    }
}
