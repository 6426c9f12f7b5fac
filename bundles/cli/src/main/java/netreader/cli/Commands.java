package netreader.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ToIntFunction;
import netreader.client.Client;
import netreader.client.ClientException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs a command that the launcher has parsed, prints what comes of it, and returns the exit status. */
@Component(service = ToIntFunction.class, property = "netreader.commands=true")
public final class Commands implements ToIntFunction<Map<String, String>> {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final Gson gson =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private final PrintStream out;
    private final PrintStream err;
    private final Books books;
    private final ShelfCommands shelf;
    private final TextCommands text;
    private final FileCommands files;

    @Activate
    public Commands(@Reference Client client) {
        // Not System.out: its charset is the locale's, and the launcher keeps it for itself.
        this(client, utf8(FileDescriptor.out), utf8(FileDescriptor.err), Terminal.onStandardError());
    }

    Commands(Client client, PrintStream out, PrintStream err, boolean showProgress) {
        this.out = out;
        this.err = err;
        this.books = new Books(client);
        this.shelf = new ShelfCommands(client, books);
        this.text = new TextCommands(client, new Fetched(err));
        this.files = new FileCommands(client, new TransferLine(err, showProgress), new Fetched(err));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    @Override
    public int applyAsInt(Map<String, String> values) {
        Arguments arguments = new Arguments(values);
        try {
            Answer answer = answer(arguments);
            out.print(arguments.json() ? gson.toJson(answer.json()) + "\n" : answer.text());
            return DONE;
        } catch (ClientException e) {
            return fail(arguments, e.code(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The command " + arguments.command() + " failed", e);
            return fail(arguments, Failures.INTERNAL, "Something went wrong inside NetReader: " + e);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private Answer answer(Arguments arguments) throws ClientException {
        if (arguments.command().equals("ls")) {
            return shelf.list(arguments);
        }
        var book = books.find(arguments.book());
        return switch (arguments.command()) {
            case "info" -> shelf.info(book);
            case "page" -> text.page(book, arguments);
            case "toc" -> text.contents(book, arguments);
            case "find" -> text.find(book, arguments);
            case "text" -> text.whole(book, arguments);
            case "get" -> files.get(book, arguments);
            case "render" -> files.render(book, arguments);
            default -> throw new IllegalArgumentException("There is no command " + arguments.command());
        };
    }

    private int fail(Arguments arguments, String code, String message) {
        err.println("netreader: " + message.replaceAll("\\R\\s*", " "));
        if (arguments.json()) {
            JsonObject failure = new JsonObject();
            failure.addProperty("error", code);
            failure.addProperty("message", message);
            out.print(gson.toJson(failure) + "\n");
        }
        return FAILED;
    }
}
