package netreader.format.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedPlaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"format-a-1.0.0.jar", "a#3.jar", "a#3#ff.jar", "a:b 空.jar"})
    void aFilesNameIsKeptWhateverSignsAreInIt(String name) {
        String location = DroppedPlace.location(name, 17, -2);
        assertEquals(new DroppedPlace(name, Optional.of("fffffffffffffffe")), DroppedPlace.of(location));
    }

    @Test
    void aBundleThatWasNotDroppedInHasTheNameOfItsFileOnly() {
        assertEquals(
                new DroppedPlace("format-a.jar", Optional.empty()), DroppedPlace.of("reference:file:/x/format-a.jar"));
    }
}
