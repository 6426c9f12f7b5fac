package netreader.shell.internal;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import netreader.shell.Answer;
import netreader.shell.Facts;
import netreader.shell.Table;

/** Prints answers for programs: one object on one line. */
final class JsonPrinter {
    private final JsonWriter json;
    private final Writer to;

    JsonPrinter(Writer to) {
        this.to = to;
        this.json = new JsonWriter(to);
    }

    void print(Answer answer) throws IOException {
        json.beginObject();
        if (answer instanceof Table<?> table) {
            table(table);
        } else if (answer instanceof Facts facts) {
            for (Facts.Fact fact : facts.facts()) {
                json.name(fact.field());
                value(fact.value());
            }
        }
        end();
    }

    /** {@code {"error": CODE, "message": sentence}}, as all commands of NetReader tell of a failure. */
    void printFailure(String code, String sentence) throws IOException {
        json.beginObject();
        json.name("error").value(code);
        json.name("message").value(sentence);
        end();
    }

    private void end() throws IOException {
        json.endObject();
        json.flush();
        to.write('\n');
    }

    private <T> void table(Table<T> table) throws IOException {
        json.name(table.name()).beginArray();
        for (T row : table.rows()) {
            json.beginObject();
            for (Table.Column<T> column : table.columns()) {
                json.name(column.field());
                value(column.value().apply(row));
            }
            json.endObject();
        }
        json.endArray();
        for (Map.Entry<String, Object> extra : table.extras().entrySet()) {
            json.name(extra.getKey());
            value(extra.getValue());
        }
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else if (value instanceof Number number) {
            json.value(number);
        } else if (value instanceof Boolean flag) {
            json.value(flag);
        } else if (value instanceof Collection<?> several) {
            json.beginArray();
            for (Object each : several) {
                value(each);
            }
            json.endArray();
        } else if (value instanceof Map<?, ?> map) {
            json.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.name(entry.getKey().toString());
                value(entry.getValue());
            }
            json.endObject();
        } else {
            json.value(value.toString());
        }
    }
}
