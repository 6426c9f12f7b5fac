package netreader.client.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import netreader.client.BookDetails;
import netreader.client.BookSetting;
import netreader.client.ClientException;
import netreader.client.NamedBooks;
import netreader.client.ShelfBook;
import netreader.client.ShelfFolder;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;
import netreader.format.BookMetadata.Detail;
import netreader.protocol.BookInfo;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** What the server is asked of its library, and its answers in the reader's words. Any thread. */
final class Questions {
    private final ServerLoop loop;

    Questions(ServerLoop loop) {
        this.loop = loop;
    }

    ShelfPage query(ShelfQuery query) throws ClientException {
        ServerLink.Answer<Reply.Query> answer = ask(new Request.Query(
                query.words(),
                query.order().name().toLowerCase(Locale.ROOT),
                query.descending(),
                query.format(),
                query.folder(),
                query.after(),
                query.limit()));
        Optional<Long> total = answer.reply().total();
        return new ShelfPage(
                books(answer.body()),
                answer.reply().next(),
                total.isPresent() ? OptionalLong.of(total.get()) : OptionalLong.empty());
    }

    List<ShelfFolder> folders(String folder) throws ClientException {
        try {
            return MessageCodec.readFolders(ask(new Request.Folders(folder)).body()).folders().stream()
                    .map(each -> new ShelfFolder(each.name(), each.books()))
                    .toList();
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    NamedBooks named(String name) throws ClientException {
        ServerLink.Answer<Reply.Named> answer = ask(new Request.Named(name));
        return new NamedBooks(books(answer.body()), answer.reply().count());
    }

    private static List<ShelfBook> books(byte[] body) throws ClientException {
        try {
            return MessageCodec.readShelf(body).books().stream().map(Rows::book).toList();
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    BookDetails details(ShelfBook book) throws ClientException {
        try {
            BookInfo info =
                    MessageCodec.readInfo(ask(new Request.Info(book.id())).body());
            return new BookDetails(
                    info.details().stream()
                            .map(detail -> new Detail(detail.name(), detail.value()))
                            .toList(),
                    info.settings().stream()
                            .map(setting -> new BookSetting(
                                    setting.name(), setting.title(), setting.choices(), setting.value(), ""))
                            .toList(),
                    info.formatFile());
        } catch (ProtocolException e) {
            throw new ClientException(e.code().name(), e.getMessage(), e);
        }
    }

    /** Waits for an answer as long as a reader does who turns a page. */
    <R extends Reply> ServerLink.Answer<R> ask(Request<R> request) throws ClientException {
        return loop.ask(request, loop.patience().answer());
    }
}
