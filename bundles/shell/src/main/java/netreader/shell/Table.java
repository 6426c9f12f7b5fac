package netreader.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of one kind. In JSON they are an array of objects in a field; as text, columns under heads. Values are strings,
 * numbers, booleans, lists or maps of such, null, or an {@link Optional}; numbers are printed to the right.
 *
 * @param <T> what a row is made from
 */
public final class Table<T> implements Answer {
    private final String name;
    private final Iterable<? extends T> rows;
    private final List<Column<T>> columns = new ArrayList<>();
    private final Map<String, Object> extras = new LinkedHashMap<>();
    private String whenEmpty = "There is nothing";
    private String end = "";
    private boolean heads = true;

    /**
     * A column.
     *
     * @param field what JSON calls it
     * @param shown as text; empty if only JSON shows the column
     */
    public record Column<T>(String field, Function<T, ?> value, Optional<Function<T, ?>> shown) {}

    private Table(String name, Iterable<? extends T> rows) {
        this.name = name;
        this.rows = rows;
    }

    /**
     * A table without columns.
     *
     * @param name the field of the array in JSON
     * @param rows are gone through once, while they are printed: a long list need not be in memory
     */
    public static <T> Table<T> of(String name, Iterable<? extends T> rows) {
        return new Table<>(name, rows);
    }

    /** Adds a column. */
    public Table<T> column(String field, Function<T, ?> value) {
        columns.add(new Column<>(field, value, Optional.of(value)));
        return this;
    }

    /** Adds a column that a person sees in another way than a program. */
    public Table<T> column(String field, Function<T, ?> value, Function<T, ?> shown) {
        columns.add(new Column<>(field, value, Optional.of(shown)));
        return this;
    }

    /** Adds a column that only JSON shows. */
    public Table<T> forPrograms(String field, Function<T, ?> value) {
        columns.add(new Column<>(field, value, Optional.empty()));
        return this;
    }

    /** Adds a field of the whole answer to JSON. */
    public Table<T> with(String field, Object value) {
        extras.put(field, value);
        return this;
    }

    /** @param sentence what a person reads where there are no rows */
    public Table<T> whenEmpty(String sentence) {
        whenEmpty = sentence;
        return this;
    }

    /** @param line what a person reads below the rows */
    public Table<T> endingWith(String line) {
        end = line;
        return this;
    }

    /** Text has no heads above the columns. */
    public Table<T> withoutHeads() {
        heads = false;
        return this;
    }

    public String name() {
        return name;
    }

    public Iterable<? extends T> rows() {
        return rows;
    }

    public List<Column<T>> columns() {
        return Collections.unmodifiableList(columns);
    }

    public Map<String, Object> extras() {
        return Collections.unmodifiableMap(extras);
    }

    public String whenEmpty() {
        return whenEmpty;
    }

    public String end() {
        return end;
    }

    public boolean hasHeads() {
        return heads;
    }
}
