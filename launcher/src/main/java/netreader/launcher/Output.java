package netreader.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output and standard error, in UTF-8 whatever the locale. */
final class Output {
    private Output() {}

    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    static PrintStream err() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    /** Standard output belongs to our own lines: what a library prints goes to standard error. */
    static void redirect() {
        PrintStream err = err();
        System.setErr(err);
        System.setOut(err);
    }

    /** {@code {"error": CODE, "message": sentence}}. The launcher has no JSON library: this is all it writes. */
    static String failure(String code, String message) {
        StringBuilder json = new StringBuilder("{\"error\":\"").append(code).append("\",\"message\":\"");
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                String digits = Integer.toHexString(c);
                json.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            } else {
                json.append(c);
            }
        }
        return json.append("\"}").toString();
    }
}
