package netreader.format.registry.internal;

import java.util.StringJoiner;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.internal.folder.FormatFolder;
import netreader.format.registry.internal.folder.JarReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:formats}. */
@Component(
        service = FormatCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=formats"})
public final class FormatCommands {
    private final InstalledFormats registry;
    private final FormatFolder folder;

    @Activate
    public FormatCommands(
            @Reference(service = FormatRegistry.class) FormatRegistry registry, @Reference FormatFolder folder) {
        this.registry = (InstalledFormats) registry;
        this.folder = folder;
    }

    /**
     * A line for each format: name, extensions, delivery, open books, the bundle that brings it, and whether it is used;
     * then a line for each jar of the folder, with what has become of it.
     */
    public String formats() {
        StringJoiner lines = new StringJoiner("\n");
        for (FormatState state : registry.states()) {
            FormatInfo format = state.info().orElseThrow();
            lines.add(String.format(
                    "%-8s %-16s %-6s %3d open  %s%s",
                    format.name(),
                    String.join(",", format.extensions()),
                    format.delivery().wireName(),
                    state.openBooks(),
                    format.provider(),
                    state.serves() ? "" : state.usable() ? "  (stands by)" : "  (put aside)"));
        }
        if (lines.length() == 0) {
            lines.add("No format is installed");
        }
        for (JarReport report : folder.reports()) {
            lines.add(String.format("%-10s %s", report.state().word(), report.sentence()));
        }
        return lines.toString();
    }
}
