package netreader.dialect.classic;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The report's client: an answer is what one read of 1,024 bytes brings. */
final class ClassicClient implements AutoCloseable {
    final Socket socket;

    ClassicClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** What one read brings; empty at the end. */
    String hear() throws IOException {
        byte[] buffer = new byte[1024];
        int n = socket.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(0, n), StandardCharsets.UTF_8);
    }

    String ask(String request) throws IOException {
        send(request);
        return hear();
    }

    /** Fetches a file and checks what its header says. */
    byte[] fetch(String name) throws IOException {
        send("0 " + name);
        return receive(name);
    }

    byte[] receive(String name) throws IOException {
        InputStream in = socket.getInputStream();
        int length =
                ByteBuffer.wrap(in.readNBytes(4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length <= 0 || length > 4096) {
            throw new IOException("Instead of a header came " + hear());
        }
        String json = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        JsonObject header = JsonParser.parseString(json).getAsJsonObject();
        if (!header.get("filename").getAsString().equals(name)) {
            throw new IOException("The header is of another file: " + header);
        }
        byte[] file = in.readNBytes(header.get("filesize").getAsInt());
        if (file.length < header.get("filesize").getAsInt()) {
            throw new IOException("The file ends too early");
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
