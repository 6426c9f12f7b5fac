package netreader.launcher;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Writes a page with a little of all that pages have, so that a rehearsal loads what paints them. */
final class RehearsalPdf {
    private static final String CONTENT = """
            q 0.9 0.9 1 rg 20 20 200 100 re f 0 0 0 RG 1 w 20 20 m 80 90 120 10 220 120 c S Q
            BT /F1 12 Tf 20 170 Td (A rehearsal) Tj /F2 9 Tf 0 -15 Td [(in ) -20 (words)] TJ ET
            q 60 0 0 60 20 20 cm /I1 Do Q q 60 0 0 60 90 20 cm /I2 Do Q
            q 160 20 60 60 re W n /S sh Q /C cs 0.5 0.2 0.1 sc 230 20 20 20 re f* /G gs 10 10 50 50 re f
            """;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    private RehearsalPdf() {}

    static byte[] bytes() throws IOException {
        RehearsalPdf pdf = new RehearsalPdf();
        pdf.write("%PDF-1.7\n");
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 260 200]/Contents 4 0 R/Resources<<"
                + "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
                + "/F2<</Type/Font/Subtype/TrueType/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>>>"
                + "/XObject<</I1 5 0 R/I2 6 0 R>>/ColorSpace<</C[/ICCBased 7 0 R]>>/ExtGState<</G<</ca 0.5>>>>"
                + "/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[160 20 220 80]"
                + "/Function<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>>>>>>>>>");
        pdf.stream("/Filter/FlateDecode", deflated(CONTENT.getBytes(StandardCharsets.US_ASCII)));
        String image = "/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceRGB";
        pdf.stream(image + "/Filter/FlateDecode", deflated(new byte[8 * 8 * 3]));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        pdf.stream(image + "/Filter/DCTDecode", jpeg.toByteArray());
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        pdf.stream("/N 3/Filter/FlateDecode", deflated(profile));
        pdf.table();
        return pdf.file.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(bytes);
        }
        return deflated.toByteArray();
    }

    private void write(String text) throws IOException {
        file.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void object(String text) throws IOException {
        begin();
        write(text + "\nendobj\n");
    }

    private void stream(String entries, byte[] bytes) throws IOException {
        begin();
        write("<<" + entries + "/Length " + bytes.length + ">>\nstream\n");
        file.write(bytes);
        write("\nendstream\nendobj\n");
    }

    private void begin() throws IOException {
        places.add(file.size());
        write(places.size() + " 0 obj\n");
    }

    private void table() throws IOException {
        int start = file.size();
        write("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        for (int place : places) {
            write(String.format("%010d 00000 n \n", place));
        }
        write("trailer\n<</Root 1 0 R/Size " + (places.size() + 1) + ">>\nstartxref\n" + start + "\n%%EOF\n");
    }
}
