package netreader.format.comic;

import java.util.Comparator;

/** Sorts names as people count: page 2 before page 10, folder by folder, whatever the case of the letters. */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        String[] first = a.split("/", -1);
        String[] second = b.split("/", -1);
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int order = compareNames(first[i], second[i]);
            if (order != 0) {
                return order;
            }
        }
        int depth = Integer.compare(first.length, second.length);
        return depth != 0 ? depth : a.compareTo(b);
    }

    private static int compareNames(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int from = i;
            int to = j;
            i = endOfDigits(a, i);
            j = endOfDigits(b, j);
            int order;
            if (i > from && j > to) {
                order = compareNumbers(a.substring(from, i), b.substring(to, j));
            } else {
                i = from;
                j = to;
                int one = a.codePointAt(i);
                int other = b.codePointAt(j);
                order = Integer.compare(fold(one), fold(other));
                i += Character.charCount(one);
                j += Character.charCount(other);
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
            end++;
        }
        return end;
    }

    /** Numbers of any length. */
    private static int compareNumbers(String a, String b) {
        String one = digits(a);
        String other = digits(b);
        int length = Integer.compare(one.length(), other.length());
        return length != 0 ? length : one.compareTo(other);
    }

    /** ASCII digits without the zeros in front. */
    private static String digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(i), 10);
            if (digit > 0 || !digits.isEmpty()) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    private static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }
}
