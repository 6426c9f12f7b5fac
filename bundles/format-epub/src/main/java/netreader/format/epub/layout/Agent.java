package netreader.format.epub.layout;

import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.resource.CSSResource;
import com.openhtmltopdf.resource.ImageResource;
import com.openhtmltopdf.resource.XMLResource;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import netreader.format.epub.chapter.StyleText;

/** Gives the layout what lies in the book, and nothing else: no network, no disk. */
final class Agent implements UserAgentCallback {
    private static final String SCHEME = "epub:";
    private static final String DATA = "data:";

    private final Resources resources;
    private String base;

    /** @param path of the chapter */
    Agent(Resources resources, String path) {
        this.resources = resources;
        this.base = SCHEME + path;
    }

    /** The path in a URI that {@link #resolveUri} has made. */
    static String path(String uri) {
        return uri.substring(SCHEME.length());
    }

    static boolean isInBook(String uri) {
        return uri != null && uri.startsWith(SCHEME);
    }

    @Override
    public String resolveUri(String baseUri, String reference) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        if (reference.startsWith(DATA) || isInBook(reference)) {
            return reference;
        }
        String from = isInBook(baseUri) ? path(baseUri) : path(base);
        return resources.resolve(from, reference).map(path -> SCHEME + path).orElse(null);
    }

    @Override
    public String resolveURI(String reference) {
        return resolveUri(base, reference);
    }

    @Override
    public CSSResource getCSSResource(String uri, ExternalResourceType type) {
        return new CSSResource(new StringReader(css(uri)));
    }

    /** A style sheet as it can be used; empty text if there is none. */
    String css(String uri) {
        String resolved = resolveURI(uri);
        String css = "";
        if (isInBook(resolved)) {
            css = resources.text(path(resolved)).orElse("");
        } else if (resolved != null) {
            css = data(resolved)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
        }
        return StyleText.usable(css);
    }

    @Override
    public ImageResource getImageResource(String uri, ExternalResourceType type) {
        String resolved = resolveURI(uri);
        return new ImageResource(
                uri,
                isInBook(resolved)
                        ? resources
                                .pictureSize(path(resolved))
                                .map(size -> new BookImage(path(resolved), size))
                                .orElse(null)
                        : null);
    }

    @Override
    public byte[] getBinaryResource(String uri, ExternalResourceType type) {
        String resolved = resolveURI(uri);
        if (resolved == null) {
            return null;
        }
        return (isInBook(resolved) ? resources.bytes(path(resolved)) : data(resolved)).orElse(null);
    }

    /** The layout asks for XML only where it has nothing better to do with it. */
    @Override
    public XMLResource getXMLResource(String uri, ExternalResourceType type) {
        return null;
    }

    private static Optional<byte[]> data(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        String data = uri.substring(comma + 1);
        try {
            return Optional.of(
                    uri.substring(0, comma).contains(";base64")
                            ? Base64.getMimeDecoder().decode(data)
                            : URLDecoder.decode(data, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isVisited(String uri) {
        return false;
    }

    /** On which the references of a style within the chapter build. */
    String folder() {
        String path = path(base);
        return SCHEME + path.substring(0, path.lastIndexOf('/') + 1) + "style";
    }

    @Override
    public void setBaseURL(String url) {
        base = url;
    }

    @Override
    public String getBaseURL() {
        return base;
    }
}
