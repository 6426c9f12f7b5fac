package netreader.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import netreader.terminal.Cells;

/** A table for a terminal, on which Chinese characters are two cells wide. */
final class Columns {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> right = new HashSet<>();

    Columns(String... heads) {
        if (heads.length > 0) {
            row(heads);
        }
    }

    void rightAligned(Integer... columns) {
        right.addAll(List.of(columns));
    }

    /** Line ends and other control characters become blanks: a title must not draw on the terminal. */
    void row(String... cells) {
        rows.add(List.of(cells).stream().map(Cells::oneLine).toList());
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : GAP);
                line.append(Cells.padded(row.get(i), widths[i], right.contains(i)));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
