package netreader.catalogue.internal;

import netreader.catalogue.CatalogueException;
import netreader.shell.Action;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.CommandException;

/** What a command of the shell does with the catalogue. */
@FunctionalInterface
interface CatalogueAction {
    Answer run(Arguments arguments) throws CatalogueException;

    /** The catalogue's failures are the command's. */
    static Action of(CatalogueAction action) {
        return arguments -> {
            try {
                return action.run(arguments);
            } catch (CatalogueException e) {
                throw failure(e);
            }
        };
    }

    static CommandException failure(CatalogueException e) {
        return new CommandException(e.problem().name(), e.getMessage(), e);
    }
}
