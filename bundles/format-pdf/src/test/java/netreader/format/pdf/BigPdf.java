package netreader.format.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes books of many scanned pages: first all pages, each behind its picture, then the nodes and the outline. */
final class BigPdf {
    private static final int SIDE = 64;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, Integer> places = new TreeMap<>();
    private final Random random = new Random(5);

    private BigPdf() {}

    /**
     * @param perNode how many pages a node of the tree holds; all pages for a flat tree
     */
    static byte[] of(int pages, int perNode) {
        return new BigPdf().write(pages, perNode);
    }

    private byte[] write(int pages, int perNode) {
        print("%PDF-1.5\n");
        int nodes = (pages + perNode - 1) / perNode;
        boolean flat = nodes == 1;
        int firstNode = 10 + 3 * pages;
        for (int i = 0; i < pages; i++) {
            picture(10 + 3 * i);
            stream(
                    11 + 3 * i,
                    "",
                    ("q 100 0 0 100 0 0 cm /I Do Q BT 3 Tr /F 9 Tf (Page " + (i + 1) + ") Tj ET")
                            .getBytes(StandardCharsets.US_ASCII));
            object(
                    12 + 3 * i,
                    "<</Type/Page/Parent " + (flat ? 2 : firstNode + i / perNode)
                            + " 0 R/MediaBox[0 0 100 100]/Resources<</XObject<</I " + (10 + 3 * i)
                            + " 0 R>>/Font<</F 5 0 R>>>>/Contents " + (11 + 3 * i) + " 0 R>>");
        }
        if (flat) {
            object(2, "<</Type/Pages/Count " + pages + "/Kids[" + references(12, 3, pages) + "]>>");
        } else {
            for (int n = 0; n < nodes; n++) {
                int held = Math.min(perNode, pages - n * perNode);
                object(
                        firstNode + n,
                        "<</Type/Pages/Parent 2 0 R/Count " + held + "/Kids["
                                + references(12 + 3 * n * perNode, 3, held) + "]>>");
            }
            object(2, "<</Type/Pages/Count " + pages + "/Kids[" + references(firstNode, 1, nodes) + "]>>");
        }
        int firstMark = firstNode + nodes;
        for (int m = 0; m < nodes; m++) {
            String next = m + 1 < nodes ? "/Next " + (firstMark + m + 1) + " 0 R" : "";
            object(
                    firstMark + m,
                    "<</Title(Part " + (m + 1) + ")/Parent 3 0 R" + next + "/Dest[" + (12 + 3 * m * perNode)
                            + " 0 R/Fit]>>");
        }
        object(1, "<</Type/Catalog/Pages 2 0 R/Outlines 3 0 R>>");
        object(3, "<</Type/Outlines/First " + firstMark + " 0 R/Last " + (firstMark + nodes - 1) + " 0 R>>");
        object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        return finished(firstMark + nodes);
    }

    private static String references(int first, int step, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (first + step * i) + " 0 R")
                .collect(Collectors.joining(" "));
    }

    private void picture(int number) {
        byte[] pixels = new byte[SIDE * SIDE * 3];
        random.nextBytes(pixels);
        stream(
                number,
                "/Type/XObject/Subtype/Image/Width " + SIDE + "/Height " + SIDE
                        + "/ColorSpace/DeviceRGB/BitsPerComponent 8",
                pixels);
    }

    private void stream(int number, String entries, byte[] data) {
        places.put(number, out.size());
        print(number + " 0 obj\n<<" + entries + "/Length " + data.length + ">>\nstream\n");
        out.writeBytes(data);
        print("\nendstream\nendobj\n");
    }

    private void object(int number, String text) {
        places.put(number, out.size());
        print(number + " 0 obj\n" + text + "\nendobj\n");
    }

    private byte[] finished(int size) {
        int table = out.size();
        int[] offsets = new int[size];
        Arrays.fill(offsets, -1);
        places.forEach((number, place) -> offsets[number] = place);
        print("xref\n0 " + size + "\n");
        for (int place : offsets) {
            print(place < 0 ? "0000000000 65535 f \n" : String.format("%010d 00000 n \n", place));
        }
        print("trailer\n<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private void print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
