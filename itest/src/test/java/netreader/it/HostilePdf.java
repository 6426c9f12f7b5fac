package netreader.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PDFs that take more time or memory than there is, or than one wants to wait for. */
final class HostilePdf {
    private static final int BOMB_BYTES = 512 << 20;
    private static final int LEVELS = 14;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private HostilePdf() {
        print("%PDF-1.5\n");
    }

    /** Its list of objects, which is read before anything else, is half a gigabyte of zeros. */
    static byte[] bomb() throws IOException {
        HostilePdf pdf = new HostilePdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>");
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            for (int i = 0; i < BOMB_BYTES / zeros.length; i++) {
                deflating.write(zeros);
            }
        }
        int start = pdf.out.size();
        pdf.print("4 0 obj <</Type/XRef/Size 5/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length " + packed.size()
                + ">>stream\n");
        packed.writeTo(pdf.out);
        pdf.print("\nendstream endobj\nstartxref\n" + start + "\n%%EOF\n");
        return pdf.out.toByteArray();
    }

    /** A page that paints a form ten times, which paints another ten times, and so on. */
    static byte[] endlessPage() {
        HostilePdf pdf = new HostilePdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        pdf.object(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>");
        String tenTimes = "/F Do ".repeat(10);
        pdf.object("<</Length " + tenTimes.length() + ">>stream\n" + tenTimes + "\nendstream");
        for (int i = 0; i < LEVELS; i++) {
            String content = i < LEVELS - 1 ? tenTimes : "0 0 9 9 re f";
            pdf.object("<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</F "
                    + (pdf.offsets.size() + 2) + " 0 R>>>>/Length " + content.length() + ">>stream\n" + content
                    + "\nendstream");
        }
        pdf.object("null");
        return pdf.withTable();
    }

    /** A good page, and bytes that nothing refers to. */
    static byte[] withBallast(byte[] ballast) {
        HostilePdf pdf = new HostilePdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>");
        pdf.offsets.add(pdf.out.size());
        pdf.print("4 0 obj <</Length " + ballast.length + ">>stream\n");
        pdf.out.writeBytes(ballast);
        pdf.print("\nendstream endobj\n");
        return pdf.withTable();
    }

    private byte[] withTable() {
        int start = out.size();
        print("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> print(String.format("%010d 00000 n \n", offset)));
        print("trailer <</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
        return out.toByteArray();
    }

    private void object(String body) {
        offsets.add(out.size());
        print(offsets.size() + " 0 obj " + body + " endobj\n");
    }

    private void print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
