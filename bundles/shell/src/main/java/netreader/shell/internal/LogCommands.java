package netreader.shell.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Facts;
import netreader.shell.Table;
import netreader.shell.UsageException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** {@code nr:log}: how much is logged. */
@Component
public final class LogCommands implements Commands {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600);
    private static final String ALL = "all";
    private static final String BACK = "default";

    private final LogLevels levels;

    @Activate
    public LogCommands() {
        this(new LogLevels());
    }

    LogCommands(LogLevels levels) {
        this.levels = levels;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.named("log", "shows how much is logged, or changes it")
                .optional("LOGGER", "the logger and those below it; all for all")
                .optional(
                        "LEVEL",
                        String.join(", ", LogLevels.names()).toLowerCase(Locale.ROOT) + "; default takes a change back")
                .option("--for", "TIME", "take the change back by itself after so long: 90s, 10m, 2h")
                .note(
                        "A change holds until the server stops, and goes to the log in the data folder. Standard error shows"
                                + " what it showed before.")
                .example("nr:log", "shows the levels")
                .example("nr:log netreader debug --for 10m", "logs more of NetReader for ten minutes")
                .example("nr:log netreader.transport trace", "logs all that the transport tells of")
                .example("nr:log all warning", "logs no more than what goes wrong")
                .example("nr:log netreader default", "takes the change back")
                .does(this::log));
    }

    private Answer log(Arguments arguments) {
        Optional<String> logger = arguments.optional("LOGGER");
        Optional<String> level = arguments.optional("LEVEL");
        Optional<Duration> time = arguments.optional("--for").map(LogCommands::time);
        if (logger.isPresent() && level.isPresent()) {
            return change(logger.get(), level.get(), time);
        }
        if (time.isPresent()) {
            throw new UsageException("--for belongs to a change: nr:log LOGGER LEVEL --for 10m");
        }
        return Table.of("loggers", levels.shown(logger.map(LogCommands::name)))
                .column("logger", (LogLevels.Shown shown) -> shown.logger().isEmpty() ? ALL : shown.logger())
                .column("level", LogLevels.Shown::level)
                .column("secondsLeft", LogLevels.Shown::secondsLeft);
    }

    private Answer change(String logger, String level, Optional<Duration> time) {
        String name = name(logger);
        if (level.equalsIgnoreCase(BACK)) {
            if (time.isPresent()) {
                throw new UsageException("--for belongs to a level; default holds for good");
            }
            levels.reset(name);
        } else if (LogLevels.isLevel(level)) {
            levels.set(name, level, time);
        } else {
            throw new UsageException("There is no level \"" + level + "\"; there are "
                    + String.join(", ", LogLevels.names()).toLowerCase(Locale.ROOT) + " and default");
        }
        String now = levels.level(name);
        return Facts.said((name.isEmpty() ? "Everything" : name) + " is logged from " + now + " on"
                        + time.map(span -> " for " + span.toSeconds() + " s").orElse(""))
                .with("logger", name.isEmpty() ? ALL : name)
                .with("level", now)
                .with("secondsLeft", time.map(Duration::toSeconds));
    }

    private static String name(String logger) {
        return logger.equalsIgnoreCase(ALL) ? "" : logger;
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new UsageException("\"" + text + "\" is not a time such as 90s, 10m or 2h");
        }
        return Duration.ofSeconds((long) Integer.parseInt(matcher.group(1)) * SECONDS.get(matcher.group(2)));
    }

    @Deactivate
    void close() {
        levels.close();
    }
}
