package netreader.format.pdf.jpx;

import java.awt.color.ColorSpace;

/** The colours of a picture that has as many channels as inks, where nothing says more about them: four are CMYK. */
final class Inks extends ColorSpace {
    private static final long serialVersionUID = 1;

    Inks(int count) {
        super(count == 4 ? TYPE_CMYK : TYPE_2CLR + count - 2, count);
    }

    @Override
    public float[] toRGB(float[] inks) {
        float black = inks.length > 3 ? inks[3] : 0;
        float[] rgb = new float[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = (1 - inks[Math.min(i, inks.length - 1)]) * (1 - black);
        }
        return rgb;
    }

    @Override
    public float[] fromRGB(float[] rgb) {
        float[] inks = new float[getNumComponents()];
        for (int i = 0; i < Math.min(3, inks.length); i++) {
            inks[i] = 1 - rgb[i];
        }
        return inks;
    }

    @Override
    public float[] toCIEXYZ(float[] inks) {
        return getInstance(CS_sRGB).toCIEXYZ(toRGB(inks));
    }

    @Override
    public float[] fromCIEXYZ(float[] xyz) {
        return fromRGB(getInstance(CS_sRGB).fromCIEXYZ(xyz));
    }
}
