package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out tables of contents: headings close to each other that come again with text below them. */
final class ContentsTable {
    /** Fewer headings in a row may well be a volume and its first chapter. */
    private static final int SHORTEST = 3;

    /** Bytes of other text that may stand between two lines of a table. */
    private static final long LONGEST_GAP = 200;

    /** No book numbers so many chapters alike; a file that does is not looked at in all its pairs. */
    private static final int MOST_SAME = 64;

    private final List<Candidate> headings;
    /** Of headings that come in such runs. */
    private final Map<String, List<Candidate>> byKey = new HashMap<>();

    private ContentsTable(List<Candidate> headings) {
        this.headings = headings;
        Set<String> inRuns = new HashSet<>();
        for (int from = 0; from < headings.size(); from = runEnd(from)) {
            if (runEnd(from) - from >= SHORTEST) {
                headings.subList(from, runEnd(from)).forEach(heading -> inRuns.add(heading.key()));
            }
        }
        for (Candidate heading : inRuns.isEmpty() ? List.<Candidate>of() : headings) {
            if (inRuns.contains(heading.key())) {
                List<Candidate> same = byKey.computeIfAbsent(heading.key(), key -> new ArrayList<>());
                if (same.size() < MOST_SAME) {
                    same.add(heading);
                }
            }
        }
    }

    /** @param headings in the order of the file */
    static List<Candidate> without(List<Candidate> headings) {
        return new ContentsTable(headings).kept();
    }

    private List<Candidate> kept() {
        List<Candidate> kept = new ArrayList<>();
        int to;
        for (int from = 0; from < headings.size(); from = to) {
            to = runEnd(from);
            kept.addAll(headings.subList(from + linesOfTable(headings.subList(from, to)), to));
        }
        return kept;
    }

    /** Index after the last of the headings that stand close to each other from an index on. */
    private int runEnd(int from) {
        int to = from + 1;
        while (to < headings.size()
                && headings.get(to).bodyBefore() - headings.get(to - 1).bodyBefore() <= LONGEST_GAP) {
            to++;
        }
        return to;
    }

    /** How many headings at the beginning of a run are a table; what follows it at once may be the first chapter. */
    private int linesOfTable(List<Candidate> run) {
        if (run.size() < SHORTEST || (run.size() == headings.size() && !repeats(run))) {
            return 0;
        }
        int table = run.size();
        while (table > 0 && isReal(run, table)) {
            table--;
        }
        long start = run.get(0).offset();
        long end = run.get(run.size() - 1).offset();
        int again = 0;
        for (Candidate line : run.subList(0, table)) {
            again += comesAgain(line, start, table < run.size() ? run.get(table).offset() - 1 : end) ? 1 : 0;
        }
        return table >= SHORTEST - 1 && again >= 0.6 * table ? table : 0;
    }

    private static boolean repeats(List<Candidate> run) {
        return run.stream().map(Candidate::key).distinct().count() < run.size();
    }

    /**
     * Whether the run's heading before an index is more often in the run than its table can have it. If it
     * stands right below another, the only one of its number there and one outside mean the same chapter, whatever their
     * titles.
     */
    private boolean isReal(List<Candidate> run, int index) {
        Candidate heading = run.get(index - 1);
        int inRun = 0;
        int outside = 0;
        int alikeInRun = 0;
        int alikeOutside = 0;
        for (Candidate each : byKey.get(heading.key())) {
            boolean inside = each.offset() >= run.get(0).offset() && each.offset() <= heading.offset();
            boolean same = same(each, heading);
            inRun += same && inside ? 1 : 0;
            outside += same && !inside ? 1 : 0;
            alikeInRun += inside ? 1 : 0;
            alikeOutside += inside ? 0 : 1;
        }
        boolean inTable = index > 1 && run.get(index - 2).bodyBefore() == heading.bodyBefore();
        boolean renamed = inTable && outside == 0 && alikeInRun == 1 && alikeOutside == 1;
        return inRun > outside && !renamed;
    }

    private boolean comesAgain(Candidate line, long tableStart, long tableEnd) {
        int outside = 0;
        boolean same = false;
        for (Candidate each : byKey.get(line.key())) {
            if (each.offset() < tableStart || each.offset() > tableEnd) {
                outside++;
                same |= same(each, line);
            }
        }
        return outside == 1 || same;
    }

    /** Whether a line of a table and a heading mean the same chapter. */
    private static boolean same(Candidate a, Candidate b) {
        if (!a.key().equals(b.key())) {
            return false;
        }
        if (a.title().equals(b.title())) {
            return true;
        }
        String one = letters(a.title());
        String other = letters(b.title());
        return one.startsWith(other) || other.startsWith(one);
    }

    private static String letters(String title) {
        StringBuilder letters = new StringBuilder();
        title.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append(Character.toLowerCase((char) c)));
        return letters.toString();
    }
}
