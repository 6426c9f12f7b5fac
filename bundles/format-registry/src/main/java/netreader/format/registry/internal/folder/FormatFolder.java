package netreader.format.registry.internal.folder;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.internal.FormatsConfig;
import netreader.format.registry.internal.InstalledFormats;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Watches the folder into which formats are dropped, and has the bundles of its jars installed and removed. What becomes
 * of each file is told in the log whenever it changes. Any thread.
 */
@Component(
        service = FormatFolder.class,
        immediate = true,
        configurationPid = "netreader.formats",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FormatFolder {
    private static final Logger LOG = System.getLogger(FormatFolder.class.getName());

    /** A single look goes on for so long while a jar is still being copied. */
    private static final long COPYING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path folder;
    private final long lookMs;
    private final BundleContext context;
    private final InstalledFormats formats;
    private final FolderJars jars;
    private final Thread watching = new Thread(this::watch, "netreader-formats");
    private volatile List<JarReport> reports = List.of();
    private String trouble = "";

    @Activate
    public FormatFolder(
            FormatsConfig config,
            BundleContext context,
            @Reference(service = FormatRegistry.class) FormatRegistry registry,
            @Reference ServiceComponentRuntime components) {
        this.context = context;
        folder = Path.of(config.folder());
        lookMs = Math.max(1, config.lookInMillis());
        formats = (InstalledFormats) registry;
        formats.watches(folder);
        FolderBundles bundles = new FolderBundles(context, config.startLimitInSeconds() * 1000L);
        Diagnosis diagnosis = new Diagnosis(bundles, new Requirements(context), components, formats);
        jars = new FolderJars(bundles, diagnosis);
        if (config.once()) {
            lookOnce(); // before the bundle has started: who starts it finds the formats there
            return;
        }
        watching.setDaemon(true);
        watching.start();
    }

    private void lookOnce() {
        long end = System.nanoTime() + COPYING_NANOS;
        try {
            look();
            while (reports.stream().anyMatch(report -> report.state() == JarState.COPYING) && System.nanoTime() < end) {
                Thread.sleep(lookMs);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                Thread.sleep(lookMs);
            } catch (InterruptedException e) {
                return;
            } catch (IllegalStateException e) {
                LOG.log(Level.DEBUG, "The framework is going", e);
                return;
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "A look at the formats failed", e);
            }
        }
    }

    private void look() {
        try {
            jars.look(list());
            trouble = "";
        } catch (IOException e) {
            String why =
                    e instanceof NoSuchFileException ? " is not there" : " cannot be read (" + e.getMessage() + ")";
            String sentence = "The folder " + folder + why + "; the formats that run go on";
            if (!sentence.equals(trouble)) {
                LOG.log(Level.WARNING, sentence);
                trouble = sentence;
            }
            return; // what runs goes on
        }
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING) {
            return; // everything goes, and nothing of it is to be told of a jar
        }
        Map<String, JarReport> before = new LinkedHashMap<>();
        reports.forEach(report -> before.put(report.file(), report));
        reports = jars.reports();
        for (JarReport report : reports) {
            if (!report.equals(before.remove(report.file()))) {
                LOG.log(report.state().isTrouble() ? Level.WARNING : Level.INFO, "{0}", report.sentence());
            }
        }
        formats.troubled(reports.stream()
                .filter(report -> report.state().isTrouble())
                .map(JarReport::sentence)
                .toList());
        before.keySet().forEach(file -> LOG.log(Level.INFO, "{0} has gone from {1}", file, folder));
    }

    private Iterable<Path> list() throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path file : found) {
                String name = file.getFileName().toString();
                // Tools that copy write to a hidden name first.
                if (name.toLowerCase(Locale.ROOT).endsWith(".jar") && !name.startsWith(".")) {
                    files.add(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    /** What has become of each jar in the folder, by name; as it was at the last look. */
    public List<JarReport> reports() {
        return reports;
    }

    @Deactivate
    void stop() {
        watching.interrupt();
    }
}
