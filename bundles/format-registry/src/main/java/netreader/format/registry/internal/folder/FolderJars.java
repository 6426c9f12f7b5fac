package netreader.format.registry.internal.folder;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import netreader.format.registry.internal.folder.JarContents.Unusable;
import netreader.format.registry.internal.folder.JarContents.WholeBundle;
import org.osgi.framework.BundleException;

/**
 * The files of the folder and their bundles. A jar that replaces another takes over when it serves: until then the one
 * before it goes on, so that nobody is without the format meanwhile. One thread.
 */
final class FolderJars {
    private static final Logger LOG = System.getLogger(FolderJars.class.getName());

    private final FolderBundles bundles;
    private final Diagnosis diagnosis;
    private final Map<Path, DroppedJar> jars = new TreeMap<>();
    private final Map<DroppedJar, Rejection> rejected = new LinkedHashMap<>();

    FolderJars(FolderBundles bundles, Diagnosis diagnosis) {
        this.bundles = bundles;
        this.diagnosis = diagnosis;
    }

    /** Brings the bundles into line with the files. */
    void look(Iterable<Path> files) {
        Map<Path, DroppedJar> before = new TreeMap<>(jars);
        jars.clear();
        for (Path file : files) {
            DroppedJar jar = Optional.ofNullable(before.remove(file)).orElseGet(() -> new DroppedJar(file));
            jar.look(Stamp.of(file));
            jars.put(file, jar);
        }
        List<RunningJar> left = new ArrayList<>();
        for (DroppedJar gone : before.values()) {
            rejected.remove(gone);
            drop(gone, left);
        }
        Map<String, DroppedJar> owners = owners();
        for (DroppedJar jar : jars.values()) {
            jar.bundle().filter(bundle -> owners.get(key(bundle)) != jar).ifPresent(bundle -> drop(jar, left));
        }
        owners.values().forEach(jar -> run(jar, left));
        jars.values().forEach(jar -> jar.current().ifPresent(running -> bundles.start(running.bundle())));
        jars.values().forEach(this::letGo);
        left.forEach(running -> bundles.remove(running.bundle()));
    }

    private static void drop(DroppedJar jar, List<RunningJar> left) {
        jar.current().ifPresent(left::add);
        jar.previous().ifPresent(left::add);
        jar.run(Optional.empty(), Optional.empty());
    }

    /** Of the files with the same bundle, the one that runs or else the first. */
    private Map<String, DroppedJar> owners() {
        Map<String, DroppedJar> owners = new LinkedHashMap<>();
        jars.values().stream()
                .filter(jar -> jar.bundle().isPresent())
                .sorted(Comparator.comparing(jar -> !runsAsItIs(jar)))
                .forEach(jar -> owners.putIfAbsent(key(jar.bundle().orElseThrow()), jar));
        return owners;
    }

    private static String key(WholeBundle bundle) {
        return bundle.name() + " " + bundle.version();
    }

    private static boolean runsAsItIs(DroppedJar jar) {
        return jar.current()
                .filter(running -> running.contents().sameBundle(jar.bundle().orElseThrow()))
                .isPresent();
    }

    private void run(DroppedJar jar, List<RunningJar> left) {
        WholeBundle wanted = jar.bundle().orElseThrow();
        boolean refused = Optional.ofNullable(rejected.get(jar))
                .filter(rejection -> rejection.holdsFor(wanted))
                .isPresent();
        if (refused || jar.current().filter(running -> running.is(wanted)).isPresent()) {
            return;
        }
        rejected.remove(jar);
        Optional<RunningJar> same =
                left.stream().filter(running -> running.is(wanted)).findFirst();
        Optional<RunningJar> before = jar.previous().or(jar::current);
        if (jar.previous().isPresent()) {
            jar.current().ifPresent(left::add); // never served
        }
        if (same.isPresent()) {
            left.remove(same.get());
            jar.run(same, before);
            return;
        }
        try {
            Optional<RunningJar> installed = bundles.install(jar, wanted);
            if (installed.isPresent()
                    && wanted.singleton()
                    && before.filter(RunningJar::singleton).isPresent()) {
                bundles.remove(before.get().bundle()); // the framework does not run both
                before = Optional.empty();
            }
            jar.run(installed, before);
        } catch (BundleException | IOException e) {
            LOG.log(Level.DEBUG, "A bundle cannot be installed", e);
            if (jar.unchanged()) { // else it went or was written over meanwhile, which the next look finds
                rejected.put(jar, Rejection.of(wanted, e));
            }
            jar.run(Optional.empty(), before);
        }
    }

    private void letGo(DroppedJar jar) {
        if (jar.previous().isEmpty() || jar.current().isEmpty()) {
            return;
        }
        JarState state = diagnosis.of(jar.current().get().bundle()).state();
        if (state == JarState.SERVES || state == JarState.STANDS_BY) {
            bundles.remove(jar.previous().get().bundle());
            jar.run(jar.current(), Optional.empty());
        }
    }

    List<JarReport> reports() {
        Map<String, DroppedJar> owners = owners();
        return jars.values().stream().map(jar -> report(jar, owners)).toList();
    }

    private JarReport report(DroppedJar jar, Map<String, DroppedJar> owners) {
        if (jar.contents() instanceof Unusable unusable) {
            return new JarReport(
                    jar.name(), unusable.state(), jar.name() + " " + unusable.sentence() + meanwhile(jar.current()));
        }
        WholeBundle bundle = jar.bundle().orElseThrow();
        DroppedJar owner = owners.get(key(bundle));
        if (owner != jar) {
            return new JarReport(
                    jar.name(),
                    JarState.STANDS_BY,
                    jar.name() + " is " + key(bundle) + " once more and takes over when " + owner.name() + " goes");
        }
        if (jar.current().isEmpty()) {
            Optional<Rejection> rejection = Optional.ofNullable(rejected.get(jar));
            String sentence =
                    rejection.map(each -> " cannot be installed: " + each.why()).orElse(" is still being copied");
            return new JarReport(
                    jar.name(),
                    rejection.map(Rejection::state).orElse(JarState.COPYING),
                    jar.name() + sentence + meanwhile(jar.previous()));
        }
        Diagnosis.Finding finding = diagnosis.of(jar.current().get().bundle());
        return new JarReport(
                jar.name(), finding.state(), jar.name() + " " + finding.sentence() + meanwhile(jar.previous()));
    }

    private static String meanwhile(Optional<RunningJar> before) {
        return before.map(running -> "; " + running.name() + ", which lay there before, goes on meanwhile")
                .orElse("");
    }
}
