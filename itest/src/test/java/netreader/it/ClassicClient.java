package netreader.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A client of the report of 2020: what its program does on the wire. */
final class ClassicClient implements AutoCloseable {
    private static final int BUFFER = 4096;

    private final Socket socket;

    ClassicClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
    }

    private void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    /** One request, one read. */
    String ask(String request) throws IOException {
        send(request);
        byte[] buffer = new byte[1024];
        int n = socket.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(0, n), StandardCharsets.UTF_8);
    }

    byte[] get(String name) throws IOException {
        send("0 " + name);
        int length = ByteBuffer.wrap(exactly(4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length <= 0 || length >= 65_536) {
            throw new IOException("Not a header: " + length);
        }
        JsonObject header = JsonParser.parseString(new String(exactly(length), StandardCharsets.UTF_8))
                .getAsJsonObject();
        if (!header.get("filename").getAsString().equals(name)) {
            throw new IOException("The header is of another file: " + header);
        }
        return exactly(header.get("filesize").getAsInt());
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = new byte[size];
        int received = 0;
        while (received < size) {
            int n = socket.getInputStream().read(bytes, received, Math.min(size - received, BUFFER));
            if (n < 0) {
                throw new EOFException("The server closed the connection");
            }
            received += n;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
