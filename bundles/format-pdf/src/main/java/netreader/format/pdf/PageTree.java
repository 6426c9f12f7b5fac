package netreader.format.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FlateFilterDecoderStream;
import org.apache.pdfbox.io.NonSeekableRandomAccessReadInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Finds pages by what the nodes of the tree count. PDFBox reads every kid of a node it comes by, which in a flat tree is
 * every page of the book; its way is only taken when the counts do not add up. One thread at a time.
 */
final class PageTree extends PDPageTree {
    /** Balanced trees of millions of pages are less than ten nodes deep. */
    private static final int DEEPEST = 64;

    private static final class Page extends PDPage {
        private final BookDocument document;
        private PDResources resources;

        Page(COSDictionary dictionary, BookDocument document) {
            super(dictionary);
            this.document = document;
        }

        /** With the document's cache, so that a font is made once for all pages. */
        @Override
        public PDResources getResources() {
            if (resources == null
                    && getInheritableAttribute(getCOSObject(), COSName.RESOURCES) instanceof COSDictionary found) {
                resources = new PDResources(found, document.getResourceCache());
            }
            return resources;
        }

        @Override
        public RandomAccessRead getContentsForStreamParsing() throws IOException {
            COSStream only = getCOSObject().getCOSStream(COSName.CONTENTS);
            if (only == null || !COSName.FLATE_DECODE.equals(only.getFilters())) {
                return getContentsForRandomAccess();
            }
            // As PDFBox does, without keeping what is read.
            return new NonSeekableRandomAccessReadInputStream(new BoundedInput(
                    new FlateFilterDecoderStream(only.createRawInputStream()),
                    document.budget().ofPassingContent(),
                    document.budget()));
        }

        @Override
        public RandomAccessRead getContentsForRandomAccess() throws IOException {
            return document.budget().together(super::getContentsForRandomAccess);
        }
    }

    private final COSDictionary root;
    private final BookDocument document;
    private final Map<Integer, COSDictionary> found = new HashMap<>();
    private Map<COSObjectKey, Integer> numbers;

    PageTree(COSDictionary root, BookDocument document) {
        super(root);
        this.root = root;
        this.document = document;
    }

    /**
     * @throws IllegalStateException if there is no such page, or something else in its place
     */
    @Override
    public PDPage get(int index) {
        COSDictionary page = found.get(index);
        if (page == null) {
            page = lookUp(index).orElseGet(() -> super.get(index).getCOSObject());
            found.put(index, page);
        }
        return new Page(page, document);
    }

    private Optional<COSDictionary> lookUp(int index) {
        COSDictionary node = root;
        int left = index;
        Set<COSDictionary> above = Collections.newSetFromMap(new IdentityHashMap<>());
        while (above.size() < DEEPEST && above.add(node)) {
            Optional<Step> step = step(node, left);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            node = step.get().kid();
            left = step.get().left();
            if (!isNode(node)) {
                return left == 0 ? Optional.of(checked(node)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The kid of a node that holds a page, and the page's index within it. */
    private record Step(COSDictionary kid, int left) {}

    private Optional<Step> step(COSDictionary node, int index) {
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null || index < 0 || index >= node.getInt(COSName.COUNT, 0)) {
            return Optional.empty();
        }
        if (countsItsKids(node, kids) && kids.getObject(index) instanceof COSDictionary kid && pagesIn(kid) == 1) {
            return Optional.of(new Step(kid, 0));
        }
        document.readAhead().objects(kids);
        int left = index;
        for (int i = 0; i < kids.size(); i++) {
            if (!(kids.getObject(i) instanceof COSDictionary kid)) {
                return Optional.empty();
            }
            int pages = pagesIn(kid);
            if (left < pages) {
                return Optional.of(new Step(kid, left));
            }
            left -= pages;
        }
        return Optional.empty();
    }

    /** Then each kid is taken for a page, without looking at it. */
    private static boolean countsItsKids(COSDictionary node, COSArray kids) {
        return node.getInt(COSName.COUNT, -1) == kids.size();
    }

    private static boolean isNode(COSDictionary kid) {
        return kid.containsKey(COSName.KIDS) || COSName.PAGES.equals(kid.getCOSName(COSName.TYPE));
    }

    private static int pagesIn(COSDictionary kid) {
        return isNode(kid) ? Math.max(0, kid.getInt(COSName.COUNT, 0)) : 1;
    }

    /** As PDFBox does: a page may forget its type, but not have another. */
    private static COSDictionary checked(COSDictionary page) {
        COSName type = page.getCOSName(COSName.TYPE);
        if (type == null) {
            page.setItem(COSName.TYPE, COSName.PAGE);
        } else if (!type.equals(COSName.PAGE)) {
            throw new IllegalStateException("Expected 'Page' but found " + type);
        }
        return page;
    }

    /** The index of the page with this key, without reading the pages of a tree whose nodes count well. */
    OptionalInt indexOf(COSObjectKey page) {
        if (numbers == null) {
            numbers = number();
        }
        Integer index = numbers.get(page);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private Map<COSObjectKey, Integer> number() {
        readNodes();
        Map<COSObjectKey, Integer> keys = new HashMap<>();
        if (number(root, 0, keys, Collections.newSetFromMap(new IdentityHashMap<>())) != getCount()) {
            keys.clear();
            int index = 0;
            for (PDPage page : this) {
                putKey(keys, page.getCOSObject(), index++);
            }
        }
        return keys;
    }

    /** One level after the other, so that a slow source is asked for a level's nodes at once. */
    private void readNodes() {
        List<COSDictionary> level = List.of(root);
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            List<COSBase> kids = new ArrayList<>();
            for (COSDictionary node : level) {
                COSArray each = node.getCOSArray(COSName.KIDS);
                if (each != null && seen.add(node) && !countsItsKids(node, each)) {
                    each.forEach(kids::add);
                }
            }
            document.readAhead().objects(kids);
            level = kids.stream()
                    .map(kid -> Cos.value(kid))
                    .filter(COSDictionary.class::isInstance)
                    .map(COSDictionary.class::cast)
                    .filter(PageTree::isNode)
                    .toList();
        }
    }

    /** Numbers the pages of a node from an index on; returns the index behind them, or -1 if the node leads in a circle. */
    private int number(COSDictionary node, int from, Map<COSObjectKey, Integer> keys, Set<COSDictionary> above) {
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            return from;
        }
        if (above.size() >= DEEPEST || !above.add(node)) {
            return -1;
        }
        boolean leaves = countsItsKids(node, kids);
        int index = from;
        for (int i = 0; i < kids.size() && index >= 0; i++) {
            if (!leaves && kids.getObject(i) instanceof COSDictionary kid && isNode(kid)) {
                index = number(kid, index, keys, above);
            } else {
                putKey(keys, kids.get(i), index++);
            }
        }
        above.remove(node);
        return index;
    }

    private static void putKey(Map<COSObjectKey, Integer> keys, COSBase page, int index) {
        if (page != null && page.getKey() != null) {
            keys.putIfAbsent(page.getKey(), index);
        }
    }
}
