package netreader.format.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.OpenOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleJarTest {
    private static final Sample BOOK = Sample.of("a.lines", "one\ntwo\n".getBytes(StandardCharsets.UTF_8));

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="lines">
              <implementation class="netreader.format.kit.LinesFormat"/>
              <service><provide interface="netreader.format.BookFormat"/></service>
              <property name="netreader.format.name" value="LINES"/>
              <property name="netreader.format.extensions" type="String">lines
            text</property>
              <property name="netreader.format.mediaType" value="text/x-lines"/>
              <property name="netreader.format.delivery" value="pages"/>
            </scr:component>
            """;

    @TempDir
    private Path folder;

    private BundleJar jar(String imports, String component, Class<?>... classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Import-Package", imports);
        manifest.getMainAttributes().putValue("Service-Component", "OSGI-INF/lines.xml");
        Path jar = folder.resolve("format-lines.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("OSGI-INF/lines.xml"));
            out.write(component.getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
            }
        }
        return new BundleJar(jar);
    }

    private static List<String> failed(BundleJar jar) {
        List<String> failed = new ArrayList<>();
        jar.tests(BOOK).map(DynamicTest.class::cast).forEach(test -> {
            try {
                test.getExecutable().execute();
            } catch (Throwable e) {
                failed.add(test.getDisplayName());
            }
        });
        return failed;
    }

    @Test
    void aFormatThatTravelsAlonePasses() throws Exception {
        BundleJar jar = jar("netreader.format;version=\"[1.1,2)\"", COMPONENT, LinesFormat.class, LinesBook.class);
        assertEquals(List.of(), failed(jar));
        BookFormat format = jar.load();
        assertTrue(format.getClass() != LinesFormat.class, "it comes out of the jar");
        try (Book book = format.open(BOOK.source(), OpenOptions.defaults(folder))) {
            assertEquals(2, book.pageCount());
        }
    }

    @Test
    void anImportThatNobodyExportsIsFound() throws Exception {
        BundleJar jar = jar("netreader.format,org.slf4j", COMPONENT, LinesFormat.class, LinesBook.class);
        assertEquals(List.of("The jar imports only the SPI and the JDK"), failed(jar));
    }

    @Test
    void aClassThatWasLeftOutIsFound() throws Exception {
        assertEquals(
                List.of("The jar reads a.lines without any other"),
                failed(jar("netreader.format", COMPONENT, LinesFormat.class)));
    }

    @Test
    void aWrongDescriptionIsFound() throws Exception {
        String dotted = COMPONENT.replace("lines\ntext", ".LINES");
        assertEquals(
                List.of("The jar says what format it is"),
                failed(jar("netreader.format", dotted, LinesFormat.class, LinesBook.class)));
        BundleJar other = jar("netreader.format", COMPONENT.replace("BookFormat", "Other"), LinesFormat.class);
        assertTrue(assertThrows(IOException.class, other::load).getMessage().contains("no component that provides"));
    }
}
