package netreader.format.pdf;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.BookMetadata.Detail;
import netreader.format.PageSize;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.encryption.PDCryptFilterDictionary;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;

/** Reads what a document says of itself. */
final class DocumentFacts {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final double MM_PER_POINT = 25.4 / 72;

    private DocumentFacts() {}

    static BookMetadata of(PDDocument document) {
        PDDocumentInformation info = document.getDocumentInformation();
        List<Detail> details = new ArrayList<>();
        add(details, "PDF version", clean(String.format(Locale.ROOT, "%.1f", document.getVersion())));
        add(details, "Subject", clean(info.getSubject()));
        add(details, "Keywords", clean(info.getKeywords()));
        add(details, "Creator", clean(info.getCreator()));
        add(details, "Producer", clean(info.getProducer()));
        add(details, "Created", date(info.getCreationDate()));
        add(details, "Modified", date(info.getModificationDate()));
        add(details, "Page size", pageSize(document));
        add(details, "Fonts on page 1", fonts(document));
        add(details, "Tagged", tagged(document));
        add(details, "Encrypted", encryption(document));
        return new BookMetadata(title(info), authors(info), language(document), details);
    }

    private static Optional<String> title(PDDocumentInformation info) {
        return clean(info.getTitle()).filter(title -> !title.equalsIgnoreCase("untitled"));
    }

    private static List<String> authors(PDDocumentInformation info) {
        return clean(info.getAuthor()).stream()
                .flatMap(authors -> Arrays.stream(authors.split("[;；、]")))
                .map(String::strip)
                .filter(author -> !author.isEmpty())
                .toList();
    }

    private static Optional<String> language(PDDocument document) {
        return clean(document.getDocumentCatalog().getLanguage())
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag())
                .filter(tag -> !tag.equals("und"));
    }

    private static Optional<String> pageSize(PDDocument document) {
        if (document.getNumberOfPages() <= 0) {
            return Optional.empty();
        }
        PageSize size = PageGeometry.of(document.getPage(0)).size();
        DecimalFormat number = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return Optional.of(number.format(size.width()) + " × " + number.format(size.height()) + " pt ("
                + Math.round(size.width() * MM_PER_POINT) + " × " + Math.round(size.height() * MM_PER_POINT) + " mm)");
    }

    private static Optional<String> fonts(PDDocument document) {
        return document.getNumberOfPages() <= 0
                ? Optional.empty()
                : PageFonts.of(document.getPage(0).getResources()).flatMap(DocumentFacts::clean);
    }

    private static Optional<String> tagged(PDDocument document) {
        PDMarkInfo marked = document.getDocumentCatalog().getMarkInfo();
        return marked != null && marked.isMarked() ? Optional.of("yes") : Optional.empty();
    }

    /** The method and the length of the key, as far as the document says. */
    private static Optional<String> encryption(PDDocument document) {
        if (!document.isEncrypted()) {
            return Optional.empty();
        }
        PDEncryption encryption = document.getEncryption();
        PDCryptFilterDictionary filter = encryption == null ? null : encryption.getStdCryptFilterDictionary();
        COSName method = filter == null ? null : filter.getCryptFilterMethod();
        if (COSName.AESV3.equals(method)) {
            return Optional.of("AES, 256 bits");
        }
        if (COSName.AESV2.equals(method)) {
            return Optional.of("AES, 128 bits");
        }
        int bits = encryption == null || encryption.getVersion() <= 1 ? 40 : encryption.getLength();
        return Optional.of("RC4, " + bits + " bits");
    }

    private static Optional<String> date(Calendar date) {
        return Optional.ofNullable(date)
                .map(known ->
                        DATE.format(known.toInstant().atZone(known.getTimeZone().toZoneId())));
    }

    /** On one line, without control characters; empty if nothing is left. */
    private static Optional<String> clean(String text) {
        return Optional.ofNullable(text)
                .map(dirty ->
                        dirty.replaceAll("[\\s\\p{Cntrl}\\uFEFF\\uFFFD]+", " ").strip())
                .filter(rest -> !rest.isEmpty());
    }

    private static void add(List<Detail> details, String name, Optional<String> value) {
        value.ifPresent(known -> details.add(new Detail(name, known)));
    }
}
