package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PicturesBesideBooksTest extends LibraryFixture {
    private void picture(String name, int width) throws Exception {
        Path written = folder.resolve("picture");
        ImageIO.write(new BufferedImage(width, 90, BufferedImage.TYPE_INT_RGB), "png", written.toFile());
        Files.setLastModifiedTime(written, FileTime.fromMillis(1_000_000_000_000L + width));
        Files.move(written, library.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private CatalogueBook awaitRead(String name) throws Exception {
        return await(book -> book.name().equals(name) && book.status() == Status.READY);
    }

    private CatalogueBook awaitOther(CatalogueBook before) throws Exception {
        return await(book -> book.id() == before.id() && !book.cover().equals(before.cover()));
    }

    @Test
    void aPictureThatComesAndChangesAndGoesIsTheCoverAsLongAsItIsThere() throws Exception {
        write("one.sheets", "Alice");
        start();
        CatalogueBook own = awaitRead("one.sheets");
        picture("one.png", 30);
        CatalogueBook pictured = awaitOther(own);
        assertEquals(own.title(), pictured.title());
        picture("one.png", 50);
        CatalogueBook changed = awaitOther(pictured);
        assertNotEquals(own.cover(), changed.cover());
        Files.delete(library.resolve("one.png"));
        assertEquals(own.cover(), awaitOther(changed).cover());
    }

    @Test
    void aPictureThatCameWhileTheServerWasDownIsTheCover() throws Exception {
        write("one.lines", "Alice");
        start();
        CatalogueBook before = awaitRead("one.lines");
        assertEquals(Optional.empty(), before.cover());
        catalogue.stop();
        picture("one.jpg", 30);
        start();
        awaitOther(before);
        int opened = formats.opened.get();
        restart();
        write("two.lines", "Bob");
        awaitRead("two.lines");
        assertEquals(opened + 1, formats.opened.get()); // the cover was not made again
    }

    @Test
    void aBookThatLeavesItsPictureBehindHasItsOwnCover() throws Exception {
        Path file = write("one.sheets", "Alice");
        picture("one.png", 30);
        start();
        CatalogueBook pictured = awaitRead("one.sheets");
        Files.move(file, library.resolve("two.sheets"));
        CatalogueBook moved = awaitOther(pictured);
        assertEquals("two.sheets", moved.name());
    }

    @Test
    void aCopyOfABookHasNotThePictureBesideIt() throws Exception {
        write("one.sheets", "Alice");
        picture("one.png", 30);
        start();
        CatalogueBook pictured = awaitRead("one.sheets");
        write("two.sheets", "Alice");
        CatalogueBook copy = awaitRead("two.sheets");
        assertFalse(List.of(pictured.cover(), Optional.empty()).contains(copy.cover()));
    }

    @Test
    void aPictureThatNoBookHasAnyMoreIsRemovedAtTheNextStart() throws Exception {
        write("one.lines", "Alice");
        picture("one.png", 30);
        start();
        CatalogueBook pictured = awaitRead("one.lines");
        picture("one.png", 50);
        awaitOther(pictured);
        assertEquals(2, pictures());
        restart();
        while (pictures() > 1) {
            Thread.sleep(20); // the test's timeout ends a wait in vain
        }
    }

    private long pictures() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("catalogue.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from picture")) {
            return result.getLong(1);
        }
    }
}
