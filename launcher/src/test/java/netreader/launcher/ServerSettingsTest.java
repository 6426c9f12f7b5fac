package netreader.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import netreader.launcher.command.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {
    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void anInstallation() throws IOException {
        installation = new Installation(home);
        Files.createDirectories(installation.sampleLibrary());
        Files.createDirectories(installation.conf());
    }

    @Test
    void withoutFilesAndOptionsTheSampleLibraryIsServedToThisComputer() throws LaunchException {
        ServerSettings settings = settings(Optional.empty(), OptionalInt.empty());
        assertEquals("127.0.0.1", settings.host());
        assertEquals(8998, settings.port());
        assertEquals(installation.sampleLibrary(), settings.library());
    }

    @Test
    void filesGiveTheBaseAndTheCommandLineOverrides() throws Exception {
        file("netreader.transport.cfg", "host = 0.0.0.0\nport = 1234\n");
        Files.createDirectories(home.resolve("书"));
        file("netreader.catalogue.cfg", "library = 书\n");
        Files.createDirectories(home.resolve("other"));

        ServerSettings fromFiles = settings(Optional.empty(), OptionalInt.empty());
        assertEquals(1234, fromFiles.port());
        assertEquals("0.0.0.0", fromFiles.host());
        assertEquals(home.resolve("书"), fromFiles.library());

        ServerSettings overridden = settings(Optional.of(home.resolve("other")), OptionalInt.of(0));
        assertEquals(0, overridden.port());
        assertEquals(home.resolve("other"), overridden.library());
    }

    @Test
    void onlyThePidsOfTheRoleArePushedAndThoseOfNobody() throws Exception {
        file("netreader.client.cfg", "server = h\n");
        file("netreader.format.txt.cfg", "charset = GBK\n");
        Configurations configurations = Configurations.read(installation.conf());
        ServerSettings.of(request(Optional.empty(), OptionalInt.empty()), configurations, installation)
                .configure(configurations);
        assertEquals(
                Set.of("netreader.transport", "netreader.catalogue", "netreader.shell", "netreader.format.txt"),
                configurations.pushed().keySet());
        assertEquals(Map.of("charset", "GBK"), configurations.pushed().get("netreader.format.txt"));
    }

    @Test
    void aWrongPortInAFileIsASentence() throws IOException {
        file("netreader.transport.cfg", "port = many\n");
        LaunchException problem =
                assertThrows(LaunchException.class, () -> settings(Optional.empty(), OptionalInt.empty()));
        assertTrue(problem.getMessage().contains("many"), problem.getMessage());
    }

    @Test
    void aLimitThatIsNoneIsASentence() throws IOException {
        for (String value : List.of("many", "-5", "0", "99999999999", "")) {
            file("netreader.catalogue.cfg", "coverTimeoutInSeconds=" + value + "\n");
            LaunchException problem =
                    assertThrows(LaunchException.class, () -> settings(Optional.empty(), OptionalInt.empty()));
            assertEquals(
                    "conf/netreader.catalogue.cfg: coverTimeoutInSeconds is \"" + value
                            + "\", not a number from 1 to 3600",
                    problem.getMessage());
        }
    }

    @Test
    void aLibraryThatIsMissingOrNoFolderIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no folder");
        for (Path library : new Path[] {home.resolve("missing"), file}) {
            LaunchException problem =
                    assertThrows(LaunchException.class, () -> settings(Optional.of(library), OptionalInt.empty()));
            assertTrue(problem.getMessage().contains(library.toString()), problem.getMessage());
        }
    }

    @Test
    void aServerOnAllAddressesIsReachedOnThisComputer() throws Exception {
        InetSocketAddress all = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 5);
        assertEquals("0.0.0.0:5", ServerSettings.name(all));
        assertEquals("127.0.0.1:5", ServerSettings.reachable(all));
        assertEquals("[::1]:5", ServerSettings.name(InetSocketAddress.createUnresolved("::1", 5)));
    }

    private ServerSettings settings(Optional<Path> library, OptionalInt port) throws LaunchException {
        return ServerSettings.of(request(library, port), Configurations.read(installation.conf()), installation);
    }

    private Request.Server request(Optional<Path> library, OptionalInt port) {
        return new Request.Server(library, Optional.of(home.resolve("data")), Optional.empty(), port, false, false);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(installation.conf().resolve(name), text);
    }
}
