package netreader.format.txt.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** The charsets of the JDK and some that it does not have. */
public final class Charsets {
    private static final List<Charset> OWN = List.of(
            new HzCharset(),
            new TableCharset(
                    "ISO-8859-10",
                    new String[] {"latin6", "iso-ir-157", "l6"},
                    TableCharset.ASCII
                            + TableCharset.CONTROLS
                            + "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋ"
                            + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"),
            new TableCharset(
                    "ISO-8859-14",
                    new String[] {"latin8", "iso-ir-199", "l8"},
                    TableCharset.ASCII
                            + TableCharset.CONTROLS
                            + "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"
                            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ"),
            new TableCharset(
                    "VISCII",
                    new String[] {"csVISCII"},
                    viscii()
                            + "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
                            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"));

    /** Charsets and those that texts with their label are really written in, which hold all of their characters. */
    private static final Map<String, String> SUPERSETS = Map.of(
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "x-mswin-936", "GB18030",
            "Big5", "Big5-HKSCS",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "ISO-8859-1", "windows-1252",
            "TIS-620", "x-windows-874");

    private Charsets() {}

    /** Six capitals stand among the control characters. */
    private static String viscii() {
        StringBuilder low = new StringBuilder(TableCharset.ASCII);
        int[] places = {0x02, 0x05, 0x06, 0x14, 0x19, 0x1E};
        for (int i = 0; i < places.length; i++) {
            low.setCharAt(places[i], "ẲẴẪỶỸỴ".charAt(i));
        }
        return low.toString();
    }

    /**
     * A charset by its name or an alias of it.
     *
     * @throws IllegalArgumentException there is no such charset, or it cannot be a name of one
     */
    public static Charset forName(String name) {
        for (Charset each : OWN) {
            if (each.name().equalsIgnoreCase(name) || each.aliases().stream().anyMatch(name::equalsIgnoreCase)) {
                return each;
            }
        }
        return Charset.forName(name);
    }

    /** The charset to read texts in that are labelled with another one: GB18030 for GBK, windows-31j for Shift_JIS. */
    public static Charset superset(Charset charset) {
        String name = SUPERSETS.get(charset.name());
        return name == null ? charset : Charset.forName(name);
    }
}
