package netreader.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import netreader.client.OpenRequest;
import netreader.client.PagePicture;
import netreader.client.PagePicture.Quality;
import netreader.client.PagePictures;
import netreader.client.PaintedReading;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.client.internal.ClientConfig;
import netreader.client.internal.NetworkClient;
import netreader.format.BookFormat;
import netreader.format.Work;
import netreader.format.pdf.PdfFormat;
import netreader.format.registry.internal.InstalledFormats;
import netreader.transport.internal.TcpConnector;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** A reader that turns the pages of a PDF at a steady pace, without a window. Run by {@code benchmarks/page-turns}. */
public final class PageTurns {
    private static final double POINTS_PER_INCH = 72;

    private final NetworkClient client;
    private final InstalledFormats formats;

    /** What is asked for on the command line: server, folder for data, file name, dpi, pages a second, turns. */
    public static void main(String[] arguments) throws Exception {
        PageTurns reader = new PageTurns(arguments[0], arguments[1]);
        try {
            reader.measure(
                    arguments[2],
                    Double.parseDouble(arguments[3]) / POINTS_PER_INCH,
                    Double.parseDouble(arguments[4]),
                    Integer.parseInt(arguments[5]));
        } finally {
            call(reader.client, "stop");
        }
        System.exit(0);
    }

    private PageTurns(String server, String data) throws Exception {
        formats = new InstalledFormats();
        call(formats, "addFormat", new PdfFormat(), pdf());
        ClientConfig config = proxy(ClientConfig.class, (proxy, method, none) -> switch (method.getName()) {
            case "server" -> server;
            case "data" -> data;
            default -> method.getDefaultValue();
        });
        client = new NetworkClient(
                proxy(BundleContext.class, (proxy, method, none) -> bundle()), config, new TcpConnector(), formats);
    }

    private void measure(String name, double scale, double pagesPerSecond, int turns) throws Exception {
        client.awaitShelf(Duration.ofSeconds(20));
        ShelfBook book = client.shelf().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var unused = client.fetch(book, Progress.IGNORED, Work.UNCANCELLED);
        List<Double> first = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long began = System.nanoTime();
            try (PaintedReading reading = open(book)) {
                awaitPage(reading, 0, scale);
                first.add((System.nanoTime() - began) / 1e6);
            }
        }
        System.out.printf("first page: fresh process %.0f ms, then %s%n", first.get(0), shown(first.subList(1, 8)));
        try (PaintedReading reading = open(book)) {
            awaitPage(reading, 0, scale);
            TimeUnit.SECONDS.sleep(1);
            List<Double> turned = new ArrayList<>();
            int early = 0;
            long next = System.nanoTime();
            for (int page = 1; page <= Math.min(turns, reading.pageCount() - 1); page++) {
                next += (long) (1e9 / pagesPerSecond);
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                long began = System.nanoTime();
                early += awaitPage(reading, page, scale) ? 1 : 0;
                turned.add((System.nanoTime() - began) / 1e6);
            }
            System.out.printf("page turns: %s; ready before %d of %d%n", shown(turned), early, turned.size());
        }
    }

    private PaintedReading open(ShelfBook book) throws ClientException {
        return (PaintedReading) client.open(book, OpenRequest.DEFAULT);
    }

    /** Returns whether the page was there at once. */
    private static boolean awaitPage(PaintedReading reading, int page, double scale) throws Exception {
        BlockingQueue<Optional<PagePicture>> pictures = new LinkedBlockingQueue<>();
        try (AutoCloseable listening = reading.pictures().listen(new PagePictures.Listener() {
            @Override
            public void painted(PagePicture picture) {
                pictures.add(Optional.of(picture));
            }

            @Override
            public void failed(int failedPage, ClientException failure) {
                pictures.add(Optional.empty());
            }
        })) {
            Optional<PagePicture> here = reading.pictures().want(page, size -> scale);
            if (here.filter(PagePicture::isLast).isPresent()) {
                return listening != null;
            }
            while (pictures.take().orElseThrow().quality() != Quality.FULL) {
                Thread.onSpinWait(); // the sharp one follows
            }
            return false;
        }
    }

    private static String shown(List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return String.format(
                "median %.2f ms, p95 %.2f ms, worst %.2f ms",
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
                sorted.get(sorted.size() - 1));
    }

    private static ServiceReference<?> pdf() {
        Map<String, Object> properties = Map.of(
                BookFormat.NAME, "PDF",
                BookFormat.EXTENSIONS, "pdf",
                BookFormat.MEDIA_TYPE, "application/pdf",
                BookFormat.DELIVERY, "file");
        return proxy(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle();
            case "getProperty" -> properties.get((String) arguments[0]);
            case "equals" -> proxy == arguments[0];
            default -> 0;
        });
    }

    private static Bundle bundle() {
        return proxy(
                Bundle.class,
                (proxy, method, none) -> method.getName().equals("getVersion") ? Version.emptyVersion : "benchmark");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(PageTurns.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** As declarative services call what is not public. */
    private static void call(Object component, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(component.getClass().getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        method.invoke(component, arguments);
    }
}
