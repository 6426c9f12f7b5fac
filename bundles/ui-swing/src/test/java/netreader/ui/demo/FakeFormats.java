package netreader.ui.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import netreader.format.BookSource;
import netreader.format.Delivery;
import netreader.format.OpenOptions;
import netreader.format.Setting;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;

/** Formats that are there until they are taken away; the books are the {@link FakeClient}'s. Any thread. */
public final class FakeFormats implements FormatRegistry {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Setting> settings;
    private volatile boolean installed = true;

    /** @param settings that the format has */
    public FakeFormats(Setting... settings) {
        this.settings = List.of(settings);
    }

    public void install(boolean now) {
        installed = now;
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<FormatInfo> formats() {
        return byName("PDF").stream().toList();
    }

    @Override
    public Optional<FormatInfo> byName(String name) {
        return installed
                ? Optional.of(new FormatInfo(
                        "PDF",
                        List.of("pdf"),
                        "application/pdf",
                        Delivery.FILE,
                        settings,
                        "demo",
                        "format-pdf.jar",
                        "demo"))
                : Optional.empty();
    }

    @Override
    public Optional<FormatInfo> forFileName(String fileName) {
        return byName(fileName);
    }

    @Override
    public OpenBook open(String format, BookSource source, OpenOptions options) throws FormatUnavailableException {
        throw new FormatUnavailableException(format);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(Path.of("/opt/netreader/bundles"));
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
