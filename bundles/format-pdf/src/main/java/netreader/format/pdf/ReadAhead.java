package netreader.format.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import netreader.format.FormatException;
import netreader.format.Work;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDPageTree;

/**
 * Asks a slow source for all that a page refers to before it is used, one wave after the other: PDFBox asks for one
 * object at a time, and each may cost a round trip. Failures and cancelling are met here, where they leave no holes in
 * PDFBox's objects. One thread at a time.
 */
final class ReadAhead {
    /** Over these, a page's objects are fetched when they are used. */
    private static final int MOST_OBJECTS = 200;

    private static final long MOST_BYTES = 8 << 20;
    private static final int MOST_WAVES = 8;

    /** Resources of a whole book; the page may use one of them. */
    private static final int MOST_ENTRIES = 40;

    /** Entries that lead away from the page, or to what is not painted. */
    private static final Set<COSName> AWAY = Set.of(
            COSName.PARENT,
            COSName.P,
            COSName.A,
            COSName.AA,
            COSName.B,
            COSName.DEST,
            COSName.NEXT,
            COSName.PREV,
            COSName.METADATA,
            COSName.PIECE_INFO,
            COSName.STRUCT_PARENT,
            COSName.STRUCT_PARENTS,
            COSName.getPDFName("Thumb"),
            COSName.getPDFName("Popup"),
            COSName.getPDFName("IRT"),
            COSName.D,
            COSName.R,
            COSName.OC);

    private final COSDocument document;
    private final SourceReader reader;
    private long[] starts;

    ReadAhead(COSDocument document, SourceReader reader) {
        this.document = document;
        this.reader = reader;
    }

    /** Fetches these objects, as far as they are references that were not followed yet and there are not too many. */
    void objects(Iterable<? extends COSBase> wanted) {
        List<COSObject> unread = new ArrayList<>();
        for (COSBase each : wanted) {
            if (each instanceof COSObject reference && !reference.isDereferenced()) {
                unread.add(reference);
            }
        }
        if (unread.size() > 1) {
            hint(unread, MOST_BYTES);
        }
    }

    /**
     * Fetches what is needed to paint a page, or only to read its text.
     *
     * @throws FormatException CANCELLED or IO
     */
    void page(COSDictionary page, boolean textOnly, Work work) throws FormatException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<COSObject> wave = new ArrayList<>();
        for (COSName key : List.of(COSName.CONTENTS, COSName.RESOURCES)) {
            collect(PDPageTree.getInheritableAttribute(page, key), textOnly, seen, wave);
        }
        collect(page, textOnly, seen, wave);
        int objects = 0;
        long bytes = 0;
        for (int i = 0; i < MOST_WAVES && !wave.isEmpty(); i++) {
            objects += wave.size();
            if (objects > MOST_OBJECTS || bytes > MOST_BYTES) {
                return;
            }
            bytes += fetch(wave, MOST_BYTES - bytes, work);
            List<COSObject> next = new ArrayList<>();
            for (COSObject each : wave) {
                collect(each.getObject(), textOnly, seen, next);
            }
            wave = next;
        }
    }

    /** Finds the references below an object that were not followed yet. */
    private void collect(COSBase base, boolean textOnly, Set<COSBase> seen, List<COSObject> unread) {
        if (base instanceof COSObject reference) {
            if (reference.isDereferenced()) {
                collect(reference.getObject(), textOnly, seen, unread);
            } else if (seen.add(reference)) {
                unread.add(reference);
            }
        } else if (base instanceof COSArray array && array.size() <= MOST_ENTRIES && seen.add(array)) {
            array.forEach(each -> collect(each, textOnly, seen, unread));
        } else if (base instanceof COSDictionary dictionary
                && dictionary.size() <= MOST_ENTRIES
                && seen.add(dictionary)) {
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                boolean wanted = !textOnly || !notText(entry.getKey());
                if (wanted && !AWAY.contains(entry.getKey())) {
                    collect(entry.getValue(), textOnly, seen, unread);
                }
            }
        }
    }

    private static boolean notText(COSName key) {
        return key.equals(COSName.XOBJECT)
                || key.equals(COSName.PATTERN)
                || key.equals(COSName.SHADING)
                || key.equals(COSName.COLORSPACE)
                || key.equals(COSName.ANNOTS);
    }

    private long fetch(List<COSObject> wave, long most, Work work) throws FormatException {
        List<long[]> extents = hint(wave, most);
        long bytes = 0;
        for (long[] extent : extents) {
            reader.fetch(extent[0], extent[1], work);
            bytes += extent[1] - extent[0];
        }
        return bytes;
    }

    /** Asks for the bytes of objects, neighbours together; returns from where to where they are. */
    private List<long[]> hint(List<COSObject> wanted, long most) {
        List<long[]> extents = new ArrayList<>();
        for (COSObject each : wanted) {
            long start = offset(each.getKey());
            if (start > 0) {
                extents.add(new long[] {start, end(start)});
            }
        }
        extents.sort((a, b) -> Long.compare(a[0], b[0]));
        List<long[]> merged = new ArrayList<>();
        long left = most;
        for (long[] extent : extents) {
            long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && extent[0] <= last[1] + SourceReader.BLOCK) {
                left -= Math.max(0, extent[1] - last[1]);
                last[1] = Math.max(last[1], extent[1]);
            } else {
                left -= extent[1] - extent[0];
                merged.add(extent);
            }
            if (left < 0) {
                long[] tooLong = merged.get(merged.size() - 1);
                tooLong[1] = Math.max(tooLong[0], tooLong[1] + left);
                break;
            }
        }
        for (long[] extent : merged) {
            reader.prefetch(extent[0], extent[1]);
        }
        return merged;
    }

    /** Where an object stands, or the stream that holds it; 0 if that is not known. */
    private long offset(COSObjectKey key) {
        Map<COSObjectKey, Long> table = document.getXrefTable();
        Long offset = key == null ? null : table.get(key);
        if (offset != null && offset < 0) {
            offset = table.get(new COSObjectKey(-offset, 0));
        }
        return offset == null || offset < 0 ? 0 : offset;
    }

    /** What comes next in the file. */
    private long end(long start) {
        if (starts == null) {
            starts = LongStream.concat(
                            document.getXrefTable().values().stream().mapToLong(Long::longValue),
                            LongStream.of(document.getStartXref(), reader.length()))
                    .filter(offset -> offset > 0)
                    .sorted()
                    .toArray();
        }
        int at = Arrays.binarySearch(starts, start + 1);
        int next = at < 0 ? -at - 1 : at;
        return next < starts.length ? Math.min(starts[next], reader.length()) : reader.length();
    }
}
