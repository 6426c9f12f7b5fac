package netreader.format.comic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersCountWhateverTheirZerosAndCase() {
        List<String> sorted = List.of(
                "cover.jpg",
                "第1话/01.jpg",
                "第1话/2.jpg",
                "第1话/010.jpg",
                "第２话/1.jpg",
                "第10话/1.jpg",
                "第10话/1b.jpg",
                "第99999999999999999999999话/1.jpg");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(5));
        shuffled.sort(NaturalOrder.INSTANCE);
        assertEquals(sorted, shuffled);
        assertEquals(-1, Integer.signum(NaturalOrder.INSTANCE.compare("Page2", "page10")));
    }
}
