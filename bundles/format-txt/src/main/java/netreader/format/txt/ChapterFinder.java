package netreader.format.txt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.format.FormatException;
import netreader.format.Outline;
import netreader.format.Work;

/** Finds the chapters of a text, as far as it is let each time. One thread. */
final class ChapterFinder {
    /** A heading that has its title on the next line; longer ones are the text. */
    private static final int LONGEST_SECOND_LINE = 40;

    private final ChapterRules rules;
    private final ChapterScan scan;

    ChapterFinder(TextFile file, Detection detection, ChapterRules rules) {
        this.rules = rules;
        this.scan = new ChapterScan(file, detection);
    }

    /** Goes on looking. Without entries until the end is reached: what is a heading is decided by the whole book. */
    Outline find(Work work) throws FormatException {
        scan.run(rules, work);
        if (!scan.complete()) {
            return new Outline(List.of(), false);
        }
        Map<Candidate, String> below = new HashMap<>();
        for (int i = 0; i < scan.following().size(); i++) {
            below.put(scan.found().get(i), scan.following().get(i));
        }
        List<Outline.Entry> entries = new ArrayList<>();
        for (HeadingChoice.Chosen chosen : HeadingChoice.of(rules, scan)) {
            Candidate heading = chosen.candidate();
            String title = heading.text() + secondLine(heading, below.getOrDefault(heading, ""));
            entries.add(new Outline.Entry(shortened(title), chosen.rank(), heading.offset()));
        }
        return new Outline(entries, true);
    }

    private static String secondLine(Candidate heading, String below) {
        boolean wanted = heading.counted()
                && heading.title().isEmpty()
                && !heading.kind().isEmpty();
        boolean title = wanted
                && !below.isEmpty()
                && below.length() <= LONGEST_SECOND_LINE
                && Character.isLetterOrDigit(below.charAt(0))
                && !Character.isLowerCase(below.charAt(0))
                && below.chars().noneMatch(c -> "。！？，；：“”「」『』.!?,;:\"".indexOf(c) >= 0);
        return title ? (below.charAt(0) < '\u2E80' ? " " : "　") + below : "";
    }

    private static String shortened(String title) {
        return title.length() <= LineMatcher.LONGEST ? title : title.substring(0, LineMatcher.LONGEST) + "…";
    }
}
