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

    private static final List<String> CHOICES = List.of(
            "UTF-8",
            "GB18030",
            "Big5-HKSCS",
            "windows-31j",
            "EUC-JP",
            "EUC-KR",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-32LE",
            "UTF-32BE",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "KOI8-R");

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
        return List.of(new Setting(CHARSET, "Encoding", CHOICES, ""), new Setting(CHAPTERS, "Chapters", List.of(), ""));
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
            Charset asked = Charset.forName(name);
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
