package netreader.format.registry.internal.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Finds what a bundle needs and nobody here gives. */
record Requirements(BundleContext context) {
    private static final String SPI = "netreader.format";
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]*)\\)");
    private static final Pattern LEAST = Pattern.compile("\\(version>=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]*)\\)\\)");

    /** Empty if nothing is missing. The state is WAITS if it may yet come. */
    Optional<JarContents.Unusable> missing(Bundle bundle) {
        List<String> lacks = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement need : revision.getDeclaredRequirements(null)) {
            if (isOptional(need) || isGiven(bundle, revision, need)) {
                continue;
            }
            Optional<String> name = match(PACKAGE, need);
            if (name.filter(SPI::equals).isPresent()) {
                return Optional.of(new JarContents.Unusable(JarState.REFUSED, madeForAnotherSpi(need)));
            }
            lacks.add(name.map(each -> missingPackage(each, need)).orElseGet(() -> other(need)));
        }
        return lacks.isEmpty()
                ? otherSingleton(bundle)
                : Optional.of(new JarContents.Unusable(JarState.WAITS, "lacks " + String.join("; ", lacks)));
    }

    private Optional<JarContents.Unusable> otherSingleton(Bundle bundle) {
        if (!isSingleton(bundle)) {
            return Optional.empty();
        }
        for (Bundle each : context.getBundles()) {
            if (!each.equals(bundle)
                    && bundle.getSymbolicName().equals(each.getSymbolicName())
                    && each.getState() != Bundle.INSTALLED
                    && isSingleton(each)) {
                String sentence = "is a singleton, and " + each.getSymbolicName() + " " + each.getVersion()
                        + ", which is one too, runs already; delete the jar of one of them";
                return Optional.of(new JarContents.Unusable(JarState.WAITS, sentence));
            }
        }
        return Optional.empty();
    }

    private static boolean isSingleton(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream()
                        .anyMatch(identity -> "true"
                                .equals(identity.getDirectives()
                                        .get(IdentityNamespace.CAPABILITY_SINGLETON_DIRECTIVE)));
    }

    private static boolean isOptional(BundleRequirement need) {
        return Constants.RESOLUTION_OPTIONAL.equals(need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))
                || "dynamic".equals(need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
    }

    private boolean isGiven(Bundle bundle, BundleRevision revision, BundleRequirement need) {
        boolean byItself =
                revision.getDeclaredCapabilities(need.getNamespace()).stream().anyMatch(need::matches);
        return byItself
                || wiring().findProviders(need).stream()
                        .anyMatch(capability ->
                                !capability.getRevision().getBundle().equals(bundle));
    }

    private String madeForAnotherSpi(BundleRequirement need) {
        return "was made for " + SPI + " " + wanted(need) + "; this NetReader has "
                + exported(SPI).map(Requirements::version).orElse("none");
    }

    private String missingPackage(String name, BundleRequirement need) {
        String wanted = wanted(need);
        String sentence = "the package " + name + (wanted.isEmpty() ? "" : " " + wanted);
        return exported(name)
                .map(there ->
                        sentence + ", of which " + there.getRevision().getSymbolicName() + " brings " + version(there))
                .orElse(sentence + ", which no bundle here brings; a format carries its libraries, or they are put"
                        + " beside it as bundles");
    }

    private static String other(BundleRequirement need) {
        if (need.getNamespace().equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
            return match(Pattern.compile("\\(version[>=]*=([^)]*)\\)"), need)
                            .map(version -> "Java " + version)
                            .orElse("another Java")
                    + "; this is Java " + Runtime.version().feature();
        }
        return need.getNamespace() + " "
                + Optional.ofNullable(need.getDirectives().get(Constants.FILTER_DIRECTIVE))
                        .orElse("");
    }

    private Optional<BundleCapability> exported(String name) {
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision == null) {
                continue; // just gone
            }
            for (BundleCapability each : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                if (name.equals(each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    private static String version(BundleCapability capability) {
        return capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                ? brief(version)
                : "0.0";
    }

    /** The versions that would do, such as "2.0", "1.4 or later" or "1.0 to 1.1". */
    private static String wanted(BundleRequirement need) {
        Optional<String> least = match(LEAST, need).map(text -> brief(Version.parseVersion(text)));
        Optional<Version> below = match(BELOW, need).map(Version::parseVersion);
        if (least.isEmpty()) {
            return below.map(version -> "below " + brief(version)).orElse("");
        }
        // [2.0,3) is what everybody writes who was compiled with 2.0.
        return below.map(version -> least.get()
                        + (version.getMinor() == 0 && version.getMicro() == 0 ? "" : " up to below " + brief(version)))
                .orElse(least.get() + " or later");
    }

    private static String brief(Version version) {
        return version.getMajor() + "." + version.getMinor()
                + (version.getMicro() == 0 ? "" : "." + version.getMicro());
    }

    private static Optional<String> match(Pattern pattern, BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        // A version below which it must be looks like a least one.
        String text = pattern == LEAST ? BELOW.matcher(filter).replaceAll("") : filter;
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }
}
