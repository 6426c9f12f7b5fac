package netreader.launcher;

import java.net.InetSocketAddress;
import java.util.Optional;

/** What to try next. */
final class Hints {
    private static final int USUAL_PORT = 8998;

    private Hints() {}

    static String withoutDisplay(InetSocketAddress address) {
        String command = Optional.ofNullable(System.getProperty("netreader.command"))
                .filter(name -> !name.isEmpty())
                .orElse("netreader");
        if (command.contains(" ")) {
            command = "'" + command + "'";
        }
        String server = address.getPort() == USUAL_PORT ? "" : " --server " + ServerSettings.reachable(address);
        return """
                There is no display, so there is no window; the sample library is being served. In another terminal, try

                  %1$s ls%2$s
                  %1$s info 1%2$s
                  %1$s page 论语.txt 1%2$s
                  %1$s render "Persuasion - Jane Austen.pdf" 1 -o page.png%2$s
                  %1$s shell nr:books

                or serve books of your own: %1$s server --library FOLDER. Ctrl+C ends the server.
                """.formatted(command, server);
    }
}
