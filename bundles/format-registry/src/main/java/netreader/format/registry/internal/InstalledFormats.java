package netreader.format.registry.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Follows the format services as they come and go. Where several are for the same books, {@link FormatRank} decides. */
@Component(service = FormatRegistry.class, configurationPid = "netreader.formats")
@Designate(ocd = FormatsConfig.class)
public final class InstalledFormats implements FormatRegistry {
    private static final Logger LOG = System.getLogger(InstalledFormats.class.getName());

    private final Map<ServiceReference<BookFormat>, InstalledFormat> installed = new LinkedHashMap<>();
    private final Map<ServiceReference<BookFormat>, FormatState> refused = new LinkedHashMap<>();
    /** What is installed, the first to be asked first. */
    private volatile List<InstalledFormat> ranked = List.of();
    /** Of those, the first of each name, in the same order: what is used. */
    private volatile Map<String, InstalledFormat> serving = Map.of();

    private volatile Duration callLimit = Duration.ofSeconds(30);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Path> folder = Optional.empty();
    private volatile List<String> troubles = List.of();

    @Activate
    @Modified // what uses the formats stays when somebody says how long they may take
    final void configure(FormatsConfig config) {
        callLimit = Duration.ofSeconds(Math.max(1, config.callLimitInSeconds()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, updated = "updatedFormat")
    void addFormat(BookFormat format, ServiceReference<BookFormat> reference) {
        FormatInfo info;
        try {
            info = FormatProperties.read(format, reference);
        } catch (FormatException e) {
            LOG.log(Level.DEBUG, "{0}: {1}", reference.getBundle(), e.getMessage());
            synchronized (installed) {
                refused.put(reference, FormatState.refused(e.getMessage()));
            }
            return;
        }
        synchronized (installed) {
            installed.put(
                    reference,
                    new InstalledFormat(
                            info,
                            format,
                            FormatRank.of(reference),
                            reference.getBundle(),
                            () -> callLimit,
                            this::putAside));
            rank();
        }
        LOG.log(Level.INFO, "Format {0} is here ({1})", info.name(), info.provider());
        tellListeners();
    }

    /** The format's bundle has changed what it says of it; books that are open stay as they are if that is only its ranking. */
    void updatedFormat(BookFormat format, ServiceReference<BookFormat> reference) {
        if (saysTheSame(format, reference)) {
            synchronized (installed) {
                Optional.ofNullable(installed.get(reference))
                        .ifPresent(known -> known.rankAs(FormatRank.of(reference)));
                rank();
            }
            tellListeners();
        } else {
            removeFormat(reference);
            addFormat(format, reference);
        }
    }

    private boolean saysTheSame(BookFormat format, ServiceReference<BookFormat> reference) {
        Optional<InstalledFormat> known;
        synchronized (installed) {
            known = Optional.ofNullable(installed.get(reference));
        }
        try {
            return known.isPresent() && known.get().info().equals(FormatProperties.read(format, reference));
        } catch (FormatException e) {
            return false;
        }
    }

    // DS calls this before the format's bundle is deactivated: its classes still work.
    void removeFormat(ServiceReference<BookFormat> reference) {
        InstalledFormat format;
        synchronized (installed) {
            refused.remove(reference);
            format = installed.remove(reference);
            if (format == null) {
                return;
            }
            rank();
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

    /** A format that does not come to an end again and again: its threads are lost, and it is not called any more. */
    private void putAside(InstalledFormat format) {
        synchronized (installed) {
            rank();
        }
        LOG.log(
                Level.ERROR,
                "The format {0} ({1}) is put aside, as it does not come to an end with {2} books; replace its jar",
                format.info().name(),
                format.info().provider(),
                FormatCalls.MOST_BOOKS);
        format.close();
        tellListeners();
    }

    private void rank() {
        List<InstalledFormat> all = new ArrayList<>(installed.values());
        all.sort(Comparator.comparing(InstalledFormat::rank));
        Map<String, InstalledFormat> first = new LinkedHashMap<>();
        all.stream()
                .filter(format -> !format.putAside())
                .forEach(format -> first.putIfAbsent(format.info().name(), format));
        ranked = List.copyOf(all);
        serving = first;
    }

    @Deactivate
    void closeAll() {
        ranked.forEach(InstalledFormat::close);
    }

    @Override
    public List<FormatInfo> formats() {
        return serving.values().stream()
                .map(InstalledFormat::info)
                .sorted(Comparator.comparing(FormatInfo::name))
                .toList();
    }

    @Override
    public Optional<FormatInfo> byName(String name) {
        return installedByName(name).map(InstalledFormat::info);
    }

    @Override
    public Optional<FormatInfo> forFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return serving.values().stream()
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

    /** Says into which folder formats are dropped. */
    public void watches(Path dropped) {
        folder = Optional.of(dropped);
    }

    @Override
    public List<String> troubles() {
        return troubles;
    }

    /** Says why jars of the folder bring no format. */
    public void troubled(List<String> sentences) {
        troubles = List.copyOf(sentences);
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How many books of the format are open at this moment, with whichever of its bundles. */
    int openBooks(String format) {
        return ranked.stream()
                .filter(each -> each.info().name().equals(format))
                .mapToInt(InstalledFormat::openBooks)
                .sum();
    }

    /** Everything that is installed, by name; of those with the same name, the one that is used first. */
    List<FormatState> states() {
        return ranked.stream()
                .map(this::state)
                .sorted(Comparator.comparing(state -> state.info().orElseThrow().name()))
                .toList();
    }

    /** What is made of the formats that a bundle brings. */
    public List<FormatState> of(Bundle bundle) {
        List<FormatState> states = new ArrayList<>();
        ranked.stream().filter(format -> format.bundle().equals(bundle)).forEach(format -> states.add(state(format)));
        synchronized (installed) {
            refused.forEach((reference, state) -> {
                if (bundle.equals(reference.getBundle())) {
                    states.add(state);
                }
            });
        }
        return states;
    }

    private FormatState state(InstalledFormat format) {
        return FormatState.of(format, serving.getOrDefault(format.info().name(), format));
    }

    private Optional<InstalledFormat> installedByName(String name) {
        return Optional.ofNullable(serving.get(name));
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
