package netreader.format.registry.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.internal.folder.FormatFolder;
import netreader.format.registry.internal.folder.JarReport;
import netreader.format.registry.internal.folder.JarState;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:formats}. */
@Component
public final class FormatCommands implements Commands {
    private final InstalledFormats registry;
    private final FormatFolder folder;

    @Activate
    public FormatCommands(
            @Reference(service = FormatRegistry.class) FormatRegistry registry, @Reference FormatFolder folder) {
        this.registry = (InstalledFormats) registry;
        this.folder = folder;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.named("formats", "lists the formats, and the jars in their folder that bring none")
                .note(
                        "A format serves, or stands by because another goes before it. Below are the jars of which none serves, and why.")
                .example("nr:formats", "lists formats with their open books")
                .does(this::formats));
    }

    private Answer formats(Arguments arguments) {
        List<FormatState> states = registry.states().stream()
                .filter(state -> state.info().isPresent())
                .toList();
        List<JarReport> jars = folder.reports();
        // What serves stands in the table.
        String lines = jars.stream()
                .filter(jar -> jar.state() != JarState.SERVES)
                .map(jar -> String.format("%-10s %s", jar.state().word(), jar.sentence()))
                .collect(Collectors.joining("\n"));
        return Table.<FormatState>of("formats", states)
                .column("format", of(FormatInfo::name))
                .column("extensions", of(FormatInfo::extensions))
                .column("delivery", of(info -> info.delivery().wireName()))
                .column("open", FormatState::openBooks)
                .column(
                        "state",
                        state -> state.use().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .column("file", of(FormatInfo::file))
                .column("provider", of(FormatInfo::provider))
                .with("jars", jars.stream().map(FormatCommands::fields).toList())
                .whenEmpty(lines.isEmpty() ? "No format is installed" : "No format is installed\n" + lines)
                .endingWith(lines);
    }

    private static Function<FormatState, Object> of(Function<FormatInfo, Object> value) {
        return state -> value.apply(state.info().orElseThrow());
    }

    private static Map<String, Object> fields(JarReport jar) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", jar.file());
        fields.put("state", jar.state().word());
        fields.put("sentence", jar.sentence());
        return fields;
    }
}
