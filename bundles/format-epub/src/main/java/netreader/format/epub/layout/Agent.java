package netreader.format.epub.layout;

import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.resource.CSSResource;
import com.openhtmltopdf.resource.ImageResource;
import com.openhtmltopdf.resource.XMLResource;
import java.io.StringReader;
import java.util.Optional;
import netreader.format.epub.chapter.StyleText;

/** Gives the layout what lies in the book, and nothing else: no network, no disk. */
final class Agent implements UserAgentCallback {
    private static final String SCHEME = "epub:";

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

    /** How the resources know what a URI leads to; empty for what lies outside of the book. */
    static Optional<String> resource(String uri) {
        if (uri == null) {
            return Optional.empty();
        }
        return isInBook(uri) ? Optional.of(path(uri)) : Optional.of(uri).filter(DataUri::is);
    }

    private static boolean isInBook(String uri) {
        return uri != null && uri.startsWith(SCHEME);
    }

    @Override
    public String resolveUri(String baseUri, String reference) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        if (DataUri.is(reference) || isInBook(reference)) {
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
        return StyleText.usable(
                resource(resolveURI(uri)).flatMap(resources::text).orElse(""));
    }

    @Override
    public ImageResource getImageResource(String uri, ExternalResourceType type) {
        return new ImageResource(
                uri,
                resource(resolveURI(uri))
                        .flatMap(resource -> resources.pictureSize(resource).map(size -> new BookImage(resource, size)))
                        .orElse(null));
    }

    @Override
    public byte[] getBinaryResource(String uri, ExternalResourceType type) {
        return resource(resolveURI(uri)).flatMap(resources::bytes).orElse(null);
    }

    /** The layout asks for XML only where it has nothing better to do with it. */
    @Override
    public XMLResource getXMLResource(String uri, ExternalResourceType type) {
        return null;
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
