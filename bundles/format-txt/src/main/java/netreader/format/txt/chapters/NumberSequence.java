package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the sequence of growing numbers in a list of candidates that also holds other numbers. */
final class NumberSequence {
    /** Chapters have more text than the items of a list. Bytes. */
    private static final long SHORTEST_CHAPTER = 120;

    private static final double RESTART = -2;
    private static final double MISSING_ONE = 0.5;
    private static final double LATE_START = 0.2;

    private final List<Candidate> candidates;
    private final double[] score;
    private final int[] before;

    private NumberSequence(List<Candidate> candidates) {
        this.candidates = candidates;
        this.score = new double[candidates.size()];
        this.before = new int[candidates.size()];
    }

    /** The longest sequence: each number follows the one before, misses one or two, or begins again at 1. */
    static List<Candidate> longest(List<Candidate> candidates) {
        return new NumberSequence(candidates).find();
    }

    /**
     * Whether chapters that begin at these places make up a book; a list in a chapter does not.
     *
     * @param mayBeShort whether its lines look so much like headings that their chapters need no length
     */
    static boolean fills(List<Candidate> sequence, long bodyBytes, boolean mayBeShort) {
        if (sequence.size() < 3 || bodyBytes == 0) {
            return false;
        }
        long longest = sequence.get(0).bodyBefore();
        int shortOnes = 0;
        for (int i = 0; i < sequence.size(); i++) {
            long end = i + 1 < sequence.size() ? sequence.get(i + 1).bodyBefore() : bodyBytes;
            long length = end - sequence.get(i).bodyBefore();
            longest = Math.max(longest, length);
            shortOnes += length < SHORTEST_CHAPTER ? 1 : 0;
        }
        double share = Math.max(0.2, Math.min(0.6, 6.0 / sequence.size()));
        return longest <= share * bodyBytes && (mayBeShort || shortOnes * 4 < sequence.size());
    }

    private List<Candidate> find() {
        Map<Long, Integer> latest = new HashMap<>();
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            long number = candidates.get(i).value();
            score[i] = number <= 1 ? 1 : LATE_START;
            before[i] = -1;
            follow(i, latest.getOrDefault(number - 1, -1), 1);
            follow(i, latest.getOrDefault(number - 2, -1), MISSING_ONE);
            follow(i, latest.getOrDefault(number - 3, -1), MISSING_ONE / 2);
            if (number == 1) {
                follow(i, best, RESTART);
            }
            int known = latest.getOrDefault(number, -1);
            if (known < 0 || score[i] >= score[known]) {
                latest.put(number, i);
            }
            best = best < 0 || score[i] > score[best] ? i : best;
        }
        List<Candidate> sequence = new ArrayList<>();
        for (int i = best; i >= 0; i = before[i]) {
            sequence.add(candidates.get(i));
        }
        Collections.reverse(sequence);
        return sequence;
    }

    private void follow(int i, int previous, double gain) {
        if (previous < 0) {
            return;
        }
        long text = candidates.get(i).bodyBefore() - candidates.get(previous).bodyBefore();
        double sum = score[previous] + (text < SHORTEST_CHAPTER ? gain / 10 : gain);
        if (sum > score[i]) {
            score[i] = sum;
            before[i] = previous;
        }
    }
}
