package netreader.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netreader.catalogue.BookSetting;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.ShelfChanges;
import netreader.catalogue.ShelfFolder;
import netreader.protocol.BookInfo;
import netreader.protocol.BookRow;
import netreader.protocol.FolderList;

/** The catalogue's books as they travel. */
final class Rows {
    private Rows() {}

    static netreader.protocol.ShelfChanges of(ShelfChanges changes) {
        return new netreader.protocol.ShelfChanges(
                changes.books().stream().map(Rows::row).toList(), changes.removed());
    }

    static netreader.protocol.ShelfChanges of(List<CatalogueBook> books) {
        return new netreader.protocol.ShelfChanges(books.stream().map(Rows::row).toList(), List.of());
    }

    static FolderList folders(List<ShelfFolder> folders) {
        return new FolderList(folders.stream()
                .map(folder -> new FolderList.Folder(folder.name(), folder.books()))
                .toList());
    }

    static BookInfo info(CatalogueBook book, List<BookSetting> chosen, Optional<String> formatFile) {
        List<BookInfo.Detail> details = book.details().stream()
                .map(detail -> new BookInfo.Detail(detail.name(), detail.value()))
                .toList();
        List<BookInfo.Setting> settings = chosen.stream()
                .map(each -> new BookInfo.Setting(
                        each.setting().name(),
                        each.setting().title(),
                        each.setting().choices(),
                        each.value()))
                .toList();
        return new BookInfo(row(book), details, settings, formatFile);
    }

    private static BookRow row(CatalogueBook book) {
        return new BookRow(
                book.id(),
                book.name(),
                book.title(),
                book.authors(),
                book.format(),
                book.delivery().wireName(),
                book.size(),
                book.version(),
                book.pages(),
                book.sha256(),
                book.status().name().toLowerCase(Locale.ROOT),
                book.reason(),
                book.cover().isPresent(),
                book.cover(),
                book.added());
    }
}
