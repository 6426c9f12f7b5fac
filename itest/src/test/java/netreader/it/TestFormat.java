package netreader.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Makes the jar of a small format: every line of a {@code .lines} file is a page, shown with a mark. If it is hostile, a
 * book does what it says to the process that opens it: hang, eat or exit.
 */
public final class TestFormat {
    private static final String SOURCE = """
            package linesformat;

            import java.nio.ByteBuffer;
            import java.nio.charset.StandardCharsets;
            import java.util.ArrayList;
            import java.util.List;
            import netreader.format.*;

            public class LinesFormat implements BookFormat {
                public Book open(BookSource source, OpenOptions options) throws FormatException {
                    try {
                        ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
                        source.readFully(0, bytes);
                        String text = new String(bytes.array(), StandardCharsets.UTF_8);
                        if (HOSTILE) {
                            act(text.strip());
                        }
                        return new Lines(text.lines().toList());
                    } catch (java.io.IOException e) {
                        throw new FormatException(FormatException.Reason.IO, e.getMessage(), e);
                    }
                }

                private static void act(String deed) {
                    List<byte[]> eaten = new ArrayList<>();
                    while (deed.equals("hang")) {
                        Thread.onSpinWait();
                    }
                    while (deed.equals("eat")) {
                        eaten.add(new byte[1 << 20]);
                    }
                    if (deed.equals("exit")) {
                        Runtime.getRuntime().halt(0);
                    }
                }

                record Lines(List<String> lines) implements FlowingBook {
                    public BookMetadata metadata() { return BookMetadata.NONE; }
                    public int pageCount() { return lines.size(); }
                    public String pageText(int page) { return "MARK " + lines.get(page); }
                    public void close() {}
                }
            }
            """;

