package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Chooses among the candidates of a text those that together are its headings. */
final class HeadingChoice {
    /** A word alone on its line that comes more often, and more often than there are volumes, is part of the text. */
    private static final int MOST_UNNUMBERED = 3;

    /** Bytes of other text, such as names of translators, between a heading and the same heading again. */
    private static final long SHORTEST_CHAPTER = 200;

    /** A heading and its level before levels that the book does not have are left out. */
    record Chosen(Candidate candidate, int rank) {}

    private final ChapterRules rules;
    private final List<Candidate> sure = new ArrayList<>();
    /** Those that count only as a sequence, by rule and kind. */
    private final Map<String, List<Candidate>> doubtful = new TreeMap<>();
    /** The same, below lines that are full and whose sentence may go on: in a book that ends every line so. */
    private final Map<String, List<Candidate>> crowded = new TreeMap<>();

    private final long bodyBytes;

    private HeadingChoice(ChapterRules rules, ChapterScan scan) {
        this.rules = rules;
        List<Candidate> book = upToEnd(scan);
        this.bodyBytes = book.size() < scan.found().size()
                ? scan.found().get(book.size()).bodyBefore()
                : scan.bodyBytes();
        boolean spaced = scan.spaced();
        for (Candidate candidate : book) {
            boolean alone = candidate.spaced() || !spaced || !isWestern(candidate);
            boolean ofItsOwn = alone && (candidate.unfinished() == 0 || !scan.isFull(candidate.unfinished()));
            if (ofItsOwn && isSure(candidate)) {
                sure.add(candidate);
            } else if (candidate.counted() && (ofItsOwn || isSure(candidate))) {
                doubtful.computeIfAbsent(group(candidate), key -> new ArrayList<>())
                        .add(candidate);
            } else if (candidate.counted() && alone) {
                crowded.computeIfAbsent(group(candidate), key -> new ArrayList<>())
                        .add(candidate);
            }
        }
    }

    private static String group(Candidate candidate) {
        return candidate.set() + " " + candidate.rule() + " " + candidate.kind() + " "
                + Numerals.style(candidate.number());
    }

    /** The headings in the order of the text. */
    static List<Chosen> of(ChapterRules rules, ChapterScan scan) {
        return new HeadingChoice(rules, scan).choose();
    }

    private List<Candidate> upToEnd(ChapterScan scan) {
        List<Candidate> all = scan.found();
        for (int i = 0; i < all.size(); i++) {
            Candidate each = all.get(i);
            if (rule(each).kind() == Rule.Kind.END && each.bodyBefore() * 2 > scan.bodyBytes()) {
                return all.subList(0, i);
            }
        }
        return all;
    }

    private Rule rule(Candidate candidate) {
        return rules.sets().get(candidate.set()).rules().get(candidate.rule());
    }

    private boolean isSure(Candidate candidate) {
        return !rules.sets().get(candidate.set()).weak()
                && (rule(candidate).kind() == Rule.Kind.HEADING
                        || rule(candidate).kind() == Rule.Kind.ALSO);
    }

    private boolean isNumbered(Candidate candidate) {
        return rule(candidate).kind() != Rule.Kind.ALSO;
    }

    private static boolean isWestern(Candidate candidate) {
        return candidate.text().chars().noneMatch(c -> c >= '\u2E80');
    }

    private List<Chosen> choose() {
        List<Candidate> headings = Outliers.without(withoutRepeats(ContentsTable.without(sure)));
        long chapters = headings.stream()
                .filter(each -> isNumbered(each) && rule(each).level() > 0)
                .count();
        List<Chosen> chosen = new ArrayList<>();
        headings.forEach(each -> chosen.add(new Chosen(each, rule(each).level())));
        List<Candidate> sequence = bestSequence();
        if (sequence.size() >= 3 && chapters * 5 < sequence.size()) {
            chosen.removeIf(each -> isNumbered(each.candidate()) && each.rank() > 0);
            int rank = Math.max(1, rule(sequence.get(0)).level());
            sequence.forEach(each -> chosen.add(new Chosen(each, rank)));
            volumesOver(sequence).forEach(each -> chosen.add(new Chosen(each, 0)));
            chosen.addAll(missing(sequence, each -> ofTheSame(sequence.get(0), each)));
        } else {
            List<Candidate> numbered = headings.stream()
                    .filter(each ->
                            each.counted() && isNumbered(each) && rule(each).level() > 0)
                    .toList();
            chosen.addAll(missing(numbered, each -> true));
        }
        chosen.sort(Comparator.comparingLong(each -> each.candidate().offset()));
        return withLevels(chosen);
    }

    /** A heading again, as on every printed page; another chapter with the same number has another title. */
    private List<Candidate> withoutRepeats(List<Candidate> headings) {
        Map<String, Integer> unnumbered = new HashMap<>();
        for (Candidate each : headings) {
            if (!isNumbered(each)) {
                unnumbered.merge(each.text(), 1, Integer::sum);
            }
        }
        long most = Math.max(MOST_UNNUMBERED, volumes(headings));
        List<Candidate> kept = new ArrayList<>();
        for (Candidate each : headings) {
            if (kept.isEmpty() || !repeats(kept.get(kept.size() - 1), each)) {
                if (isNumbered(each) || unnumbered.get(each.text()) <= most) {
                    kept.add(each);
                }
            }
        }
        return kept;
    }

