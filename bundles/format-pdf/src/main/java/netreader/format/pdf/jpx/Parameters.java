package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the markers of a header say about decoding; a tile begins with what the main header says and may change it. One
 * thread at a time.
 */
final class Parameters {
    /** A part of the order of packets: up to {@code layers}, the resolutions and the components from and up to. */
    record Progression(int order, int layers, int resolution0, int resolution1, int component0, int component1) {}

    /** As many as OpenJPEG takes; each costs time even if nothing follows it. */
    private static final int MOST_CHANGES = 32;

    int order;
    int layers = 1;
    boolean componentTransform;
    final List<Progression> changes = new ArrayList<>();
    private final int components;
    private final Coding[] coding;
    private final boolean[] ownCoding;
    private final Quantization[] quantization;
    private final boolean[] ownQuantization;
    private final int[] shifts;

    Parameters(int components) {
        this.components = components;
        this.coding = new Coding[components];
        this.ownCoding = new boolean[components];
        this.quantization = new Quantization[components];
        this.ownQuantization = new boolean[components];
        this.shifts = new int[components];
    }

    /** What a tile begins with. */
    Parameters forTile() {
        Parameters copy = new Parameters(components);
        copy.order = order;
        copy.layers = layers;
        copy.componentTransform = componentTransform;
        copy.changes.addAll(changes);
        System.arraycopy(coding, 0, copy.coding, 0, components);
        System.arraycopy(quantization, 0, copy.quantization, 0, components);
        System.arraycopy(shifts, 0, copy.shifts, 0, components);
        return copy;
    }

    Coding coding(int component) {
        return coding[component];
    }

    Quantization quantization(int component) {
        return quantization[component];
    }

    /** By how many bits a region of interest was raised. */
    int shift(int component) {
        return shifts[component];
    }

    boolean complete() {
        return Arrays.stream(coding).noneMatch(each -> each == null)
                && Arrays.stream(quantization).noneMatch(each -> each == null);
    }

    /** Takes a marker's content; markers that say nothing about decoding are passed over. */
    void take(int marker, Piece in) throws IOException {
        switch (marker) {
            case Markers.COD -> takeCoding(in);
            case Markers.COC -> {
                int component = component(in);
                coding[component] = Coding.read(in, (in.u8() & 1) != 0);
                ownCoding[component] = true;
            }
            case Markers.QCD -> {
                Quantization common = Quantization.read(in);
                for (int i = 0; i < components; i++) {
                    quantization[i] = ownQuantization[i] ? quantization[i] : common;
                }
            }
            case Markers.QCC -> {
                int component = component(in);
                quantization[component] = Quantization.read(in);
                ownQuantization[component] = true;
            }
            case Markers.RGN -> {
                int component = component(in);
                in.u8();
                shifts[component] = in.u8();
            }
            default -> {}
        }
    }

    private void takeCoding(Piece in) throws IOException {
        int style = in.u8();
        order = in.u8();
        layers = in.u16();
        componentTransform = in.u8() == 1;
        if (order > 4 || layers == 0) {
            throw new IOException("The order of the JPEG 2000 picture is damaged");
        }
        Coding common = Coding.read(in, (style & 1) != 0);
        for (int i = 0; i < components; i++) {
            coding[i] = ownCoding[i] ? coding[i] : common;
        }
    }

    /** Takes changes of the order of packets. */
    void takeOrder(Piece in) throws IOException {
        while (in.left() > 0) {
            int resolution0 = in.u8();
            int component0 = number(in);
            int upToLayer = in.u16();
            int resolution1 = in.u8();
            int component1 = number(in);
            int changed = in.u8();
            if (changes.size() == MOST_CHANGES) {
                throw new IOException("The order of the JPEG 2000 picture is damaged");
            }
            changes.add(new Progression(
                    Math.min(changed, 4),
                    upToLayer,
                    resolution0,
                    resolution1,
                    component0,
                    component1 == 0 ? components : Math.min(component1, components)));
        }
    }

    private int number(Piece in) throws IOException {
        return components < 257 ? in.u8() : in.u16();
    }

    private int component(Piece in) throws IOException {
        int component = number(in);
        if (component >= components) {
            throw new IOException("A marker of the JPEG 2000 picture is damaged");
        }
        return component;
    }
}
