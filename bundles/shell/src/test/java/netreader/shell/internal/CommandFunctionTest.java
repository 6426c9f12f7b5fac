package netreader.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import netreader.shell.Command;
import netreader.shell.CommandException;
import netreader.shell.Facts;
import netreader.shell.Table;
import netreader.shell.UsageException;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands in a real Gogo. */
@Timeout(60)
class CommandFunctionTest {
    private final ThreadIOImpl threadIo = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(threadIo);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private record Pet(String name, int legs) {}

    @BeforeEach
    void commands() {
        threadIo.start();
        CommandDirectory directory = new CommandDirectory(
                (name, function) -> {
                    processor.addCommand("nr", function, name);
                    return () -> {};
                },
                processor::getCommands);
        directory.open();
        processor.addCommand("felix", new TestCommands(), "greet");
        directory.add(() -> List.of(
                Command.named("pets", "lists pets")
                        .repeated("WORD", "only these")
                        .option("--legs", "N", "only pets with so many legs")
                        .flag("--none", "no pets")
                        .example("nr:pets", "lists all")
                        .does(arguments -> Table.<Pet>of(
                                        "pets",
                                        arguments.has("--none")
                                                ? List.of()
                                                : List.of(
                                                        new Pet(String.join("+", arguments.all("WORD")), 4),
                                                        new Pet(
                                                                "狗",
                                                                arguments
                                                                        .number("--legs", 0, 100)
                                                                        .orElse(12))))
                                .column("name", Pet::name)
                                .column("legs", Pet::legs)
                                .forPrograms("owner", pet -> Optional.empty())
                                .with("count", 2)
                                .whenEmpty("There are no pets")),
                Command.named("feed", "feeds a pet")
                        .required("PET", "its name")
                        .example("nr:feed x", "feeds x")
                        .does(arguments -> {
                            String pet = arguments.required("PET");
                            if (pet.equals("stone")) {
                                throw new CommandException("NOT_FOUND", "There is no \"stone\"");
                            }
                            if (pet.equals("dragon")) {
                                throw new IllegalStateException("not foreseen");
                            }
                            return Facts.said(pet + " is fed").with("pet", pet);
                        }),
                Command.named("many", "lists many numbers")
                        .example("nr:many", "lists them")
                        .does(arguments -> Table.<Integer>of(
                                        "numbers",
                                        () -> IntStream.range(0, 2_000_000).iterator())
                                .column("number", number -> number))));
    }

    @AfterEach
    void stop() {
        processor.stop();
        threadIo.stop();
    }

    private String run(String line) throws Exception {
        out.reset();
        try (CommandSession session =
                processor.createSession(InputStream.nullInputStream(), out, OutputStream.nullOutputStream())) {
            session.put("SCOPE", "nr:felix:*");
            session.put(CommandSession.OPTION_NO_GLOB, true);
            session.execute(line);
        }
        return printed();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void columnsAreAlignedByTheCellsOfATerminal() throws Exception {
        assertEquals("NAME    LEGS\n猫+a$b     4\n狗        12\n", run("nr:pets '猫' 'a$b'"));
        assertEquals("There are no pets\n", run("pets --none"));
    }

    @Test
    void jsonIsOneObjectOnOneLine() throws Exception {
        assertEquals(
                "{\"pets\":[{\"name\":\"What? *\",\"legs\":4,\"owner\":null},{\"name\":\"狗\",\"legs\":3,\"owner\":null}],"
                        + "\"count\":2}\n",
                run("nr:pets 'What? *' --json --legs 3"));
        assertEquals("{\"pets\":[],\"count\":2}\n", run("nr:pets --none --json"));
        assertEquals("{\"pet\":\"a\\\"b\"}\n", run("nr:feed 'a\"b' --json"));
        assertEquals("--json is fed\n", run("nr:feed -- --json"));
    }

    @Test
    void answersGoThroughVariablesAndOneAfterTheOther() throws Exception {
        assertEquals("x is fed\ny is fed\n", run("nr:feed x; nr:feed y"));
        assertTrue(run("a = (nr:feed x); nr:pets $a").contains("x is fed"));
    }

    @Test
    void aFailureIsASentenceAndWithJsonAnObjectToo() {
        assertEquals(
                "There is no \"stone\"",
                assertThrows(CommandException.class, () -> run("nr:feed stone --json"))
                        .getMessage());
        assertEquals("{\"error\":\"NOT_FOUND\",\"message\":\"There is no \\\"stone\\\"\"}\n", printed());
        assertEquals(
                new Outcome(1, "nr:feed has failed; the log says how"),
                Outcome.of(assertThrows(CommandException.class, () -> run("nr:feed dragon"))));
    }

    @Test
    void aWrongLineSaysWhatIsRightAndHasItsOwnStatus() {
        for (String line : List.of(
                "nr:feed",
                "nr:feed a b",
                "nr:pets --lgs 3",
                "nr:pets --legs many",
                "nr:pets --legs",
                "nr:pets --none=1",
                "nr:pets --legs 101",
                "nr:pest",
                "nonsense",
                "nr:feed 'a",
                "nr:help nonsense")) {
            Outcome outcome = Outcome.of(assertThrows(Exception.class, () -> run(line), line));
            assertEquals(2, outcome.status(), line + ": " + outcome.sentence());
            assertEquals(1, outcome.sentence().lines().count(), line);
        }
        assertTrue(assertThrows(UsageException.class, () -> run("nr:pest"))
                .getMessage()
                .contains("nr:pets"));
        assertTrue(assertThrows(UsageException.class, () -> run("gret"))
                .getMessage()
                .contains("felix:greet"));
        assertTrue(assertThrows(UsageException.class, () -> run("nr:pets --lgs 3"))
                .getMessage()
                .contains("--legs"));
    }

    @Test
    void helpIsMadeOfWhatCommandsSay() throws Exception {
        String all = run("nr:help");
        assertTrue(all.contains("nr:feed  feeds a pet"), all);
        assertTrue(run("nr:help feed").contains("nr:feed PET"));
        assertEquals(run("nr:help feed"), run("nr:feed --help"));
        assertTrue(JsonParser.parseString(run("nr:help feed --json"))
                .getAsJsonObject()
                .has("examples"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Command.named("mute", "does something").does(arguments -> Facts.inLines()));
    }

    @Test
    void nobodyPrintsForNobody() throws Exception {
        int[] written = {0};
        OutputStream narrow = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (++written[0] > 10_000) {
                    throw new IOException("gone");
                }
            }
        };
        try (CommandSession session =
                processor.createSession(InputStream.nullInputStream(), narrow, OutputStream.nullOutputStream())) {
            session.execute("nr:many");
        }
        assertTrue(written[0] < 100_000, written[0] + " bytes");
    }
}
