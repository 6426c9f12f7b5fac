package netreader.format.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import netreader.format.BookFormat;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the description of a component, made from {@code @Component}, says of a format.
 *
 * @param properties values by name; arrays have several
 */
record FormatComponent(String className, Map<String, List<String>> properties) {
    private static final String HEADER = "Service-Component";

    List<String> values(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /** @throws IOException if there is no component that provides a format */
    static FormatComponent of(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String header = file.getManifest().getMainAttributes().getValue(HEADER);
            for (String name : header == null ? new String[0] : header.split("\\s*,\\s*")) {
                ZipEntry entry = file.getEntry(name);
                if (entry != null) {
                    Element component = parsed(file, entry);
                    if (providesFormat(component)) {
                        return read(component);
                    }
                }
            }
        }
        throw new IOException(jar.getFileName() + " has no component that provides " + BookFormat.class.getName()
                + "; is @Component there, and does the build run bnd?");
    }

    private static Element parsed(JarFile file, ZipEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return document.getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(entry.getName() + " is not XML: " + e.getMessage(), e);
        }
    }

    private static List<Element> children(Element component, String name) {
        NodeList found = component.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static boolean providesFormat(Element component) {
        return children(component, "provide").stream()
                .anyMatch(each -> each.getAttribute("interface").equals(BookFormat.class.getName()));
    }

    private static FormatComponent read(Element component) {
        Map<String, List<String>> properties = new HashMap<>();
        for (Element property : children(component, "property")) {
            String value = property.hasAttribute("value") ? property.getAttribute("value") : property.getTextContent();
            properties.put(
                    property.getAttribute("name"),
                    value.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList());
        }
        String implementation = children(component, "implementation").get(0).getAttribute("class");
        return new FormatComponent(implementation, properties);
    }
}
