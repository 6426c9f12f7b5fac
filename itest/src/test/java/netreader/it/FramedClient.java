package netreader.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client of the framed protocol that does everything right, but knows no more than the frames. */
final class FramedClient implements AutoCloseable {
    static final String HELLO = "{'id':1,'op':'hello','protocol':1,'reader':'good','device':'it','software':'it'}";

    final Socket socket = new Socket();
    private final DataInputStream in;

    FramedClient(int port) throws IOException {
        this(port, 0);
    }

    /** @param receiveBuffer bytes that the system keeps for the client; 0 for as many as it likes */
    FramedClient(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
    }

    /** @param json with ' for " */
    static byte[] frame(String json) {
        byte[] header = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + header.length)
                .putInt(header.length)
                .put(header)
                .array();
    }

    /** @param json with ' for " */
    void send(String json) throws IOException {
        socket.getOutputStream().write(frame(json));
    }

    /** The next reply; its body, if it has one, is its field "text". */
    JsonObject receive() throws IOException {
        while (true) {
            String json = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            JsonObject header = JsonParser.parseString(json).getAsJsonObject();
            if (header.has("body")) {
                byte[] body = in.readNBytes(header.get("body").getAsInt());
                header.addProperty("text", new String(body, StandardCharsets.UTF_8));
            }
            if (!header.has("event")) {
                return header;
            }
        }
    }

    JsonObject ask(String json) throws IOException {
        send(json);
        return receive();
    }

    /** Says hello and opens a text, which gets the handle 1. */
    FramedClient open(long book) throws IOException {
        ask(HELLO);
        JsonObject opened = ask("{'id':2,'op':'open','book':" + book + ",'pageBytes':1024}");
        if (opened.get("handle").getAsInt() != 1) {
            throw new IOException("The book cannot be opened: " + opened);
        }
        return this;
    }

    String page(int page) throws IOException {
        JsonObject reply = ask("{'id':3,'op':'page','handle':1,'page':" + page + "}");
        if (reply.has("error")) {
            throw new IOException("The page " + page + " is not here: " + reply);
        }
        return reply.get("text").getAsString();
    }

    /** Waits until a book has been read by the server, and returns its row; hello was said. */
    JsonObject await(String name) throws IOException, InterruptedException {
        while (true) {
            String shelf = ask("{'id':4,'op':'shelf','since':0}").get("text").getAsString();
            for (JsonElement row :
                    JsonParser.parseString(shelf).getAsJsonObject().getAsJsonArray("books")) {
                JsonObject book = row.getAsJsonObject();
                if (book.get("name").getAsString().equals(name)
                        && !book.get("status").getAsString().equals("pending")) {
                    return book;
                }
            }
            Thread.sleep(50);
        }
    }

    /** Asks for a whole file and leaves it on the way. */
    void askForFile(JsonObject book) throws IOException {
        send("{'id':5,'op':'read','book':" + book.get("id") + ",'version':" + book.get("version") + ",'at':0,'length':"
                + book.get("bytes") + "}");
    }

    /** Takes so many bytes of whatever comes; returns how many came before the end. */
    int take(int bytes) throws IOException {
        return in.readNBytes(bytes).length;
    }

    /** Whether nothing comes any more. */
    boolean ended() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
