package netreader.launcher.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/** Time, level, logger and message on one line; a throwable adds its message, or its stack trace on lines of its own. */
final class LineFormatter extends Formatter {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

    private final boolean traces;

    LineFormatter(boolean traces) {
        this.traces = traces;
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(120);
        time(entry, line);
        line.append(' ').append(entry.getLevel().getName());
        line.append(' ').append(entry.getLoggerName());
        line.append(' ').append(oneLine(formatMessage(entry)));
        Throwable thrown = entry.getThrown();
        if (thrown != null && !traces) {
            line.append(" (").append(oneLine(thrown.toString())).append(')');
        }
        line.append(System.lineSeparator());
        if (thrown != null && traces) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            line.append(trace);
        }
        return line.toString();
    }

    /** By hand: a DateTimeFormatter takes 20 ms of the first line, which is logged before the server listens. */
    private static void time(LogRecord entry, StringBuilder line) {
        ZonedDateTime at = entry.getInstant().atZone(ZoneId.systemDefault());
        line.append(at.toLocalDate()).append(' ');
        padded(line, at.getHour(), 10).append(':');
        padded(line, at.getMinute(), 10).append(':');
        padded(line, at.getSecond(), 10).append('.');
        padded(line, at.getNano() / 1_000_000, 100);
    }

    private static StringBuilder padded(StringBuilder line, int value, int least) {
        for (int power = least; power > value && power > 1; power /= 10) {
            line.append('0');
        }
        return line.append(value);
    }

    /** Readers say their names: in them nothing may act on the terminal that shows the log, or turn its lines. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\R\\s*", " ");
        return UNSEEN.matcher(line)
                .replaceAll(c -> String.format("\\\\u%04x", (int) c.group().charAt(0)));
    }
}
