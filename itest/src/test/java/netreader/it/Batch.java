package netreader.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A reader that stays connected and does one command after the other. */
final class Batch implements AutoCloseable {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    Batch(Installation installation, String server) throws IOException {
        process = installation
                .command("batch", "--json", "--server", server)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
    }

    JsonObject run(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
        String answer = out.readLine();
        assertNotNull(answer, () -> "no answer to " + line);
        return JsonParser.parseString(answer).getAsJsonObject();
    }

    /** Asks again and again until the answer is as wanted. */
    JsonObject await(String line, Predicate<JsonObject> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        JsonObject answer = run(line);
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("\"" + line + "\" still answers " + answer);
            }
            Thread.sleep(50);
            answer = run(line);
        }
        return answer;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        in.close();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The reader did not end with its input");
        }
    }
}
