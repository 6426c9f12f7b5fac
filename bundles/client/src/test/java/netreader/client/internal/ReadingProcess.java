package netreader.client.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import netreader.client.Place;

/** Turns a page a hundred times a second, and says each that was turned, until it is killed. */
final class ReadingProcess {
    static final String CATALOGUE = "catalogue";

    private ReadingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        SqliteStore store = new SqliteStore(Path.of(arguments[1]).resolve("reader.db"));
        Places places = new Places(store, Clock.systemUTC());
        places.recall(CATALOGUE, store.switchTo(arguments[0], CATALOGUE).places());
        for (long page = 1; ; page++) {
            places.remember(1, new Place(page, 0.5));
            System.out.println(page);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
