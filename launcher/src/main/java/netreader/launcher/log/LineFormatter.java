package netreader.launcher.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Time, level, logger and message on one line; a throwable adds its message, or its stack trace on lines of its own. */
final class LineFormatter extends Formatter {
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

    private static String oneLine(String text) {
        return text.replaceAll("\\R\\s*", " ");
    }
}
