package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a command printed, and how it ended. */
record Outcome(int status, String out, String err) {
    private static final long LIMIT_SECONDS = 60;

    static Outcome of(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("netreader-it", ".out");
        Path err = Files.createTempFile("netreader-it", ".err");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The command hangs: " + builder.command());
            }
            return new Outcome(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    JsonObject json() {
        assertEquals(1, out.lines().count(), () -> "one JSON object on one line, not: " + out + err);
        return JsonParser.parseString(out).getAsJsonObject();
    }

    Outcome done() {
        assertEquals(0, status, err);
        return this;
    }

    /** The sentence of a failed command: one line, no trace. */
    String failure(int expectedStatus) {
        assertEquals(expectedStatus, status, err);
        assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
        return err.strip();
    }
}
