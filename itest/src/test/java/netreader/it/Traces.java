package netreader.it;

import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.imageio.spi.IIORegistry;

/**
 * What a library can leave in the process that uses it.
 *
 * @param imageProviders class names of what ImageIO knows, with their kinds
 * @param securityProviders in their order
 * @param levels of the loggers of NetReader and the JDK that have one of their own
 */
record Traces(Set<String> imageProviders, String securityProviders, Map<String, String> levels) {
    static Traces here() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        Set<String> images = new TreeSet<>();
        registry.getCategories()
                .forEachRemaining(kind -> registry.getServiceProviders(kind, false)
                        .forEachRemaining(provider -> images.add(
                                kind.getSimpleName() + " " + provider.getClass().getName())));
        String security =
                Arrays.stream(Security.getProviders()).map(Provider::getName).collect(Collectors.joining(" "));
        return new Traces(images, security, levelsThatAreSet());
    }

    private static Map<String, String> levelsThatAreSet() {
        Map<String, String> levels = new TreeMap<>();
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            // One of a library's own goes with the library.
            boolean everybodys = name.isEmpty() || name.startsWith("netreader") || name.startsWith("java");
            if (everybodys && logger != null && logger.getLevel() != null) {
                levels.put(name, logger.getLevel().getName());
            }
        }
        return levels;
    }

    /** The names of the threads that live. */
    static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .map(name -> name.replaceAll("\\d+", "N")) // pools count theirs
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
