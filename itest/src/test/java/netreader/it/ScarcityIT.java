package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients that do no good, or no descriptors left: those who read go on reading. */
@Timeout(120)
class ScarcityIT {
    private static final int PAGE_LIMIT_MS = 2000;

    @TempDir
    Path folder;

    private final List<Socket> crowd = new ArrayList<>();
    private Path library;

    @BeforeEach
    void fillLibrary() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
        Files.copy(Installation.sampleLibrary().resolve("论语.txt"), library.resolve("论语.txt"));
        Files.write(library.resolve("large.pdf"), new byte[32 << 20]);
    }

    @Test
    void aThousandSlowClientsKeepNobodyFromAPage() throws Exception {
        try (Server server = Server.start(Installation.built(), library, folder.resolve("data"));
                FramedClient good = new FramedClient(server.port())) {
            good.ask(FramedClient.HELLO);
            JsonObject large = good.await("large.pdf");
            good.open(good.await("论语.txt").get("id").getAsLong());
            for (int i = 0; i < 1000; i++) {
                crowd.add(
                        switch (i % 3) {
                            case 0 -> send(server, new byte[] {0, 0}); // and never the rest of the frame
                            case 1 -> send(server, new byte[0]);
                            default -> askAndNeverRead(server, large);
                        });
            }
            long slowest = 0;
            for (int i = 0; i < 200; i++) {
                long began = System.nanoTime();
                assertFalse(good.page(i % 8).isEmpty());
                slowest = Math.max(slowest, System.nanoTime() - began);
            }
            assertTrue(TimeUnit.NANOSECONDS.toMillis(slowest) < PAGE_LIMIT_MS, "a page took " + slowest + " ns");
            try (FramedClient late = new FramedClient(server.port())) {
                assertFalse(late.ask(FramedClient.HELLO).has("error"));
            }
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void aServerWithoutDescriptorsSaysSoOnceAndRecovers() throws Exception {
        assumeTrue(ProcessLevels.known(), "only Linux tells what a process holds");
        try (Server server = Server.start(withDescriptors(256), library, folder.resolve("data"));
                FramedClient good = new FramedClient(server.port())) {
            good.ask(FramedClient.HELLO);
            good.open(good.await("论语.txt").get("id").getAsLong());
            for (int i = 0; i < 400; i++) {
                crowd.add(send(server, new byte[] {0}));
            }
            while (!server.log().contains("No connection can be taken for the moment")) {
                assertFalse(good.page(0).isEmpty()); // the timeout ends a wait in vain
            }
            assertFalse(good.page(1).isEmpty());
            for (Socket socket : crowd) {
                socket.close();
            }
            try (FramedClient late = new FramedClient(server.port())) {
                assertFalse(late.ask(FramedClient.HELLO).has("error"));
            }
            assertEquals(2, server.log().split("No connection can be taken", -1).length, "it is said once");
            assertFalse(server.log().contains("\tat "), server.log());
        }
    }

    private static Socket send(Server server, byte[] bytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream().write(bytes);
        return socket;
    }

    private static Socket askAndNeverRead(Server server, JsonObject large) throws IOException {
        FramedClient client = new FramedClient(server.port(), 4096);
        client.ask(FramedClient.HELLO);
        client.askForFile(large);
        return client.socket;
    }

    /** The installation as a shell starts it that allows so many open files. */
    private Installation withDescriptors(int most) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("scarce/bin"));
        Path script = bin.resolve("netreader");
        Files.writeString(
                script, """
                #!/bin/sh
                ulimit -n %d
                exec "%s" "$@"
                """.formatted(most, Installation.built().home().resolve("bin/netreader")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Installation(bin.getParent());
    }
}
