package netreader.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import netreader.it.FuzzCase.Dialect;
import netreader.it.FuzzCase.Ending;
import netreader.it.FuzzCase.Expected;

/** Makes cases out of seeds. */
final class FuzzGenerator {
    private static final List<String> ARGUMENTS = List.of(
            "0",
            "1",
            "2",
            "7",
            "00",
            "-1",
            "2147483648",
            "9".repeat(400),
            "1e3",
            "\u0661",
            "PDF.db",
            "../../etc/passwd",
            "/etc/passwd",
            "nobody.txt",
            "\0",
            "\n",
            " ",
            "%s%n{0}",
            "\uD83D\uDCDA",
            "x".repeat(1022),
            "x".repeat(1023),
            "长".repeat(700));

    private final List<String> names;
    private final List<String> versions;

    /** @param names and versions of the books, in the order of their numbers, which count from 1 */
    FuzzGenerator(List<String> names, List<String> versions) {
        this.names = names;
        this.versions = versions;
    }

    FuzzCase make(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return switch (random.nextInt(20)) {
            case 0 -> noise(seed, random);
            case 1, 2, 3, 4 -> classic(seed, random);
            default -> framed(seed, random);
        };
    }

    private FuzzCase framed(long seed, SplittableRandom random) {
        FuzzFrames frames = new FuzzFrames(random, versions);
        frames.write();
        byte[] bytes = frames.bytes();
        List<Expected> expected = frames.expected();
        if (random.nextInt(8) == 0) { // the client breaks off somewhere
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            expected = List.of(new Expected.Anything());
        }
        return new FuzzCase(seed, Dialect.FRAMED, split(bytes, random), false, expected, ending(random));
    }

    private FuzzCase noise(long seed, SplittableRandom random) {
        byte[] bytes = new byte[1 + random.nextInt(random.nextInt(5) == 0 ? 20_000 : 100)];
        random.nextBytes(bytes);
        switch (random.nextInt(3)) {
            case 0 -> bytes[0] = 0;
            case 1 -> bytes[0] = (byte) ('0' + random.nextInt(4));
            default -> {}
        }
        Dialect dialect =
                bytes[0] == 0 ? Dialect.FRAMED : bytes[0] >= '0' && bytes[0] <= '3' ? Dialect.CLASSIC : Dialect.NONE;
        return new FuzzCase(
                seed, dialect, split(bytes, random), false, List.of(new Expected.Anything()), ending(random));
    }

    private FuzzCase classic(long seed, SplittableRandom random) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = random.nextInt(10); i >= 0; i--) {
            requests.add(request(random, requests.isEmpty()));
        }
        boolean lockStep = random.nextInt(3) > 0;
        if (!lockStep && random.nextBoolean()) { // borders that no request has
            int length = requests.stream().mapToInt(request -> request.length).sum();
            byte[] all = new byte[length];
            int at = 0;
            for (byte[] request : requests) {
                System.arraycopy(request, 0, all, at, request.length);
                at += request.length;
            }
            requests = split(all, random);
        }
        return new FuzzCase(
                seed, Dialect.CLASSIC, requests, lockStep, List.of(new Expected.Anything()), ending(random));
    }

    private byte[] request(SplittableRandom random, boolean first) {
        String name = names.get(random.nextInt(names.size()));
        String request = switch (random.nextInt(12)) {
            case 0 -> "0 " + name;
            case 1 -> "0 " + name.replaceFirst("\\.[^.]*$", ".jpg");
            case 2 -> "0 PDF.db";
            case 3, 4, 5 -> "1 " + name;
            case 6, 7 -> "2 " + random.nextInt(40);
            case 8 -> "3";
            default -> random.nextInt(4) + " " + ARGUMENTS.get(random.nextInt(ARGUMENTS.size()));
        };
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0 && bytes.length > 1) {
            bytes[random.nextInt(first ? 1 : 0, bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(12) > 0 ? bytes : Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
    }

    private static List<byte[]> split(byte[] bytes, SplittableRandom random) {
        int most = switch (random.nextInt(4)) {
            case 0 -> 1 + bytes.length / 100; // byte by byte, if there are few
            case 1 -> 1 + bytes.length / 5;
            default -> bytes.length;
        };
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(most));
            parts.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return parts;
    }

    private static Ending ending(SplittableRandom random) {
        Ending[] all = Ending.values();
        return all[Math.max(0, random.nextInt(all.length + 8) - 8)]; // mostly all is read
    }
}
