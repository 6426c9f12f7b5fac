package netreader.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.OpenText;
import netreader.catalogue.internal.store.BookNames;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Work;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:outline}, which shows a text's table of contents, with settings that are only tried if there are. */
@Component
public final class OutlineCommands implements Commands {
    private final Catalogue catalogue;

    @Activate
    public OutlineCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param page from 1 */
    private record Entry(int page, Outline.Entry entry) {}

    @Override
    public List<Command> commands() {
        return List.of(Command.named("outline", "shows a text's table of contents")
                .required("BOOK", NamedBook.MEANING)
                .repeated("NAME=VALUE", "settings to try, as for nr:set; they are not kept")
                .note("Pages count from 1, and are those of a reader with usual settings.")
                .example("nr:outline 论语", "shows its chapters with their pages")
                .example("nr:outline 论语 charset=Big5", "shows those that there were if it were Big5")
                .example("nr:outline 论语 'chapters=^Part .*'", "tries a rule for headings")
                .does(CatalogueAction.of(this::outline)));
    }

    private Answer outline(Arguments arguments) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, arguments.required("BOOK"));
        try (OpenText text = catalogue.openText(
                book.id(), OpenOptions.DEFAULT_PAGE_BYTES, SettingCommands.changes(arguments.all("NAME=VALUE")))) {
            Outline outline = text.outline(Work.UNCANCELLED);
            int[] pages = text.pagesAt(
                    outline.entries().stream().mapToLong(Outline.Entry::anchor).toArray());
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < pages.length; i++) {
                entries.add(new Entry(pages[i] + 1, outline.entries().get(i)));
            }
            String count = entries.size() + (entries.size() == 1 ? " entry" : " entries");
            String end = count + (outline.complete() ? "" : " so far");
            return Table.of("toc", entries)
                    .column("page", Entry::page)
                    .column("title", each -> each.entry().title(), OutlineCommands::shown)
                    .forPrograms("level", each -> each.entry().level())
                    .forPrograms("anchor", each -> each.entry().anchor())
                    .with("id", book.id())
                    .with("complete", outline.complete())
                    .withoutHeads()
                    .whenEmpty(end)
                    .endingWith(end);
        }
    }

    private static String shown(Entry each) {
        return "  ".repeat(each.entry().level()) + BookNames.shown(each.entry().title());
    }
}
