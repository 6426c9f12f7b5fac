package netreader.format.epub.layout;

import com.github.weisj.jsvg.parser.DomDocument;
import com.github.weisj.jsvg.parser.resources.RenderableResource;
import com.github.weisj.jsvg.parser.resources.ResourceLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.parser.resources.ResourceSupplier;
import com.github.weisj.jsvg.renderer.RenderContext;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import netreader.format.archive.Pictures;

/** The pictures within a drawing: those of the book, decoded when they are painted. */
final class DrawingPictures implements ResourcePolicy, ResourceLoader {
    static final String SCHEME = "epub";

    private final Resources resources;

    DrawingPictures(Resources resources) {
        this.resources = resources;
    }

    @Override
    public URI resolveResourceURI(URI base, String reference) {
        String from =
                base == null || base.getPath() == null ? "" : base.getPath().substring(1);
        return resources.resolve(from, reference).map(DrawingPictures::uri).orElse(null);
    }

    @Override
    public URI resolveResourceURI(URI base, URI reference) {
        return resolveResourceURI(base, reference.toString());
    }

    private static URI uri(String path) {
        try {
            return new URI(SCHEME, null, "/" + path, null);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public ResourceSupplier<RenderableResource> loadImage(DomDocument document, URI uri) {
        String path = uri.getPath().substring(1);
        Optional<RenderableResource> picture = resources.pictureSize(path).map(size -> new InBook(path, size));
        return platform -> picture;
    }

    private final class InBook implements RenderableResource {
        private final String path;
        private final Pictures.Pixels size;

        InBook(String path, Pictures.Pixels size) {
            this.path = path;
            this.size = size;
        }

        @Override
        public FloatSize intrinsicSize(RenderContext context) {
            return new FloatSize(size.width(), size.height());
        }

        @Override
        public void render(Output output, RenderContext context, AffineTransform transform) {
            Optional<BufferedImage> picture = resources.picture(path, size.width(), size.height());
            if (picture.isPresent()) {
                AffineTransform scaled = new AffineTransform(transform);
                scaled.scale(
                        size.width() / (double) picture.get().getWidth(),
                        size.height() / (double) picture.get().getHeight());
                output.drawImage(picture.get(), scaled, null);
            }
        }
    }
}
