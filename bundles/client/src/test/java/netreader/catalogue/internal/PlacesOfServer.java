package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Reader;
import netreader.catalogue.internal.positions.Positions;
import netreader.catalogue.internal.scan.Found;
import netreader.catalogue.internal.scan.ScanTable;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.DatabaseFile;
import netreader.catalogue.internal.store.Schema;
import netreader.format.Delivery;

/** The server's places in real files, without the rest of the server; can be killed, and can lose its catalogue. */
public final class PlacesOfServer implements AutoCloseable {
    private static final String[] FILES = {"catalogue.db", "catalogue.db-wal", "positions.db", "positions.db-wal"};

    private final Path folder;
    private final int books;
    private final Database catalogue;
    private final Positions positions;
    private int copies;

    /** @param books that the catalogue has, numbered from 1 */
    public PlacesOfServer(Path folder, int books) throws IOException, CatalogueException {
        this.folder = Files.createDirectories(folder);
        this.books = books;
        this.catalogue = new Database(
                new DatabaseFile(folder.resolve("catalogue.db"), "The catalogue", Schema.VERSIONS), "test");
        this.positions = new Positions(folder.resolve("positions.db"), catalogue);
        positions.ready().join();
        catalogue.write(connection -> {
            for (int i = 1; i <= books; i++) {
                ScanTable.putFound(connection, List.of(new Found(i + ".txt", i, i, 0, "TXT", Delivery.PAGES)), i);
            }
            return true;
        });
    }

    /** A catalogue that knows of nothing but places. */
    public Catalogue catalogue() {
        return (Catalogue) Proxy.newProxyInstance(
                PlacesOfServer.class.getClassLoader(), new Class<?>[] {Catalogue.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("putPlace")) {
                        return positions.put((Reader) arguments[0], (Long) arguments[1], (PlaceUpdate) arguments[2]);
                    }
                    return positions.of((Reader) arguments[0], (Long) arguments[1]);
                });
    }

    /** As if half a second had passed. */
    public void passTime() throws CatalogueException, IOException, SQLException {
        Path copy = folder.resolve("copy-" + copies++);
        positions.copyTo(copy);
        Files.delete(copy);
    }

    public PlacesOfServer restarted() throws IOException, CatalogueException {
        close();
        return new PlacesOfServer(folder, books);
    }

    /** Another server that finds what was on the disk at this moment, as after kill -9. */
    public PlacesOfServer killed(Path newFolder) throws IOException, CatalogueException {
        Files.createDirectories(newFolder);
        for (String file : FILES) {
            if (Files.exists(folder.resolve(file))) {
                Files.copy(folder.resolve(file), newFolder.resolve(file));
            }
        }
        close();
        return new PlacesOfServer(newFolder, books);
    }

    public PlacesOfServer withoutItsCatalogue() throws IOException, CatalogueException {
        close();
        Files.delete(folder.resolve("catalogue.db"));
        return new PlacesOfServer(folder, books);
    }

    @Override
    public void close() {
        positions.close();
        catalogue.close();
    }
}
