package netreader.format.txt.detection;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** The alphabets in which texts of one byte a character are written. */
enum Alphabet {
    LATIN("windows-1252 0, windows-1250 1, ISO-8859-2 2, ISO-8859-15 2, windows-1254 1, "
            + "windows-1257 1, windows-1258 3, ISO-8859-3 4, ISO-8859-4 4, ISO-8859-10 5, ISO-8859-13 3, "
            + "ISO-8859-14 4, ISO-8859-16 3, IBM850 6, IBM437 7, IBM852 6, IBM857 8, IBM775 8, "
            + "IBM00858 8, IBM860 9, IBM861 9, IBM863 9, IBM865 9, x-MacRoman 6, x-MacCentralEurope 7, "
            + "x-MacRomania 12, x-MacCroatian 12, x-MacTurkish 12, x-MacIceland 12, VISCII 6"),
    CYRILLIC("windows-1251 0, KOI8-R 1, KOI8-U 2, ISO-8859-5 3, IBM866 3, IBM855 5, x-MacCyrillic 4, "
            + "x-MacUkraine 5"),
    GREEK("windows-1253 0, ISO-8859-7 1, x-IBM737 4, IBM869 6, x-MacGreek 6"),
    HEBREW("windows-1255 0, ISO-8859-8 1, IBM862 4, x-MacHebrew 40"),
    ARABIC("windows-1256 0, ISO-8859-6 1, x-MacArabic 40"),
    THAI("x-windows-874 0, x-MacThai 40");

    private final String charsets;

    Alphabet(String charsets) {
        this.charsets = charsets;
    }

    /**
     * The charsets with this alphabet and how rare they are, in half nats. Supersets stand for what they contain, the
     * commoner first.
     */
    List<String> charsets() {
        return List.of(charsets.split(", ", -1));
    }

    /** The alphabet of the last letter, which is not one of ASCII if the alphabet has any other. */
    static Alphabet of(String letters) {
        UnicodeScript script = UnicodeScript.of(letters.charAt(letters.length() - 1));
        for (Alphabet each : values()) {
            if (each.name().equals(script.name())) {
                return each;
            }
        }
        return LATIN;
    }
}
