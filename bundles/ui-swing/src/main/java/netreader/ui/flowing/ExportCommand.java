package netreader.ui.flowing;

import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import netreader.client.ClientException;
import netreader.client.ShelfBook;
import netreader.ui.text.Messages;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** Asks for a file and exports the text of a book into it, as one of the transfers. Event thread. */
final class ExportCommand {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FOLDER = "exportFolder";

    private final UiContext context;
    private final ShelfBook book;
    private final Consumer<String> said;

    /** @param said is told in a sentence how it went */
    ExportCommand(UiContext context, ShelfBook book, Consumer<String> said) {
        this.context = context;
        this.book = book;
        this.said = said;
    }

    void ask(Component over) {
        Messages text = context.text();
        JFileChooser chooser = new JFileChooser(context.preferences().text(FOLDER, ""));
        chooser.setDialogTitle(text.get("export.title", book.title()));
        chooser.setFileFilter(new FileNameExtensionFilter(text.get("export.filter"), "txt"));
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), fileName(book.title())));
        if (chooser.showSaveDialog(over) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        Path file = chooser.getSelectedFile().toPath().toAbsolutePath();
        if (Files.exists(file) && !replaces(over, file)) {
            return;
        }
        Optional.ofNullable(file.getParent())
                .ifPresent(folder -> context.preferences().put(FOLDER, folder));
        export(file);
    }

    private boolean replaces(Component over, Path file) {
        Messages text = context.text();
        Object[] choices = {text.get("export.replace"), text.get("export.keep")};
        return JOptionPane.showOptionDialog(
                        over,
                        text.get("export.exists", file.getFileName()),
                        text.get("export.title", book.title()),
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.QUESTION_MESSAGE,
                        null,
                        choices,
                        choices[1])
                == 0;
    }

    void export(Path file) {
        Running running = new Running();
        var progress = context.transfers()
                .progress(
                        book.title(), running, () -> said.accept(context.text().get("export.cancelled", book.title())));
        context.background()
                .start(
                        running,
                        work -> new TextExport(context.client(), book, PATIENCE).write(file, progress, work),
                        written -> {
                            context.transfers().ended(running);
                            said.accept(context.text().get("export.done", book.title(), written));
                        },
                        failure -> failed(running, failure));
    }

    private void failed(Running running, ClientException failure) {
        context.transfers().ended(running);
        said.accept(context.text().because("export.failed", context.text().error(failure)));
    }

    /** Without what some file systems cannot have in a name. */
    static String fileName(String title) {
        String plain = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return (plain.isEmpty() ? "text" : plain) + ".txt";
    }
}
