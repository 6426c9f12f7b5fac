package netreader.format.registry.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Follows the format services as they come and go. */
@Component(service = FormatRegistry.class)
public final class InstalledFormats implements FormatRegistry {
    private static final Logger LOG = System.getLogger(InstalledFormats.class.getName());

    /** The framework's property that names the folder into which formats are dropped. */
    private static final String FOLDER = "netreader.formats.folder";

    /** By service reference, highest ranking first. */
    private final Map<ServiceReference<BookFormat>, InstalledFormat> installed =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Optional<Path> folder;

    @Activate
    public InstalledFormats(BundleContext context) {
        this(Optional.ofNullable(context.getProperty(FOLDER)).map(Path::of));
    }

    /** @param folder into which formats are dropped */
    public InstalledFormats(Optional<Path> folder) {
        this.folder = folder;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFormat(BookFormat format, ServiceReference<BookFormat> reference) {
        Optional<FormatInfo> info = FormatProperties.read(format, reference);
        if (info.isEmpty()) {
            return; // said in the log
        }
        installed.put(reference, new InstalledFormat(info.get(), format));
        LOG.log(
                Level.INFO,
                "Format {0} is here ({1})",
                info.get().name(),
                info.get().provider());
        tellListeners();
    }

    // DS calls this before the format's bundle is deactivated: its classes still work.
    void removeFormat(ServiceReference<BookFormat> reference) {
        InstalledFormat format = installed.remove(reference);
        if (format == null) {
            return;
        }
        int closed = format.close();
        LOG.log(
                Level.INFO,
                "Format {0} has gone ({1}); open books closed: {2}",
                format.info().name(),
                format.info().provider(),
                closed);
        tellListeners();
    }

    @Deactivate
    void closeAll() {
        installed.values().forEach(InstalledFormat::close);
    }

    @Override
    public List<FormatInfo> formats() {
        Map<String, FormatInfo> byName = new LinkedHashMap<>();
        installed.values().forEach(format -> byName.putIfAbsent(format.info().name(), format.info()));
        List<FormatInfo> formats = new ArrayList<>(byName.values());
        formats.sort(Comparator.comparing(FormatInfo::name));
        return List.copyOf(formats);
    }

    @Override
    public Optional<FormatInfo> byName(String name) {
        return installedByName(name).map(InstalledFormat::info);
    }

    @Override
    public Optional<FormatInfo> forFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return installed.values().stream()
                .map(InstalledFormat::info)
                .filter(info -> dot >= 0 && info.extensions().contains(extension))
                .findFirst();
    }

    @Override
    public OpenBook open(String format, BookSource source, OpenOptions options)
            throws FormatException, FormatUnavailableException {
        InstalledFormat found = installedByName(format).orElseThrow(() -> new FormatUnavailableException(format));
        return found.open(source, options);
    }

    @Override
    public Optional<Path> folder() {
        return folder;
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How many books of the format are open at this moment. */
    int openBooks(String format) {
        return installedByName(format).map(InstalledFormat::openBooks).orElse(0);
    }

    private Optional<InstalledFormat> installedByName(String name) {
        return installed.values().stream()
                .filter(format -> format.info().name().equals(name))
                .findFirst();
    }

    private void tellListeners() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener failed on a change of formats", e);
            }
        }
    }
}
