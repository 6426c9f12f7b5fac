package netreader.ui.look;

import com.formdev.flatlaf.FlatLightLaf;

/** The light look on warm paper; its colours stand in the properties of the same name. */
public final class PaperLaf extends FlatLightLaf {
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return "NetReader Paper";
    }
}
