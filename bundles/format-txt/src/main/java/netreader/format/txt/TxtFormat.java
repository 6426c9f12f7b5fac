package netreader.format.txt;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.Setting;
import netreader.format.txt.chapters.FirstLines;
import netreader.format.txt.chapters.RulesSource;
import netreader.format.txt.chapters.TextOutline;
import netreader.format.txt.detection.CharsetDetector;
import netreader.format.txt.file.ByteOrderMark;
import netreader.format.txt.file.Charsets;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.Encoding;
import netreader.format.txt.file.TextFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Plain text: finds the charset and cuts the file into pages. */
@Component(
        configurationPid = "netreader.format.txt",
        property = {
            BookFormat.NAME + "=TXT",
            BookFormat.EXTENSIONS + "=txt",
            BookFormat.MEDIA_TYPE + "=text/plain",
            BookFormat.DELIVERY + "=pages"
        })
public final class TxtFormat implements BookFormat {
    /** Name of the setting that overrides the detection. */
    static final String CHARSET = "charset";

    /** Name of the setting that says how chapters are found: empty, a rule set, or a regular expression. */
    static final String CHAPTERS = "chapters";

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

    private final RulesSource rules;

    /** Finds chapters by the rules that come with the bundle. */
    public TxtFormat() {
        this.rules = new RulesSource(Optional.empty());
    }

    @Activate
    public TxtFormat(TxtConfig config) {
        this.rules = new RulesSource(Optional.of(config.chapterRules())
                .filter(path -> !path.isBlank())
                .map(Path::of));
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(CHARSET, "Encoding", CHOICES, ""), new Setting(CHAPTERS, "Chapters", rules.names(), ""));
    }

    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        TextFile file = TextFile.of(source);
        String wanted = options.settings().getOrDefault(CHARSET, "").strip();
        Detection detection = wanted.isEmpty() ? new CharsetDetector(file).detect() : chosen(file, wanted);
        String chapters = options.settings().getOrDefault(CHAPTERS, "").strip();
        if (!chapters.isEmpty()) {
            rules.current().chosen(chapters); // a wrong choice is told at once
        }
        TextOutline outline =
                new TextOutline(file, detection, () -> rules.current().chosen(chapters), options.cache());
        return new TxtBook(file, detection, options.pageBytes(), FirstLines.of(file, detection), outline);
    }

    private static Detection chosen(TextFile file, String name) throws FormatException {
        try {
            Charset asked = Charsets.superset(Charsets.forName(name));
            // Who says UTF-16 means the byte order that the mark tells.
            Optional<ByteOrderMark> mark = ByteOrderMark.of(file)
                    .filter(found -> found.charset().name().startsWith(asked.name()));
            Charset charset = mark.map(ByteOrderMark::charset).orElse(asked);
            if (Encoding.of(charset).isEmpty()) {
                throw new FormatException(Reason.UNSUPPORTED, "Texts in " + charset + " cannot be cut into pages");
            }
            return new Detection(charset, mark.map(ByteOrderMark::length).orElse(0), 1, "chosen by a person");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FormatException(Reason.UNSUPPORTED, "The encoding " + name + " is not known", e);
        }
    }
}
