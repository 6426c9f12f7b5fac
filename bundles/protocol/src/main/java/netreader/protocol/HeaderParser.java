package netreader.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a header, one JSON object (RFC 8259) in UTF-8, without leniency. Every turn of a page is one of these: through
 * Gson's tree they took a tenth of the server's time (docs/decisions/0008-headers-are-read-by-hand.md).
 */
final class HeaderParser {
    /** Nobody needs more; and a deeper one must not overflow the stack. */
    private static final int MAX_DEPTH = 16;

    private static final int END = -1;

    private final byte[] json;
    private final int end;
    private int at;

    private HeaderParser(byte[] json, int from, int end) {
        this.json = json;
        this.at = from;
        this.end = end;
    }

    /**
     * @param json a buffer with an array
     * @throws ProtocolException BAD_FRAME
     */
    static Header parse(ByteBuffer json) throws ProtocolException {
        int from = json.arrayOffset() + json.position();
        HeaderParser parser = new HeaderParser(json.array(), from, from + json.remaining());
        parser.skipSpace();
        Header header = parser.object(0);
        parser.skipSpace();
        if (parser.at != parser.end) {
            throw bad("something follows it");
        }
        return header;
    }

    private Header object(int depth) throws ProtocolException {
        expect('{');
        Header fields = new Header();
        skipSpace();
        if (take('}')) {
            return fields;
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            if (!fields.add(name, value(depth))) {
                throw bad("a field stands there twice");
            }
            skipSpace();
        } while (take(','));
        expect('}');
        return fields;
    }

    private Object value(int depth) throws ProtocolException {
        if (depth >= MAX_DEPTH) {
            throw bad("it is nested too deeply");
        }
        skipSpace();
        int first = peek();
        return switch (first) {
            case '"' -> string();
            case '{' -> object(depth + 1);
            case '[' -> elements(depth + 1);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Header.Null.NULL);
            default -> number();
        };
    }

    private Object elements(int depth) throws ProtocolException {
        expect('[');
        skipSpace();
        if (take(']')) {
            return Header.Elements.UNREAD;
        }
        do {
            var unused = value(depth);
            skipSpace();
        } while (take(','));
        expect(']');
        return Header.Elements.UNREAD;
    }

    private Object word(String word, Object value) throws ProtocolException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    /** A Long if it is written as a whole number and fits, else a Double. */
    private Number number() throws ProtocolException {
        int start = at;
        take('-');
        int first = at;
        digits();
        if (json[first] == '0' && at > first + 1) {
            throw bad("a number begins with 0");
        }
        boolean whole = true;
        if (take('.')) {
            whole = false;
            digits();
        }
        if (take('e') || take('E')) {
            whole = false;
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        String text = new String(json, start, at - start, StandardCharsets.US_ASCII);
        try {
            if (whole) {
                return Long.valueOf(text);
            }
        } catch (NumberFormatException e) {
            // too large for a whole number
        }
        return Double.valueOf(text);
    }

    private void digits() throws ProtocolException {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw bad("a value is missing");
        }
    }

    private String string() throws ProtocolException {
        expect('"');
        int start = at;
        while (true) {
            int c = peek();
            if (c == '"') {
                return text(start, at++);
            }
            if (c == '\\') {
                return escaped(start);
            }
            if (c < ' ') { // the end of the header too
                throw bad("a text does not end, or holds a control character");
            }
            at++;
        }
    }

    /** The rest of a text in which something is escaped. */
    private String escaped(int start) throws ProtocolException {
        StringBuilder text = new StringBuilder();
        int plain = start;
        while (true) {
            int c = peek();
            if (c < ' ') {
                throw bad("a text does not end, or holds a control character");
            }
            if (c == '"' || c == '\\') {
                text.append(text(plain, at++));
                if (c == '"') {
                    return text.toString();
                }
                text.append(escape());
                plain = at;
            } else {
                at++;
            }
        }
    }

    private char escape() throws ProtocolException {
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw bad("there is no such escape");
        };
    }

    private char codeUnit() throws ProtocolException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 0 || peek() > 0x7F ? -1 : Character.digit(peek(), 16);
            if (digit < 0) {
                throw bad("an escape has four hexadecimal digits");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private String text(int start, int stop) throws ProtocolException {
        String text = new String(json, start, stop - start, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) { // it stands there itself, or for bytes that are no UTF-8
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json, start, stop - start));
            } catch (CharacterCodingException e) {
                throw bad("it is not UTF-8");
            }
        }
        return text;
    }

    private int peek() {
        return at < end ? json[at] & 0xFF : END;
    }

    private boolean take(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) throws ProtocolException {
        if (!take(c)) {
            throw bad("a " + c + " is missing");
        }
    }

    private void skipSpace() {
        while (at < end && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }

    private static ProtocolException bad(String why) {
        return new ProtocolException(ErrorCode.BAD_FRAME, "A header is not a JSON object in UTF-8: " + why);
    }
}
