package netreader.shell.internal;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Facts;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;

/** {@code nr:status}: the process. */
@Component
public final class ServerCommands implements Commands {
    private static final long MEGABYTE = 1_000_000;

    private final Instant began =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    @Override
    public List<Command> commands() {
        return List.of(Command.named("status", "tells of the server's process: version, age, memory, threads")
                .example("nr:status", "tells how long the server has been running, and on what")
                .does(this::status));
    }

    private Answer status(Arguments arguments) {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        Duration age = Duration.between(began, Instant.now());
        String version =
                FrameworkUtil.getBundle(ServerCommands.class).getVersion().toString();
        return Facts.inLines()
                .fact("version", "Version", version)
                .fact("java", "Java", Runtime.version().toString())
                .fact("pid", "Process", ProcessHandle.current().pid())
                .with("started", began.toEpochMilli())
                .with("uptimeSeconds", age.toSeconds())
                .fact("uptime", "Running", shown(age))
                .with("memoryBytes", used)
                .with("memoryLimitBytes", runtime.maxMemory())
                .fact("memory", "Memory", used / MEGABYTE + " MB of " + runtime.maxMemory() / MEGABYTE + " MB")
                .fact("processors", "Processors", runtime.availableProcessors())
                .fact("threads", "Threads", ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static String shown(Duration age) {
        String time = String.format("%d:%02d:%02d", age.toHoursPart(), age.toMinutesPart(), age.toSecondsPart());
        return age.toDays() == 0 ? time : age.toDays() + " d " + time;
    }
}