    /** How many parts the book has, each with its own prologue or epilogue. */
    private long volumes(List<Candidate> headings) {
        long named = 0;
        long begun = 0;
        for (Candidate each : headings) {
            boolean outermost = rule(each).level() == 0;
            named += isNumbered(each) && outermost ? 1 : 0;
            begun += each.value() == 1 && !outermost ? 1 : 0;
        }
        return Math.max(named, begun);
    }

    private static boolean repeats(Candidate last, Candidate next) {
        if (!last.key().equals(next.key())) {
            return false;
        }
        long between = next.bodyBefore() - last.bodyBefore();
        if (last.title().equals(next.title())) {
            return between < SHORTEST_CHAPTER
                    || (!last.title().isEmpty() && last.text().equals(next.text()));
        }
        boolean alike = last.title().startsWith(next.title()) || next.title().startsWith(last.title());
        return between == 0 && (alike || last.counted());
    }

    private List<Candidate> bestSequence() {
        List<Candidate> best = List.of();
        for (List<Candidate> group : doubtful.values()) {
            List<Candidate> sequence = sequence(group, List.of());
            best = sequence.size() > best.size() ? sequence : best;
        }
        for (Map.Entry<String, List<Candidate>> group : crowded.entrySet()) {
            List<Candidate> sequence = sequence(group.getValue(), doubtful.getOrDefault(group.getKey(), List.of()));
            best = sequence.size() > best.size() ? sequence : best;
        }
        return best;
    }

    /** The sequence of a group, together with others of its rule; empty if they do not make up a book. */
    private List<Candidate> sequence(List<Candidate> group, List<Candidate> others) {
        Candidate any = group.get(0);
        if (rule(any).level() == 0) {
            return List.of();
        }
        List<Candidate> whole = new ArrayList<>(group);
        whole.addAll(others);
        sure.stream()
                .filter(each -> each.set() == any.set() && each.rule() == any.rule() && each.counted())
                .forEach(whole::add);
        whole.sort(Comparator.comparingLong(Candidate::offset));
        List<Candidate> outside = ContentsTable.without(whole);
        List<Candidate> sequence = NumberSequence.longest(outside);
        boolean fills = NumberSequence.fills(sequence, bodyBytes, isSure(any));
        return fills && sequence.size() * 2 >= outside.size() ? sequence : List.of();
    }

    /** Headings such as 上 that stand right over a chapter 1. */
    private List<Candidate> volumesOver(List<Candidate> sequence) {
        TreeMap<Long, Candidate> chapters = new TreeMap<>();
        sequence.forEach(each -> chapters.put(each.offset(), each));
        return doubtful.values().stream()
                .flatMap(List::stream)
                .filter(each -> rule(each).level() == 0)
                .filter(each -> {
                    Map.Entry<Long, Candidate> next = chapters.higherEntry(each.offset());
                    return next != null
                            && next.getValue().bodyBefore() == each.bodyBefore()
                            && rules.sets().get(each.set()).weak();
                })
                .toList();
    }

    /** Doubtful candidates whose numbers are missing in a sequence, with the level of the headings before them. */
    private List<Chosen> missing(List<Candidate> numbered, Predicate<Candidate> allowed) {
        TreeMap<Long, Candidate> others = new TreeMap<>();
        doubtful.values().stream()
                .flatMap(List::stream)
                .filter(allowed)
                .forEach(each -> others.put(each.offset(), each));
        return MissingNumbers.among(others, numbered, this::isLikely).stream()
                .map(found -> new Chosen(
                        found.candidate(), Math.max(1, rule(found.neighbour()).level())))
                .toList();
    }

    private boolean ofTheSame(Candidate first, Candidate each) {
        return each.set() == first.set() && each.kind().equals(first.kind());
    }

    private boolean isLikely(Candidate candidate) {
        return rule(candidate).kind() == Rule.Kind.GAP || isSure(candidate);
    }

    /** What has no number belongs to the chapters, and to the volumes if it comes before them. */
    private List<Chosen> withLevels(List<Chosen> chosen) {
        TreeSet<Integer> ranks = new TreeSet<>();
        chosen.stream().filter(each -> isNumbered(each.candidate())).forEach(each -> ranks.add(each.rank()));
        if (ranks.isEmpty()) {
            return List.of();
        }
        int chapters = ranks.ceiling(1) == null ? ranks.first() : ranks.ceiling(1);
        List<Chosen> levelled = new ArrayList<>();
        boolean begun = false;
        for (Chosen each : chosen) {
            boolean numbered = isNumbered(each.candidate());
            begun |= numbered;
            int rank = numbered ? each.rank() : begun ? chapters : ranks.first();
            levelled.add(new Chosen(each.candidate(), ranks.headSet(rank).size()));
        }
        return levelled;
    }
}
