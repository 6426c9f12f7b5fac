package netreader.shell.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import netreader.shell.Answer;
import netreader.shell.Facts;
import netreader.shell.Table;
import netreader.terminal.Cells;

/** Prints answers for people. */
final class TextPrinter {
    private static final String GAP = "  ";
    /** So many rows are aligned with each other, and widen the columns of those that follow. */
    private static final int ALIGNED_ROWS = 500;

    private final Writer to;

    TextPrinter(Writer to) {
        this.to = to;
    }

    void print(Answer answer) throws IOException {
        if (answer instanceof Table<?> table) {
            table(table);
        } else if (answer instanceof Facts facts) {
            facts(facts);
        }
    }

    private void facts(Facts facts) throws IOException {
        if (facts.sentence().isPresent()) {
            line(facts.sentence().get());
            return;
        }
        int width = facts.facts().stream()
                .mapToInt(fact -> Cells.width(fact.label()))
                .max()
                .orElse(0);
        for (Facts.Fact fact : facts.facts()) {
            Object value = plain(fact.value());
            if (fact.label().isEmpty() || value == null) {
                continue;
            }
            Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
            for (Object each : values) {
                line(Cells.padded(fact.label(), width, false) + GAP + shown(each));
            }
        }
    }

    private <T> void table(Table<T> table) throws IOException {
        List<Function<T, ?>> shown = table.columns().stream()
                .map(Table.Column::shown)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
        List<String> heads = table.columns().stream()
                .filter(column -> column.shown().isPresent())
                .map(column -> column.field().toUpperCase(Locale.ROOT))
                .toList();
        Iterator<? extends T> rows = table.rows().iterator();
        if (!rows.hasNext()) {
            line(table.whenEmpty());
            return;
        }
        int[] widths = new int[heads.size()];
        boolean[] right = new boolean[heads.size()];
        Arrays.fill(right, true); // until there is one that is no number
        boolean first = true;
        while (rows.hasNext()) {
            List<List<String>> block = new ArrayList<>();
            while (rows.hasNext() && block.size() < ALIGNED_ROWS) {
                block.add(cells(rows.next(), shown, right));
            }
            if (first && table.hasHeads()) {
                block.add(0, heads);
            }
            first = false;
            for (List<String> row : block) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
                }
            }
            for (List<String> row : block) {
                line(row(row, widths, right));
            }
        }
        if (!table.end().isEmpty()) {
            line(table.end());
        }
    }

    private static <T> List<String> cells(T row, List<Function<T, ?>> shown, boolean[] right) {
        List<String> cells = new ArrayList<>();
        for (Function<T, ?> each : shown) {
            Object value = plain(each.apply(row));
            right[cells.size()] &= value == null || value instanceof Number;
            cells.add(shown(value));
        }
        return cells;
    }

    private static String row(List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP).append(Cells.padded(cells.get(i), widths[i], right[i]));
        }
        return line.toString().stripTrailing();
    }

    private static Object plain(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static String shown(Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(TextPrinter::shown).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + shown(plain(entry.getValue())))
                    .collect(Collectors.joining(", "));
        }
        return Cells.oneLine(value.toString());
    }

    private void line(String text) throws IOException {
        to.write(text);
        to.write('\n');
    }
}
