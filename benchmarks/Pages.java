import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns pages of a text as fast as the server answers, over the framed protocol: {@code java benchmarks/Pages.java PORT BOOK
 * [CLIENTS] [SECONDS]}. Prints how many pages came in a second, the failures by their code, and the longest time in which a
 * client got no page. Replace a jar in bundles/ meanwhile to see for how long its format is away.
 */
public final class Pages {
    private static final Pattern NUMBER = Pattern.compile("\"(handle|pages|body)\":(\\d+)");
    private static final Pattern ERROR = Pattern.compile("\"error\":\"(\\w+)\"");

    private Pages() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int clients = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        long nanos = (args.length > 3 ? Long.parseLong(args[3]) : 10) * 1_000_000_000L;
        List<Client> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Client client = new Client(port, args[1], new Random(i));
            all.add(client);
            threads.add(new Thread(() -> client.turn(nanos)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        long pages = all.stream().mapToLong(client -> client.pages).sum();
        long longest = all.stream().mapToLong(client -> client.longest).max().orElse(0);
        Map<String, Integer> failures = new TreeMap<>();
        all.forEach(client -> client.failures.forEach((code, n) -> failures.merge(code, n, Integer::sum)));
        System.out.printf(
                "%.0f pages/s, longest time without a page %.1f ms, failures %s%n",
                pages * 1e9 / nanos, longest / 1e6, failures);
    }

    private static final class Client {
        private final Socket socket;
        private final DataInputStream in;
        private final String book;
        private final Random random;
        private final Map<String, Integer> failures = new TreeMap<>();
        private long pages;
        private long longest;

        Client(int port, String book, Random random) throws IOException {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            this.book = book;
            this.random = random;
            ask("{'id':1,'op':'hello','protocol':1,'reader':'benchmark','device':'b','software':'b'}");
        }

        void turn(long nanos) {
            try {
                String opened = ask("{'id':2,'op':'open','book':" + book + ",'pageBytes':4096}");
                int of = number(opened, "pages");
                int handle = number(opened, "handle");
                long end = System.nanoTime() + nanos;
                long last = System.nanoTime();
                while (System.nanoTime() < end) {
                    int page = random.nextInt(of);
                    String reply = ask("{'id':3,'op':'page','handle':" + handle + ",'page':" + page + "}");
                    Matcher error = ERROR.matcher(reply);
                    if (error.find()) {
                        failures.merge(error.group(1), 1, Integer::sum);
                        continue;
                    }
                    long now = System.nanoTime();
                    longest = Math.max(longest, now - last);
                    last = now;
                    pages++;
                }
            } catch (IOException e) {
                failures.merge(e.toString(), 1, Integer::sum);
            }
        }

        private String ask(String json) throws IOException {
            byte[] header = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(4 + header.length)
                            .putInt(header.length)
                            .put(header)
                            .array());
            String reply;
            do {
                reply = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                in.skipNBytes(reply.contains("\"body\"") ? number(reply, "body") : 0);
            } while (reply.contains("\"event\""));
            return reply;
        }

        private static int number(String reply, String field) throws IOException {
            Matcher matcher = NUMBER.matcher(reply);
            while (matcher.find()) {
                if (matcher.group(1).equals(field)) {
                    return Integer.parseInt(matcher.group(2));
                }
            }
            throw new IOException(reply);
        }
    }
}
