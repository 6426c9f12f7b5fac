package netreader.catalogue.internal;

import java.util.Optional;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:backup} and {@code nr:why}. */
@Component(
        service = UpkeepCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=backup", "osgi.command.function=why"})
public final class UpkeepCommands {
    private final Catalogue catalogue;
    private final Upkeep upkeep;

    @Activate
    public UpkeepCommands(@Reference Catalogue catalogue, @Reference Upkeep upkeep) {
        this.catalogue = catalogue;
        this.upkeep = upkeep;
    }

    /** Copies catalogue and positions while the server runs, checks the copies, and says where they are. */
    public String backup() throws CatalogueException {
        return "The backup is in " + upkeep.backUp();
    }

    /**
     * What the server knows of a book and did with it: found when, read as what and why, what went wrong, who reads it.
     *
     * @param name the book's number, name, name without extension, or title; of one that has gone number or name
     */
    public String why(String name) throws CatalogueException {
        Optional<Long> gone = upkeep.goneBook(name);
        boolean byNumber = gone.isPresent() && name.equals(Long.toString(gone.get()));
        return upkeep.why(
                byNumber || (gone.isPresent() && catalogue.named(name).count() == 0)
                        ? gone.get()
                        : NamedBook.find(catalogue, name).id());
    }
}
