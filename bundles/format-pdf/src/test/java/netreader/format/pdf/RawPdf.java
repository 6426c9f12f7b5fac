package netreader.format.pdf;

import java.nio.charset.StandardCharsets;

/** Writes files that PDFBox would not: objects as they stand, the first of which is the catalogue. */
final class RawPdf {
    private RawPdf() {}

    /** Two pages, objects 3 and 4 in the tree 2; the first has more entries, the second shows a square. */
    static byte[] pages(String entries, String... more) {
        String[] objects = new String[5 + more.length];
        objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
        objects[1] = "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>";
        objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]" + entries + ">>";
        objects[3] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 5 0 R>>";
        objects[4] = stream("", "0 0 0 rg 0 0 50 50 re f");
        System.arraycopy(more, 0, objects, 5, more.length);
        return of(objects);
    }

    static byte[] of(String... objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = file.length();
        file.append(table).append("trailer\n<</Root 1 0 R/Size ").append(objects.length + 1);
        file.append(">>\nstartxref\n").append(start).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static String stream(String entries, String content) {
        return "<<" + entries + "/Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }
}
