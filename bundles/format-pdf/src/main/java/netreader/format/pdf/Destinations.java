package netreader.format.pdf;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;

/**
 * Finds the pages to which destinations of a document lead, without reading these pages: by their keys. One thread at a
 * time.
 */
final class Destinations {
    private static final int DEEPEST = 32;

    private final BookDocument document;
    private final IdentityHashMap<COSDictionary, Map<String, COSBase>> leaves = new IdentityHashMap<>();

    Destinations(BookDocument document) {
        this.document = document;
    }

    /** The page of a link's or a bookmark's destination or action; empty if it leads to none in this document. */
    OptionalInt page(COSDictionary linkOrBookmark) {
        COSBase direct = linkOrBookmark.getDictionaryObject(COSName.DEST);
        if (direct != null) {
            return page(direct, 0);
        }
        COSDictionary action = linkOrBookmark.getCOSDictionary(COSName.A);
        boolean goes = action != null && COSName.getPDFName("GoTo").equals(action.getCOSName(COSName.S));
        return goes ? page(action.getDictionaryObject(COSName.D), 0) : OptionalInt.empty();
    }

    private OptionalInt page(COSBase destination, int depth) {
        if (depth > DEEPEST) {
            return OptionalInt.empty();
        }
        if (destination instanceof COSArray explicit && explicit.size() > 0) {
            return target(explicit.get(0));
        }
        if (destination instanceof COSDictionary wrapped) {
            return page(wrapped.getDictionaryObject(COSName.D), depth + 1);
        }
        if (destination instanceof COSString name) {
            COSDictionary names = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.NAMES);
            COSDictionary tree = names == null ? null : names.getCOSDictionary(COSName.DESTS);
            return tree == null ? OptionalInt.empty() : page(named(tree, name.getString(), 0), depth + 1);
        }
        if (destination instanceof COSName name) {
            COSDictionary old = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.DESTS);
            return old == null ? OptionalInt.empty() : page(old.getDictionaryObject(name), depth + 1);
        }
        return OptionalInt.empty();
    }

    private OptionalInt target(COSBase page) {
        OptionalInt index = OptionalInt.empty();
        COSObjectKey key = page == null ? null : page.getKey();
        if (key != null) {
            index = document.pageTree().indexOf(key);
        }
        if (index.isEmpty() && Cos.value(page) instanceof COSNumber number) {
            index = OptionalInt.of(number.intValue());
        }
        boolean within = index.isPresent() && index.getAsInt() >= 0 && index.getAsInt() < document.getNumberOfPages();
        return within ? index : OptionalInt.empty();
    }

    private COSBase named(COSDictionary node, String name, int depth) {
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null || node.containsKey(COSName.NAMES)) {
            return Cos.value(leaves.computeIfAbsent(node, Destinations::names).get(name));
        }
        document.readAhead().objects(kids);
        for (int i = 0; i < kids.size() && depth < DEEPEST; i++) {
            if (kids.getObject(i) instanceof COSDictionary kid && mayHold(kid, name)) {
                COSBase found = named(kid, name, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean mayHold(COSDictionary node, String name) {
        COSArray limits = node.getCOSArray(COSName.LIMITS);
        boolean known = limits != null
                && limits.size() > 1
                && limits.getObject(0) instanceof COSString
                && limits.getObject(1) instanceof COSString;
        if (!known) {
            return true;
        }
        String least = ((COSString) limits.getObject(0)).getString();
        String most = ((COSString) limits.getObject(1)).getString();
        return most.compareTo(least) < 0 || (least.compareTo(name) <= 0 && most.compareTo(name) >= 0);
    }

    private static Map<String, COSBase> names(COSDictionary leaf) {
        Map<String, COSBase> names = new HashMap<>();
        COSArray pairs = leaf.getCOSArray(COSName.NAMES);
        for (int i = 0; pairs != null && i + 1 < pairs.size(); i += 2) {
            if (pairs.getObject(i) instanceof COSString name) {
                names.putIfAbsent(name.getString(), pairs.get(i + 1));
            }
        }
        return names;
    }
}
