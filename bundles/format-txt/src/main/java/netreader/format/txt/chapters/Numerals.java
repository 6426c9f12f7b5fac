package netreader.format.txt.chapters;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the numbers of chapters. */
final class Numerals {
    /** What is not read as a number. */
    static final long NONE = -1;

    private static final Pattern ROMAN =
            Pattern.compile("M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})");
    private static final String DIGITS = "〇一二三四五六七八九";
    /** Other ways to write what stands at the same place in the line below. */
    private static final String VARIANTS = "○零壹贰貳叁參叄肆伍陆陸柒捌玖两兩拾佰仟萬";

    private static final String PLAIN = "〇〇一二二三三三四五六六七八九二二十百千万";
    private static final Map<Character, Integer> TENS = Map.of('廿', 20, '卅', 30, '卌', 40);
    private static final Map<Character, Integer> ROMANS =
            Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100, 'D', 500, 'M', 1000);

    private Numerals() {}

    /** The number that digits, Roman or Chinese numerals write; {@link #NONE} for anything else. */
    static long of(String text) {
        String number = text.strip();
        if (number.isEmpty()) {
            return NONE;
        }
        int digits = 0;
        while (digits < number.length() && Character.isDigit(number.charAt(digits))) {
            digits++;
        }
        if (digits > 0 && digits <= 9 && number.substring(digits).matches("[.ºª°]*|er|ère|ème|e")) {
            return Long.parseLong(number.substring(0, digits));
        }
        String upper =
                number.replace(".", "").replace('І', 'I').replace('Х', 'X').toUpperCase(Locale.ROOT);
        if (ROMAN.matcher(upper).matches()) {
            return roman(upper);
        }
        int place = "上中下".indexOf(number);
        return number.length() == 1 && place >= 0 ? place + 1 : chinese(number);
    }

    /** Numbers of one sequence are written alike: 1 for digits, 2 for Chinese numerals, 3 for others. */
    static int style(String number) {
        char first = number.charAt(0);
        return Character.isDigit(first) ? 1 : first >= '\u2E80' ? 2 : 3;
    }

    private static long roman(String number) {
        long sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = ROMANS.get(number.charAt(i));
            boolean less = i + 1 < number.length() && value < ROMANS.get(number.charAt(i + 1));
            sum += less ? -value : value;
        }
        return sum;
    }

    private static long chinese(String number) {
        long sum = 0;
        long digit = NONE;
        boolean positional = true;
        for (int i = 0; i < number.length(); i++) {
            char each = plain(number.charAt(i));
            int value = DIGITS.indexOf(each);
            if (value >= 0) {
                // 一二三 is 123; 百二十 and 一百零三 have units.
                digit = positional && digit != NONE && i > 0 ? digit * 10 + value : value;
                continue;
            }
            positional = false;
            if (TENS.containsKey(each)) {
                sum += TENS.get(each);
            } else if (each == '万') {
                sum = (sum + Math.max(0, digit)) * 10_000;
            } else {
                long unit = each == '十' ? 10 : each == '百' ? 100 : each == '千' ? 1000 : 0;
                if (unit == 0) {
                    return NONE;
                }
                sum += (digit <= 0 ? 1 : digit) * unit;
            }
            digit = NONE;
        }
        return sum + Math.max(0, digit);
    }

    private static char plain(char each) {
        int variant = VARIANTS.indexOf(each);
        return variant < 0 ? each : PLAIN.charAt(variant);
    }
}
