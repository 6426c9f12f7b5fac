package netreader.protocol;

import com.google.gson.JsonObject;

/** A frame's header as it came; {@link MessageCodec} reads the message in it. */
public final class Header {
    private final JsonObject json;

    Header(JsonObject json) {
        this.json = json;
    }

    JsonObject json() {
        return json;
    }
}
