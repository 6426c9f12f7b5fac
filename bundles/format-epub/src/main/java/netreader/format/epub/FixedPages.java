package netreader.format.epub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.format.PageSize;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pages of a size of their own. */
final class FixedPages {
    private static final double POINTS_PER_PIXEL = 0.75;
    private static final PageSize UNKNOWN = new PageSize(600, 800);
    private static final double LARGEST = 20_000;
    private static final Pattern SIZE = Pattern.compile("(width|height)\\s*=\\s*([0-9.]+)");

    private FixedPages() {}

    /** A page that is a picture and nothing else. */
    static Document aroundPicture(String path) {
        Document document = Document.createShell("");
        document.body().attr("style", "margin: 0");
        document.body()
                .appendElement("img")
                .attr("src", "/" + path.replace("%", "%25").replace("#", "%23"));
        return document;
    }

    /** In points: what the page says in its viewport, or its drawing by its view box. */
    static PageSize size(Document document) {
        for (Element meta : document.getElementsByTag("meta")) {
            if (meta.attr("name").equalsIgnoreCase("viewport")) {
                double width = 0;
                double height = 0;
                Matcher matcher = SIZE.matcher(meta.attr("content"));
                while (matcher.find()) {
                    double value = number(matcher.group(2));
                    width = matcher.group(1).equals("width") ? value : width;
                    height = matcher.group(1).equals("height") ? value : height;
                }
                Optional<PageSize> size = usable(width, height);
                if (size.isPresent()) {
                    return size.get();
                }
            }
        }
        return document.getAllElements().stream()
                .filter(each ->
                        each.normalName().equals("svg") || each.normalName().endsWith(":svg"))
                .findFirst()
                .flatMap(FixedPages::drawingSize)
                .orElse(UNKNOWN);
    }

    private static Optional<PageSize> drawingSize(Element svg) {
        String box = svg.hasAttr("viewBox") ? svg.attr("viewBox") : svg.attr("viewbox");
        String[] numbers = box.strip().split("[\\s,]+", -1);
        if (numbers.length == 4) {
            return usable(number(numbers[2]), number(numbers[3]));
        }
        return usable(number(svg.attr("width")), number(svg.attr("height")));
    }

    private static Optional<PageSize> usable(double width, double height) {
        return width >= 1 && height >= 1 && width <= LARGEST && height <= LARGEST
                ? Optional.of(new PageSize(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL))
                : Optional.empty();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replaceAll("[^0-9.].*", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
