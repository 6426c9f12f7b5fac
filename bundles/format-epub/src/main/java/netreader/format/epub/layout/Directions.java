package netreader.format.epub.layout;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import netreader.format.epub.chapter.TextDirection;

/** Cuts paragraphs into runs of one direction, by the JDK's bidirectional algorithm. For one paragraph. */
final class Directions implements BidiSplitter {
    private final List<BidiTextRun> runs = new ArrayList<>();

    @Override
    public void setParagraph(String paragraph, byte direction) {
        runs.clear();
        if (direction != RTL && !Bidi.requiresBidi(paragraph.toCharArray(), 0, paragraph.length())) {
            runs.add(new BidiTextRun(0, paragraph.length(), LTR));
            return;
        }
        Bidi bidi = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        for (int i = 0; i < bidi.getRunCount(); i++) {
            runs.add(new BidiTextRun(
                    bidi.getRunStart(i),
                    bidi.getRunLimit(i) - bidi.getRunStart(i),
                    bidi.getRunLevel(i) % 2 == 0 ? LTR : RTL));
        }
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        return runs.get(index);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return TextDirection.of(paragraph).equals("rtl") ? RTL : LTR;
    }

    /** Leaves text as it is: letters are put in order and joined when they are painted. */
    static final class Unchanged implements BidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String text) {
            return text;
        }

        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
