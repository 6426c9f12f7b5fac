package netreader.format.registry.internal;

import java.util.StringJoiner;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:formats}. */
@Component(
        service = FormatCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=formats"})
public final class FormatCommands {
    private final InstalledFormats registry;

    @Activate
    public FormatCommands(@Reference(service = FormatRegistry.class) FormatRegistry registry) {
        this.registry = (InstalledFormats) registry;
    }

    /** A line for each format: name, extensions, delivery, open books, and the bundle that brings it. */
    public String formats() {
        StringJoiner lines = new StringJoiner("\n");
        for (FormatInfo format : registry.formats()) {
            lines.add(String.format(
                    "%-8s %-16s %-6s %3d open  %s",
                    format.name(),
                    String.join(",", format.extensions()),
                    format.delivery().wireName(),
                    registry.openBooks(format.name()),
                    format.provider()));
        }
        return lines.length() == 0 ? "No format is installed" : lines.toString();
    }
}
