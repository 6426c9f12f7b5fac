package netreader.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is pushed into Configuration Admin, by PID. The files {@code conf/<pid>.cfg} give the base, the command line
 * says otherwise. A part of NetReader whose PID is not pushed does not run, so a role names those that do.
 */
final class Configurations {
    static final String TRANSPORT = "netreader.transport";
    static final String CATALOGUE = "netreader.catalogue";
    static final String CLIENT = "netreader.client";
    static final String SHELL = "netreader.shell";
    static final String UI = "netreader.ui";
    static final String FORMATS = "netreader.formats";
    static final String WORKER = "netreader.worker";

    private static final Set<String> BY_ROLE = Set.of(TRANSPORT, CATALOGUE, CLIENT, SHELL, UI, FORMATS, WORKER);

    private final Map<String, Map<String, String>> files;
    private final Map<String, Map<String, String>> pushed = new TreeMap<>();

    private Configurations(Map<String, Map<String, String>> files) {
        this.files = files;
        Set<String> always = new HashSet<>(files.keySet());
        always.removeAll(BY_ROLE);
        always.forEach(this::use);
    }

    /**
     * @param conf a folder of files {@code <pid>.cfg} in the syntax of Java properties, UTF-8; <code>${conf}</code> in
     *     a value is the folder
     */
    static Configurations read(Path conf) throws LaunchException {
        Map<String, Map<String, String>> files = new HashMap<>();
        if (!Files.isDirectory(conf)) {
            return new Configurations(files);
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(conf, "*.cfg")) {
            for (Path file : found) {
                String name = file.getFileName().toString();
                files.put(
                        name.substring(0, name.length() - ".cfg".length()),
                        values(file, conf.toAbsolutePath().toString()));
            }
        } catch (IOException e) {
            throw new LaunchException("LOCAL_IO", "The folder " + conf + " cannot be read", e);
        }
        return new Configurations(files);
    }

    private static Map<String, String> values(Path file, String conf) throws LaunchException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchException("LOCAL_IO", "The configuration file " + file + " cannot be read", e);
        }
        Map<String, String> values = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key ->
                        values.put(key, properties.getProperty(key).strip().replace("${conf}", conf)));
        return values;
    }

    /** The PID will be pushed with what its file says and what is set here. */
    Configurations use(String pid) {
        pushed.computeIfAbsent(pid, p -> new HashMap<>(files.getOrDefault(p, Map.of())));
        return this;
    }

    Configurations set(String pid, String key, String value) {
        use(pid);
        pushed.get(pid).put(key, value);
        return this;
    }

    Configurations setIfAbsent(String pid, String key, String value) {
        use(pid);
        pushed.get(pid).putIfAbsent(key, value);
        return this;
    }

    Optional<String> get(String pid, String key) {
        return Optional.ofNullable(pushed.getOrDefault(pid, Map.of()).get(key));
    }

    Map<String, Map<String, String>> pushed() {
        return pushed;
    }
}
