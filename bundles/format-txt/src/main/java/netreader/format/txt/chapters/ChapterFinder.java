package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.List;
import netreader.format.FormatException;
import netreader.format.Outline;
import netreader.format.Work;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/** Finds the chapters of a text, as far as it is let each time. One thread. */
final class ChapterFinder {
    /** A heading that has its title on the next line; longer ones are the text. */
    private static final int LONGEST_SECOND_LINE = 40;

    private final ChapterRules rules;
    private final ChapterScan scan;

    ChapterFinder(TextFile file, Detection detection, ChapterRules rules) {
        this.rules = rules;
        this.scan = new ChapterScan(file, detection, rules);
    }

    /** Goes on looking. Without entries until the end is reached: what is a heading is decided by the whole book. */
    Outline find(Work work) throws FormatException {
        scan.run(work);
        if (!scan.complete()) {
            return new Outline(List.of(), false);
        }
        List<Outline.Entry> entries = new ArrayList<>();
        for (HeadingChoice.Chosen chosen : HeadingChoice.of(rules, scan)) {
            Candidate heading = chosen.candidate();
            String title = withSecondLine(heading.text(), scan.lineBelow(heading));
            entries.add(new Outline.Entry(shortened(title), chosen.rank(), heading.offset()));
        }
        return new Outline(entries, true);
    }

    /** @param below empty if the heading has its title already */
    private static String withSecondLine(String heading, String below) {
        boolean title = !below.isEmpty()
                && below.length() <= LONGEST_SECOND_LINE
                && Character.isLetterOrDigit(below.charAt(0))
                && !Character.isLowerCase(below.charAt(0))
                && below.chars().noneMatch(c -> "。！？，；：“”「」『』.!?,;:\"".indexOf(c) >= 0);
        return title ? heading + (below.charAt(0) < '\u2E80' ? " " : "　") + below : heading;
    }

    private static String shortened(String title) {
        return title.length() <= LineMatcher.LONGEST ? title : title.substring(0, LineMatcher.LONGEST) + "…";
    }
}
