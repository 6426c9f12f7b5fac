package netreader.launcher;

import java.awt.image.BufferedImage;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.JTree;
import netreader.launcher.command.CommandLineReader;
import netreader.launcher.command.Request;
import netreader.launcher.log.Logging;

/**
 * Runs a server and a reading command on a small library and ends, so that the JVM can archive the classes that a start
 * needs. Started by bin/make-archive, never by a user.
 */
public final class Rehearsal {
    private static final long LIMIT_S = 30;
    private static final int ATTEMPTS = 50;
    /** What a window on X11 loads first; another system does without. */
    private static final List<String> X11 = List.of(
            "sun.awt.X11.XToolkit",
            "sun.awt.X11.XFramePeer",
            "sun.awt.X11.XDialogPeer",
            "sun.awt.X11.XKeyboardFocusManagerPeer",
            "sun.awt.X11GraphicsEnvironment",
            "sun.awt.X11GraphicsDevice",
            "sun.awt.X11FontManager",
            "sun.java2d.xr.XRSurfaceData",
            "sun.java2d.xr.XRRenderer",
            "sun.font.XRTextRenderer",
            "sun.java2d.xr.XRDrawImage");

    private Rehearsal() {}

    public static void main(String[] unused) throws Exception {
        Logging.prepare();
        Path work = Path.of(System.getProperty("netreader.rehearsal"));
        Path library = Files.createDirectories(work.resolve("library"));
        Files.writeString(library.resolve("Rehearsal.txt"), "A rehearsal.\n".repeat(40));
        Files.write(library.resolve("Rehearsal.pdf"), RehearsalPdf.bytes());
        serveAndRead(library, work.resolve("data"));
        loadWindows(work.resolve("windows"));
        paint();
        System.exit(0);
    }

    private static void serveAndRead(Path library, Path data) throws Exception {
        Installation installation = Installation.find();
        Request.Server request = (Request.Server) new CommandLineReader(Installation.version())
                .read("server", "--library", library.toString(), "--data", data.toString(), "--port", "0");
        Configurations configurations = Configurations.read(installation.conf());
        ServerSettings settings = ServerSettings.of(
                new Request.Server(
                        request.library(), request.data(), Optional.of("127.0.0.1"), OptionalInt.of(0), false, false),
                configurations,
                installation);
        settings.configure(configurations);
        try (DataFolder.Claim claim = DataFolder.claim(settings.data())) {
            Logging.toScreenAndFile(claim.log());
            Container container = Container.create(installation, claim.frameworkCache(), Map.of());
            CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
            container.whenRegistered(InetSocketAddress.class, "", listening::complete);
            container.start(Role.bundles(List.of(Role.SERVER)), configurations);
            container.watchFormats(configurations);
            Optional<String> server = Optional.of(ServerSettings.reachable(listening.get(LIMIT_S, TimeUnit.SECONDS)));
            try (ReadingCommands commands =
                    ReadingCommands.start(installation, server, new DataFolder(data), false, false)) {
                commands.run(Map.of("command", "ls", "json", "true"));
                await(commands, Map.of("command", "page", "book", "Rehearsal.txt", "page", "1"));
                String picture = data.resolve("page.png").toString();
                await(commands, Map.of("command", "render", "book", "Rehearsal.pdf", "page", "1", "out", picture));
            }
            container.stop(TimeUnit.SECONDS.toMillis(LIMIT_S));
        }
    }

    /** The server finds its books some moments after it listens. */
    private static void await(ReadingCommands commands, Map<String, String> command) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS && commands.run(command) != Main.DONE; attempt++) {
            Thread.sleep(100);
        }
    }

    /** The classes of windows and formats, without a display: their bundles are started, but nothing configures them. */
    private static void loadWindows(Path cache) throws LaunchException {
        Installation installation = Installation.find();
        Container container = Container.create(installation, cache, Map.of());
        container.startWithFormats(Role.bundles(List.of(Role.READER)), Configurations.read(installation.conf()));
        container.loadClassesOfWindowsAndFormats();
        container.stop(TimeUnit.SECONDS.toMillis(LIMIT_S));
    }

    private static void paint() {
        JPanel panel = new JPanel();
        panel.add(new JTabbedPane());
        panel.add(new JScrollPane(new JList<>(new String[] {"论语"})));
        panel.add(new JTextField("NetReader"));
        panel.add(new JTree());
        panel.add(new JMenuBar());
        panel.add(new JLabel("NetReader"));
        panel.add(new JButton("NetReader"));
        panel.setSize(400, 300);
        panel.doLayout();
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        panel.paint(picture.getGraphics());
        load(JFrame.class.getName());
        load(JDialog.class.getName());
        if (System.getProperty("os.name").equals("Linux")) {
            for (String name : X11) {
                load(name);
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            System.err.println("This JDK does not have " + name); // it starts a little slower
        }
    }
}