    /** Every line is a page; SECONDS go by before a page is painted whose line says so. */
    private static final String PAINTED = """
            package linesformat;

            import java.awt.Color;
            import java.awt.Graphics2D;
            import java.awt.Rectangle;
            import java.awt.image.BufferedImage;
            import java.nio.ByteBuffer;
            import java.nio.charset.StandardCharsets;
            import java.util.List;
            import netreader.format.*;

            public class LinesFormat implements BookFormat {
                public Book open(BookSource source, OpenOptions options) throws FormatException {
                    try {
                        ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
                        source.readFully(0, bytes);
                        return new Lines(new String(bytes.array(), StandardCharsets.UTF_8).lines().toList());
                    } catch (java.io.IOException e) {
                        throw new FormatException(FormatException.Reason.IO, e.getMessage(), e);
                    }
                }

                record Lines(List<String> lines) implements PaintedBook {
                    public BookMetadata metadata() { return BookMetadata.NONE; }
                    public int pageCount() { return lines.size(); }
                    public String pageText(int page) { return lines.get(page); }
                    public PageSize pageSize(int page) { return new PageSize(300, 400); }
                    public List<TextRun> textRuns(int page) { return List.of(); }
                    public void close() {}

                    public void render(int page, double scale, Rectangle clip, BufferedImage target, Work work)
                            throws FormatException {
                        while (java.nio.file.Files.exists(java.nio.file.Path.of(lines.get(page)))) {
                            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                            var unused = Thread.interrupted();
                        }
                        long until = System.nanoTime() + (lines.get(page).equals("slow") ? SECONDS : 0) * 1_000_000_000L;
                        while (System.nanoTime() < until) {
                            work.check();
                            try {
                                Thread.sleep(5);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }
                        Graphics2D g = target.createGraphics();
                        g.setColor(Color.BLACK);
                        g.fillRect(0, 0, clip.width, clip.height);
                        g.setColor(Color.WHITE);
                        g.translate(-clip.x, -clip.y);
                        g.scale(scale, scale);
                        g.drawString(lines.get(page), 40, 60);
                        g.dispose();
                    }
                }
            }
            """;

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="linesformat.LinesFormat">
              <implementation class="linesformat.LinesFormat"/>
              <service><provide interface="netreader.format.BookFormat"/></service>
              <property name="netreader.format.name" value="LINES"/>
              <property name="netreader.format.extensions" value="lines"/>
              <property name="netreader.format.mediaType" value="text/x-lines"/>
              <property name="netreader.format.delivery" value="DELIVERY"/>
              PROPERTY
            </scr:component>
            """;

    private TestFormat() {}

    /** @param mark what the format puts before each line, to tell one version from another */
    static Path jar(Path folder, String version, String mark) throws IOException {
        return jar(folder, version, SOURCE.replace("MARK", mark).replace("HOSTILE", "false"), "pages");
    }

    /** Goes before others for the same books, or behind them. */
    static Path ranked(Path folder, String version, String mark, int ranking) throws IOException {
        String source = SOURCE.replace("MARK", mark).replace("HOSTILE", "false");
        return jar(
                folder,
                version,
                source,
                "pages",
                "<property name=\"service.ranking\" type=\"Integer\" value=\"" + ranking + "\"/>");
    }

    /** A bundle of which the framework runs only one at a time. */
    static Path singleton(Path folder, String version, String mark) throws IOException {
        Path target = folder.resolve("singleton-" + version + ".jar");
        return FormatJars.withHeader(
                jar(folder, version, mark), target, "Bundle-SymbolicName", "linesformat;singleton:=true");
    }

    /** Does not open books whose first line is one of the reasons. */
    static Path demanding(Path folder, String version, String... reasons) throws IOException {
        String check = "for (String reason : new String[] {\"" + String.join("\", \"", reasons) + "\"}) {"
                + " if (text.startsWith(reason)) {"
                + " throw new FormatException(FormatException.Reason.valueOf(reason), \"There is no reason\"); } }";
        String source = SOURCE.replace("MARK ", "").replace("if (HOSTILE) {", check + " if (false) {");
        return jar(folder, version, source, "pages");
    }

    /** Opens books, and then gives no page, ever, whoever interrupts it. */
    static Path hanging(Path folder, String version) throws IOException {
        String page = "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } }";
        String source = SOURCE.replace("HOSTILE", "false").replace("return \"MARK \" + lines.get(page);", page);
        return jar(folder, version, source, "pages");
    }

    /**
     * The first line of a book is a folder. While there is a file {@code open}, {@code page}, {@code outline} or {@code
     * find} in it, that call does not end, whoever interrupts it.
     */
    static Path stalling(Path folder, String version) throws IOException {
        String stalls = """
                public String pageText(int page) { stall("page"); return lines.get(page); }
                public Outline outline(Work work) { stall("outline"); return Outline.NONE; }
                public Hits find(Query query, long from, int limit, Work work) throws FormatException {
                    stall("find");
                    return FlowingBook.super.find(query, from, limit, work);
                }
                Lines stall(String call) {
                    while (java.nio.file.Files.exists(java.nio.file.Path.of(lines.get(0), call))) {
                        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                        var unused = Thread.interrupted();
                    }
                    return this;
                }
                """;
        String source = SOURCE.replace("HOSTILE", "false")
                .replace("new Lines(text.lines().toList())", "new Lines(text.lines().toList()).stall(\"open\")")
                .replace("public String pageText(int page) { return \"MARK \" + lines.get(page); }", stalls);
        return jar(folder, version, source, "pages");
    }

    /** A format whose files go to their readers. */
    static Path ofFiles(Path folder, String version, boolean hostile) throws IOException {
        String source = SOURCE.replace("MARK", "").replace("HOSTILE", Boolean.toString(hostile));
        return jar(folder, version, source, "file");
    }

    /**
     * A painted format of dark pages; those with the line {@code slow} take so long, and those with the path of a file do not
     * come to an end while that is there.
     */
    public static Path painted(Path folder, int seconds) throws IOException {
        return jar(folder, "3.0.0", PAINTED.replace("SECONDS", Integer.toString(seconds)), "file");
    }

    private static Path jar(Path folder, String version, String source, String delivery) throws IOException {
        return jar(folder, version, source, delivery, "");
    }

    private static Path jar(Path folder, String version, String source, String delivery, String property)
            throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + version));
        compile("linesformat.LinesFormat", source, classes);
        Path jar = folder.resolve("format-lines-" + version + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest(version))) {
            String component = COMPONENT.replace("DELIVERY", delivery).replace("PROPERTY", property);
            entry(out, "OSGI-INF/lines.xml", component.getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("LinesFormat", "LinesFormat$Lines")) {
                String path = "linesformat/" + name + ".class";
                entry(out, path, Files.readAllBytes(classes.resolve(path)));
            }
        }
        return jar;
    }

    private static Manifest manifest(String version) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "linesformat");
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        manifest.getMainAttributes().putValue("Import-Package", "netreader.format;version=\"[1.0,2)\"");
        manifest.getMainAttributes().putValue("Service-Component", "OSGI-INF/lines.xml");
        manifest.getMainAttributes()
                .putValue(
                        "Require-Capability",
                        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0)(!(version>=2.0.0)))\"");
        return manifest;
    }

    private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    /** @param name of the class, with its package */
    static void compile(String name, String source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            JavaFileObject unit =
                    new SimpleJavaFileObject(
                            URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            if (!compiler.getTask(null, files, null, List.of("--release", "17"), null, List.of(unit))
                    .call()) {
                throw new IOException("The test format does not compile");
            }
        }
    }
}
