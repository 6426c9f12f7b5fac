package netreader.format.epub.layout;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import netreader.format.TextRun;

/** A page's contents while they are collected. */
final class PageDraft {
    private final List<TextRun> runs = new ArrayList<>();
    private final List<PageContents.Reference> references = new ArrayList<>();
    private int first = Integer.MAX_VALUE;

    List<TextRun> runs() {
        return runs;
    }

    void note(int position) {
        first = Math.min(first, position);
    }

    boolean isEmpty() {
        return first == Integer.MAX_VALUE;
    }

    int first() {
        return first;
    }

    void add(TextRun run) {
        runs.add(run);
    }

    void endLine() {
        TextRun last = runs.remove(runs.size() - 1);
        runs.add(new TextRun(last.text(), last.bounds(), true));
    }

    /** Words of one link that stand side by side are one area. */
    void link(Rectangle2D bounds, String target) {
        if (!references.isEmpty()) {
            PageContents.Reference last = references.get(references.size() - 1);
            Rectangle2D before = last.bounds();
            if (last.target().equals(target)
                    && Math.abs(before.getY() - bounds.getY()) < 1
                    && Math.abs(before.getHeight() - bounds.getHeight()) < 1) {
                references.set(references.size() - 1, new PageContents.Reference(before.createUnion(bounds), target));
                return;
            }
        }
        references.add(new PageContents.Reference(bounds, target));
    }

    PageContents.Page page(int position) {
        return new PageContents.Page(position, List.copyOf(runs), List.copyOf(references));
    }
}
