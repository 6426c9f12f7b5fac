package netreader.format.txt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import netreader.format.FormatException;
import netreader.format.Outline;
import netreader.format.Work;

/** Finds the chapters of a text by its headings, without those in a table of contents at its front. */
final class ChapterFinder {
    /** Fewer headings in a row without any text between them may well be a volume, a part and a chapter. */
    private static final int SHORTEST_CONTENTS = 4;

    /** A heading and whether text follows before the next one. */
    private record Found(Heading heading, long offset, boolean hasBody) {
        Found withBody() {
            return new Found(heading, offset, true);
        }
    }

    private final TextFile file;
    private final Detection detection;

    ChapterFinder(TextFile file, Detection detection) {
        this.file = file;
        this.detection = detection;
    }

    /** The chapters up to the place where the work was cancelled, if it was. */
    Outline find(Work work) throws FormatException {
        List<Found> found = new ArrayList<>();
        LineReader lines = new LineReader(file, detection);
        while (!work.cancelled()) {
            if (!lines.next()) {
                return outline(found, true);
            }
            String text = lines.text();
            Heading.in(text)
                    .ifPresentOrElse(
                            heading -> found.add(new Found(heading, lines.offset(), false)),
                            () -> noteBody(found, text, lines.length()));
        }
        return outline(found, false);
    }

    private static void noteBody(List<Found> found, String text, long length) {
        int last = found.size() - 1;
        if (last >= 0 && !found.get(last).hasBody() && length > 0 && (text.isEmpty() || !text.isBlank())) {
            found.set(last, found.get(last).withBody());
        }
    }

    private static Outline outline(List<Found> found, boolean complete) {
        List<Found> chapters = withoutContents(found);
        TreeSet<Integer> ranks = new TreeSet<>();
        chapters.forEach(chapter -> ranks.add(chapter.heading().rank()));
        List<Outline.Entry> entries = chapters.stream()
                .map(chapter -> new Outline.Entry(
                        chapter.heading().title(),
                        ranks.headSet(chapter.heading().rank()).size(),
                        chapter.offset()))
                .toList();
        return new Outline(entries, complete);
    }

    /** Drops the first run of headings without text between them, as far as they come again after it. */
    private static List<Found> withoutContents(List<Found> found) {
        int from = 0;
        while (from < found.size()) {
            int to = from;
            while (to < found.size() && !found.get(to).hasBody()) {
                to++;
            }
            if (to < found.size() && to - from + 1 >= SHORTEST_CONTENTS) {
                return withoutRepeated(found, from, to);
            }
            from = to + 1;
        }
        return found;
    }

    /** The heading at {@code to} is the run's last, with a preface below it, or a chapter's first. */
    private static List<Found> withoutRepeated(List<Found> found, int from, int to) {
        List<Found> kept = new ArrayList<>();
        Set<String> later = new HashSet<>();
        for (int i = found.size() - 1; i >= 0; i--) {
            Found each = found.get(i);
            boolean inRun = i >= from && i <= to;
            if (!inRun || !later.contains(each.heading().key())) {
                kept.add(0, each);
            }
            later.add(each.heading().key());
        }
        return kept;
    }
}
