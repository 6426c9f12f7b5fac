package netreader.ui;

import java.awt.Frame;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import netreader.client.ShelfBook;
import netreader.ui.work.UiContext;

/** Opens books that lie on this computer, and that no server needs to have. Event thread. */
final class OpenFiles {
    private static final String FOLDER = "openFolder";

    private final Frame owner;
    private final UiContext context;
    private final Consumer<ShelfBook> open;
    private final Consumer<String> status;

    /** @param status is told in a sentence what cannot be opened */
    OpenFiles(Frame owner, UiContext context, Consumer<ShelfBook> open, Consumer<String> status) {
        this.owner = owner;
        this.context = context;
        this.open = open;
        this.status = status;
    }

    /** Asks which. */
    void ask() {
        JFileChooser chooser =
                new JFileChooser(context.preferences().text(FOLDER, System.getProperty("user.home", "")));
        chooser.setLocale(context.text().locale());
        chooser.setDialogTitle(context.text().get("open.title"));
        chooser.setMultiSelectionEnabled(true);
        String[] endings = context.formats().formats().stream()
                .flatMap(format -> format.extensions().stream())
                .distinct()
                .toArray(String[]::new);
        if (endings.length > 0) {
            chooser.setFileFilter(new FileNameExtensionFilter(context.text().get("open.books"), endings));
        }
        if (chooser.showOpenDialog(owner) == JFileChooser.APPROVE_OPTION) {
            context.preferences().put(FOLDER, chooser.getCurrentDirectory().getPath());
            open(Stream.of(chooser.getSelectedFiles()).map(File::toPath).toList());
        }
    }

    /** One after the other, each in a tab. */
    void open(List<Path> files) {
        for (Path file : files) {
            status.accept(context.text().get("open.busy", file.getFileName()));
            context.background()
                    .start(
                            work -> context.client().file(file),
                            book -> {
                                status.accept("");
                                open.accept(book);
                            },
                            failure -> status.accept(context.text().get("open.failed", file.getFileName())
                                    + " "
                                    + context.text().error(failure)));
        }
    }
}
