package netreader.format.txt;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.Setting;
import org.osgi.service.component.annotations.Component;

/** Plain text: finds the charset and cuts the file into pages. */
@Component(
        property = {
            BookFormat.NAME + "=TXT",
            BookFormat.EXTENSIONS + "=txt",
            BookFormat.MEDIA_TYPE + "=text/plain",
            BookFormat.DELIVERY + "=pages"
        })
public final class TxtFormat implements BookFormat {
    /** Name of the setting that overrides the detection. */
    static final String CHARSET = "charset";

    /** All that detection can answer, the commonest first. */
    private static final List<String> CHOICES = List.of(
            "UTF-8",
            "GB18030",
            "Big5-HKSCS",
            "windows-31j",
            "EUC-JP",
            "x-windows-949",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-32LE",
            "UTF-32BE",
            "windows-1252",
            "windows-1251",
            "KOI8-R",
            "windows-1250",
            "ISO-8859-2",
            "windows-1254",
            "windows-1253",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "x-windows-874",
            "ISO-8859-15",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-6",
            "ISO-8859-5",
            "KOI8-U",
            "IBM866",
            "IBM850",
            "IBM437",
            "IBM852",
            "x-MacRoman",
            "x-MacCyrillic",
            "x-MacCentralEurope",
            "ISO-8859-13",
            "ISO-8859-16",
            "ISO-8859-3",
            "ISO-8859-4",
            "ISO-8859-10",
            "ISO-8859-14",
            "VISCII",
            "ISO-2022-JP",
            "x-windows-50221",
            "ISO-2022-JP-2",
            "ISO-2022-KR",
            "ISO-2022-CN",
            "HZ-GB-2312",
            "x-EUC-TW",
            "x-Johab",
            "IBM855",
            "IBM857",
            "IBM775",
            "IBM00858",
            "IBM860",
            "IBM861",
            "IBM863",
            "IBM865",
            "x-IBM737",
            "IBM869",
            "IBM862",
            "x-MacGreek",
            "x-MacHebrew",
            "x-MacArabic",
            "x-MacThai",
            "x-MacTurkish",
            "x-MacRomania",
            "x-MacCroatian",
            "x-MacIceland",
            "x-MacUkraine");

    @Override
    public List<Setting> settings() {
        return List.of(new Setting(CHARSET, "Encoding", CHOICES, ""));
    }

    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        TextFile file = TextFile.of(source);
        String wanted = options.settings().getOrDefault(CHARSET, "").strip();
        Detection detection = wanted.isEmpty() ? new CharsetDetector(file).detect() : chosen(file, wanted);
        return new TxtBook(file, detection, options.pageBytes());
    }

    private static Detection chosen(TextFile file, String name) throws FormatException {
        try {
            Charset charset = Charsets.forName(name);
            int bom = ByteOrderMark.of(file)
                    .filter(mark -> mark.charset().equals(charset))
                    .map(ByteOrderMark::length)
                    .orElse(0);
            return new Detection(charset, bom, 1, "chosen by a person");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FormatException(Reason.UNSUPPORTED, "The encoding " + name + " is not known", e);
        }
    }
}
