package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.EventQueue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import netreader.ui.look.Contrast;
import netreader.ui.look.Theme;
import org.junit.jupiter.api.Test;

/** Whether a text can be read on each of its papers, as {@code ContrastTest} asks of the rest of the window. */
class PaperTest {
    private final Set<String> low = new TreeSet<>();

    @Test
    void textCanBeReadOnEveryPaperAndInEveryTheme() throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Theme theme : Theme.values()) {
                theme.install();
                for (Paper paper : Paper.values()) {
                    check(theme + ", " + paper, paper);
                }
            }
        });
        assertEquals(Set.of(), low);
    }

    private void check(String where, Paper paper) {
        Map<String, Color> behind = Map.of(
                "paper", paper.background(),
                "selection", Contrast.over(paper.selection(), paper.background()),
                "mark", Contrast.over(paper.mark(false), paper.background()),
                "mark here", Contrast.over(paper.mark(true), paper.background()));
        behind.forEach((name, back) -> atLeast(where + ": ink on " + name, paper.ink(), back));
        atLeast(where + ": what stands beside the text", paper.faint(), paper.background());
    }

    private void atLeast(String what, Color color, Color back) {
        double contrast = Contrast.of(color, back);
        if (contrast < Contrast.TEXT) {
            low.add(String.format(Locale.ROOT, "%s %.2f", what, contrast));
        }
    }
}
