package netreader.client.internal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that finds nothing remarkable about any book. It has what a server needs to put one on its shelf. */
final class TestInspector {
    private TestInspector() {}

    /** Answers line by line, until there are no more. */
    public static void main(String... words) throws Exception {
        System.out.println("ready");
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (requests.readLine() != null) {
            System.out.println("{\"facts\":{\"title\":\"book\",\"authors\":[],\"pages\":0,\"details\":[]}}");
            System.out.println("{}"); // no cover
        }
    }

    /** The words of a configuration, one a line. */
    static String command() {
        return String.join(
                "\n",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx${memory}m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TestInspector.class.getName());
    }
}
