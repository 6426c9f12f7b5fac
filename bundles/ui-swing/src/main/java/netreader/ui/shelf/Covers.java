package netreader.ui.shelf;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ShelfBook;
import netreader.ui.work.NewestFirst;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** The covers' pictures in the size in which they are shown, fetched when a cell is painted. Event thread. */
final class Covers {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 120;
    /** A drawn cover is narrower than its place by one part of so many. */
    private static final int SPINE = 38;

    private static final long BUDGET_BYTES = 64L << 20;

    private final Client client;
    private final NewestFirst fetching;
    private final NewestFirst drawing;
    private final Runnable arrived;
    private final Map<Key, Image> pictures = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Key, Running> asked = new HashMap<>();
    private final Set<Key> provisional = new HashSet<>();
    private long bytes;

    private record Key(long id, String version, String title, Optional<String> cover, int width, int height) {}

    Covers(UiContext context, Runnable arrived) {
        this.client = context.client();
        this.fetching = new NewestFirst(context.background(), AT_ONCE, WAITING);
        this.drawing = new NewestFirst(context.background(), 1, WAITING);
        this.arrived = arrived;
    }

    /**
     * The picture if it is here; else it is on its way: that of the book, or a drawn one.
     *
     * @param width of the box into which it must fit, in pixels of the screen
     */
    Optional<Image> of(ShelfBook book, int width, int height) {
        Key key = new Key(book.id(), book.version(), book.title(), book.cover(), width, height);
        Image picture = pictures.get(key);
        if (picture == null && !asked.containsKey(key)) {
            NewestFirst queue = book.cover().isPresent() ? fetching : drawing;
            asked.put(
                    key,
                    queue.submit(work -> make(book, width, height), made -> store(key, made), e -> asked.remove(key)));
        }
        return Optional.ofNullable(picture);
    }

    /** What was scrolled away before it was fetched is fetched when it comes back. */
    void keepOnly(int first, int last, ShelfBooks books) {
        if (asked.isEmpty()) {
            return;
        }
        Set<Long> visible = new HashSet<>();
        for (int i = Math.max(0, first); i <= last && i < books.getSize(); i++) {
            visible.add(books.getElementAt(i).id());
        }
        asked.entrySet().removeIf(entry -> {
            boolean away = !visible.contains(entry.getKey().id());
            if (away) {
                entry.getValue().cancel();
            }
            return away;
        });
    }

    /** Asks again for what could not be had. */
    void retry() {
        for (Key key : provisional) {
            Optional.ofNullable(pictures.remove(key)).ifPresent(image -> bytes -= size(image));
        }
        provisional.clear();
        arrived.run();
    }

    private void store(Key key, Made made) {
        asked.remove(key);
        if (made.provisional()) {
            provisional.add(key);
        }
        pictures.put(key, made.image());
        bytes += size(made.image());
        var oldest = pictures.values().iterator();
        while (bytes > BUDGET_BYTES && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
        arrived.run();
    }

    private static long size(Image image) {
        return 4L * image.getWidth(null) * image.getHeight(null);
    }

    /** @param provisional whether the book has another one, which cannot be had now */
    private record Made(BufferedImage image, boolean provisional) {}

    private Made make(ShelfBook book, int width, int height) {
        boolean provisional = false;
        try {
            Optional<BufferedImage> picture = fetch(book, Math.max(width, height));
            if (picture.isPresent()) {
                return new Made(fit(picture.get(), width, height), false);
            }
        } catch (ClientException e) {
            provisional = true;
        }
        return new Made(DrawnCover.picture(book, width - width / SPINE, height), provisional);
    }

    private Optional<BufferedImage> fetch(ShelfBook book, int pixels) throws ClientException {
        Optional<byte[]> picture = client.cover(book, pixels);
        try {
            return picture.isPresent()
                    ? Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(picture.get())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new ClientException("DAMAGED", "The cover is not a picture", e);
        }
    }

    /** Halves until it is near, for one bilinear step over more than a half drops pixels. */
    static BufferedImage fit(BufferedImage image, int width, int height) {
        double scale = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
        int targetWidth = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int targetHeight = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage current = image;
        while (current.getWidth() / 2 > targetWidth) {
            current = resize(current, current.getWidth() / 2, Math.max(1, current.getHeight() / 2));
        }
        return resize(current, targetWidth, targetHeight);
    }

    private static BufferedImage resize(BufferedImage image, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = target.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return target;
    }
}
