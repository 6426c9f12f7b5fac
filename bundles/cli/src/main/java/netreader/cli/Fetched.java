package netreader.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import netreader.client.PaintedReading;
import netreader.client.Reading;
import netreader.client.Transferred;

/** Says, where a person or a script asked for it, how much of a book came over the network for a command. */
record Fetched(PrintStream err) {
    void tell(Reading reading, Arguments arguments, JsonObject json) {
        if (!arguments.verbose() || !(reading instanceof PaintedReading painted)) {
            return;
        }
        Transferred transferred = painted.transferred();
        err.printf(
                "Fetched %d bytes of %d: %d blocks in %d requests%n",
                transferred.bytes(), reading.book().bytes(), transferred.blocks(), transferred.requests());
        JsonObject fetched = new JsonObject();
        fetched.addProperty("bytes", transferred.bytes());
        fetched.addProperty("blocks", transferred.blocks());
        fetched.addProperty("requests", transferred.requests());
        json.add("fetched", fetched);
    }
}
