package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netreader.format.pdf.jpx.Jp2File.Definition;
import netreader.format.pdf.jpx.Jp2File.Source;

/**
 * The channels of a picture.
 *
 * @param colours those that make the colour, in their order
 * @param opacity the one that says how opaque a pixel is
 * @param palette what those that have a column go through
 * @param ycc whether the colours are a luminance and two differences
 * @param grey whether the file says that its colour is grey
 */
record Channels(List<Source> colours, Optional<Source> opacity, Optional<Palette> palette, boolean ycc, boolean grey) {
    static Channels of(Jp2File file, int components) throws IOException {
        List<Source> all = sources(file, components);
        int space = file.colourSpace().orElse(-1);
        List<Source> colours = new ArrayList<>();
        Optional<Source> opacity = Optional.empty();
        if (file.definitions().isEmpty()) {
            int count = Math.min(all.size(), coloursOf(space, all.size()));
            colours.addAll(all.subList(0, count));
            opacity = all.size() > count ? Optional.of(all.get(count)) : Optional.empty();
        } else {
            List<Source> ordered = new ArrayList<>(all);
            List<Integer> apart = new ArrayList<>();
            for (Definition each : file.definitions()) {
                if (each.channel() >= all.size()) {
                    continue;
                }
                if (each.type() == 0 && each.colour() >= 1 && each.colour() <= all.size()) {
                    ordered.set(each.colour() - 1, all.get(each.channel()));
                } else if (each.type() != 0) {
                    apart.add(each.channel());
                    opacity = each.type() == 1 ? Optional.of(all.get(each.channel())) : opacity;
                }
            }
            int count = Math.max(1, Math.min(all.size() - apart.size(), coloursOf(space, all.size())));
            colours.addAll(ordered.subList(0, count));
        }
        return new Channels(
                colours, opacity, file.palette(), space == Jp2File.YCC && colours.size() == 3, space == Jp2File.GREY);
    }

    private static List<Source> sources(Jp2File file, int components) throws IOException {
        List<Source> all = new ArrayList<>();
        if (file.palette().isEmpty()) {
            for (int i = 0; i < components; i++) {
                all.add(new Source(i, OptionalInt.empty()));
            }
            return all;
        }
        int columns = file.palette().get().columns().length;
        all.addAll(file.mapping());
        for (int i = 0; i < columns && file.mapping().isEmpty(); i++) {
            all.add(new Source(0, OptionalInt.of(i)));
        }
        for (Source each : all) {
            if (each.component() >= components || each.column().orElse(0) >= columns) {
                throw new IOException("The palette of the JPEG 2000 picture is damaged");
            }
        }
        return all;
    }

    /** How many channels a colour space has; where it does not say, two are taken for grey and an opacity. */
    private static int coloursOf(int space, int channels) {
        return switch (space) {
            case Jp2File.GREY -> 1;
            case Jp2File.SRGB, Jp2File.YCC -> 3;
            case Jp2File.CMYK -> 4;
            default -> channels == 2 ? 1 : channels;
        };
    }

    /** Whether each colour is a component as it is: a sample for each pixel, with eight bits or more. */
    boolean areComponents(Grid grid) {
        return colours.stream().allMatch(each -> {
            Grid.Component of = grid.components().get(each.component());
            return each.column().isEmpty() && of.dx() == 1 && of.dy() == 1 && of.precision() >= 8;
        });
    }

    /**
     * How many bits the numbers of a single channel have that is to be given as it is: 1, 2 or 4; else 8. They may be
     * those of a palette that only the PDF has, which would be lost if they were made brighter.
     */
    int bitsAsTheyAre(Grid grid) {
        Source first = colours.get(0);
        int bits = grid.components().get(first.component()).precision();
        boolean alone = colours.size() == 1 && first.column().isEmpty() && (bits == 1 || !grey);
        return alone && (bits == 1 || bits == 2 || bits == 4) ? bits : 8;
    }
}
