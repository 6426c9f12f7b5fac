package netreader.it;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a process holds, after its garbage was collected; as jcmd says and {@code /proc}.
 *
 * @param loaders class loaders of bundles
 * @param classes instances of {@code java.lang.Class}
 * @param threads of Java; those of the compilers are not counted, as they come and go
 * @param descriptors open files and sockets; 0 where there is no {@code /proc}
 * @param heapBytes live
 */
record Footprint(int loaders, int classes, int threads, int descriptors, long heapBytes) {
    /** A histogram collects garbage first; what waits for cleaners and soft references goes with the next ones. */
    private static final int COLLECTIONS = 4;

    /** What may be there by chance: a thread that was idle for some seconds only, a connection that is being closed. */
    private static final int BY_CHANCE = 5;

    private static final double HEAP_BY_CHANCE = 8e6;

    private static final Pattern LOADERS = Pattern.compile(
            " (\\d+) +\\d+ +org\\.apache\\.felix\\.framework\\." + "BundleWiringImpl\\$BundleClassLoader\\b");
    private static final Pattern CLASSES = Pattern.compile(" (\\d+) +\\d+ +java\\.lang\\.Class\\b");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern THREAD = Pattern.compile("(?m)^\"(?!C1 |C2 |Attach|Common-Cleaner)[^\\n]*\" #\\d+");

    static Footprint of(long pid) throws IOException, InterruptedException {
        String histogram = "";
        for (int i = 0; i < COLLECTIONS; i++) {
            histogram = jcmd(pid, "GC.class_histogram");
        }
        return new Footprint(
                (int) number(LOADERS, histogram),
                (int) number(CLASSES, histogram),
                (int) THREAD.matcher(jcmd(pid, "Thread.print")).results().count(),
                descriptors(pid),
                number(TOTAL, histogram));
    }

    /** What jcmd says about a process; about this one without attaching, as that has hung on Java 25. */
    static String jcmd(long pid, String command) throws IOException, InterruptedException {
        if (pid == ProcessHandle.current().pid()) {
            return ask(command);
        }
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Outcome said = Outcome.of(new ProcessBuilder(jcmd.toString(), Long.toString(pid), command));
        if (said.status() != 0) { // no assertion: the benchmark that asks has no JUnit
            throw new IOException(command + ": " + said.out() + said.err());
        }
        return said.out();
    }

    private static String ask(String command) throws IOException {
        // As the commands are named there: Thread.print is threadPrint
        String[] words = command.split("[._]", -1);
        StringBuilder operation = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            operation.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            operation.toString(),
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IOException(command, e);
        }
    }

    /** What a later footprint has more of than chance explains; a sentence each. */
    List<String> grownTo(Footprint later) {
        List<String> grown = new ArrayList<>();
        compare("class loaders", loaders, later.loaders, BY_CHANCE, grown);
        compare("threads", threads, later.threads, BY_CHANCE, grown);
        compare("descriptors", descriptors, later.descriptors, BY_CHANCE, grown);
        compare("bytes of heap", heapBytes, later.heapBytes, HEAP_BY_CHANCE, grown);
        return grown;
    }

    private static void compare(String what, long before, long after, double more, List<String> grown) {
        if (after > before + more) {
            grown.add(what + " grew from " + before + " to " + after);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static int descriptors(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid), "fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(folder)) {
            return (int) open.count();
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%3d loaders %6d classes %3d threads %3d descriptors %6.1f MB",
                loaders,
                classes,
                threads,
                descriptors,
                heapBytes / 1e6);
    }
}
