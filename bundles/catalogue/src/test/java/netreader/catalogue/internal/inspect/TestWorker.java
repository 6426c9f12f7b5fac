package netreader.catalogue.internal.inspect;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import netreader.catalogue.internal.TestFormats;

/** A process that inspects books as the real one does, but without a framework, and with the formats of the tests. */
public final class TestWorker {
    private TestWorker() {}

    /** @param words the folder of the formats */
    public static void main(String... words) {
        InProcessInspector inspector = new InProcessInspector(new TestFormats(), Path.of(words[0]), CoverPicture::read);
        new WorkerLoop(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), inspector)
                .run();
    }

    /** The words of a configuration. */
    public static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx${memory}m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TestWorker.class.getName(),
                "${formats}");
    }
}
