package netreader.cli;

import com.google.gson.JsonObject;

/**
 * What a command has found out.
 *
 * @param json for programs
 * @param text for people, printed as it is
 */
record Answer(JsonObject json, String text) {}
