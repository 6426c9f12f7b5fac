package netreader.format.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import netreader.format.Outline;
import netreader.format.Work;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * Reads the outline of a document, each call from where the last was cancelled; an item is read once, so that items which
 * lead in a circle come to an end. One thread at a time.
 */
final class Bookmarks {
    private static final int DEEPEST = 64;
    private static final int MOST = 100_000;

    private record Pending(PDOutlineItem item, int level) {}

    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Outline.Entry> entries = new ArrayList<>();
    // Not recursive, since the depth is up to the file.
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final BookDocument document;
    private boolean begun;

    Bookmarks(BookDocument document) {
        this.document = document;
    }

    Outline read(Work work) {
        if (!begun) {
            PDDocumentOutline root = document.getDocumentCatalog().getDocumentOutline();
            if (root != null) {
                push(root.getFirstChild(), 0);
            }
            begun = true;
        }
        while (!pending.isEmpty()) {
            if (work.cancelled() || entries.size() >= MOST) {
                return new Outline(entries, false);
            }
            Pending next = pending.pop();
            add(next.item(), next.level());
            COSDictionary item = next.item().getCOSObject();
            document.readAhead()
                    .objects(Stream.of(item.getItem(COSName.NEXT), item.getItem(COSName.FIRST))
                            .filter(Objects::nonNull)
                            .toList());
            push(next.item().getNextSibling(), next.level());
            if (next.level() < DEEPEST) {
                push(next.item().getFirstChild(), next.level() + 1);
            }
        }
        return new Outline(entries, true);
    }

    private void push(PDOutlineItem item, int level) {
        if (item != null && seen.add(item.getCOSObject())) {
            pending.push(new Pending(item, level));
        }
    }

    /** An item that leads nowhere, such as a mere heading, stands where the one before it does. */
    private void add(PDOutlineItem item, int level) {
        long before = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).anchor();
        int page = document.destinations().page(item.getCOSObject()).orElse((int) before);
        String title = item.getTitle() == null ? "" : item.getTitle().strip().replaceAll("\\s+", " ");
        entries.add(new Outline.Entry(title, level, page));
    }
}
