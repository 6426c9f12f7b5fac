package netreader.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux tells.
 *
 * @param threads names, cut off by the system; without those that the JVM starts and ends as it likes
 * @param descriptors what they are open on
 */
record ProcessLevels(List<String> threads, List<String> descriptors) {
    private static final String OF_THE_JVM = "(?s)(C[12] Compiler|GC Thread|G1 |ForkJoinPool|VM |Common-Cleaner"
            + "|Attach|Signal|process reaper|VirtualThread|Read-Poller|Write-Poller|Unparker).*";

    static boolean known() {
        return Files.isDirectory(Path.of("/proc/self/fd"));
    }

    static ProcessLevels of(long pid) throws IOException {
        Path process = Path.of("/proc/" + pid);
        try (Stream<Path> tasks = Files.list(process.resolve("task"));
                Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return new ProcessLevels(
                    tasks.map(ProcessLevels::name)
                            .filter(name -> !name.matches(OF_THE_JVM))
                            .sorted()
                            .toList(),
                    descriptors.map(ProcessLevels::target).sorted().toList());
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            return "VM ended meanwhile";
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().replaceFirst("\\[.*", "");
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    /** What is held that was not held before. */
    List<String> beyond(ProcessLevels before) {
        List<String> more = new ArrayList<>(threads);
        more.addAll(descriptors);
        before.threads.forEach(more::remove);
        before.descriptors.forEach(more::remove);
        return more;
    }

    /** Whether no more is held than before. */
    boolean within(ProcessLevels before) {
        return threads.size() <= before.threads.size() && descriptors.size() <= before.descriptors.size();
    }
}
