package netreader.format.txt.detection;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netreader.format.BookSource;
import netreader.format.txt.file.TextFile;

/**
 * Measures the detection on texts that the models have not seen; model/README.md says how to get such.
 *
 * <p>Takes a folder with a text in UTF-8 for each language ({@code de.txt}); prints, for each language, charset and
 * length in characters, how many of its slices the detector would show right.
 */
final class DetectionMeasure {
    private static final int[] LENGTHS = {20, 80, 400, 3000};
    private static final int SLICES = 25;

    private static final String WEST = "windows-1252 ISO-8859-15 IBM850 x-MacRoman";
    private static final String MIDDLE = "windows-1250 ISO-8859-2 IBM852 x-MacCentralEurope";
    private static final String BALTIC = "windows-1257 ISO-8859-13 ISO-8859-4";
    private static final String CYRILLIC = "windows-1251 ISO-8859-5 IBM855 x-MacCyrillic";
    private static final String WIDE = " UTF-16LE UTF-16BE";

    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("pl", MIDDLE),
            Map.entry("cs", MIDDLE),
            Map.entry("sk", MIDDLE),
            Map.entry("hu", MIDDLE),
            Map.entry("sl", "windows-1250 ISO-8859-2 IBM852"),
            Map.entry("hr", "windows-1250 ISO-8859-2 IBM852"),
            Map.entry("ro", "ISO-8859-16"),
            Map.entry("et", BALTIC),
            Map.entry("lv", BALTIC),
            Map.entry("lt", BALTIC),
            Map.entry("tr", "windows-1254 ISO-8859-3 IBM857"),
            Map.entry("eo", "ISO-8859-3"),
            Map.entry("ru", CYRILLIC + " KOI8-R IBM866"),
            Map.entry("bg", CYRILLIC),
            Map.entry("uk", "windows-1251 KOI8-U x-MacCyrillic"),
            Map.entry("be", "windows-1251"),
            Map.entry("mk", "windows-1251"),
            Map.entry("sr", "windows-1251 ISO-8859-5 IBM855"),
            Map.entry("el", "windows-1253 ISO-8859-7 x-IBM737"),
            Map.entry("he", "windows-1255"),
            Map.entry("ar", "windows-1256 ISO-8859-6"),
            Map.entry("fa", "windows-1256"),
            Map.entry("th", "x-windows-874"),
            Map.entry("ja", "windows-31j EUC-JP" + WIDE),
            Map.entry("ko", "x-windows-949 x-Johab" + WIDE),
            Map.entry("zh_CN", "GB18030" + WIDE),
            Map.entry("zh_TW", "Big5 x-EUC-TW GB18030" + WIDE));

    private DetectionMeasure() {}

    /** @param args the folder, and "v" to print what is wrong */
    public static void main(String[] args) throws Exception {
        int[] right = new int[LENGTHS.length];
        int[] all = new int[LENGTHS.length];
        try (var files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String language = file.getFileName().toString().replace(".txt", "");
                String text = Files.readString(file);
                for (String charset : CHARSETS.getOrDefault(language, WEST).split(" ", -1)) {
                    StringBuilder row = new StringBuilder(String.format("%-6s %-20s", language, charset));
                    for (int i = 0; i < LENGTHS.length; i++) {
                        Map<String, Integer> wrong = new TreeMap<>();
                        List<byte[]> slices = slices(text, LENGTHS[i], Charset.forName(charset));
                        int good = 0;
                        for (byte[] slice : slices) {
                            Charset found = new CharsetDetector(new TextFile(BookSource.of(slice), slice.length))
                                    .detect()
                                    .charset();
                            boolean same = new String(slice, found).equals(new String(slice, Charset.forName(charset)));
                            good += same ? 1 : 0;
                            if (!same) {
                                wrong.merge(found.name(), 1, Integer::sum);
                            }
                        }
                        right[i] += good;
                        all[i] += slices.size();
                        row.append(String.format(" %d:%d/%d", LENGTHS[i], good, slices.size()));
                        row.append(args.length > 1 && !wrong.isEmpty() ? wrong.toString() : "");
                    }
                    System.out.println(row);
                }
            }
        }
        for (int i = 0; i < LENGTHS.length; i++) {
            System.out.printf(
                    "%d characters: %d of %d, %.1f %%%n", LENGTHS[i], right[i], all[i], 100.0 * right[i] / all[i]);
        }
    }

    /** Slices spread over the text, of those that the charset can write, with something beyond ASCII. */
    private static List<byte[]> slices(String text, int length, Charset charset) {
        List<byte[]> out = new ArrayList<>();
        int step = Math.max(length, text.length() / (SLICES * 3));
        for (int at = 0; at + length <= text.length() && out.size() < SLICES; at += step) {
            String slice = text.substring(at, at + length);
            if (charset.newEncoder().canEncode(slice) && slice.chars().anyMatch(c -> c >= 0x80)) {
                out.add(slice.getBytes(charset));
            }
        }
        return out;
    }
}
