package netreader.ui;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the windows, under the PID {@code netreader.ui}. */
@ObjectClassDefinition(name = "NetReader windows")
@interface UiConfig {
    /** A BCP 47 tag such as {@code en} or {@code zh-CN}; empty for the system's language. */
    String language() default "";

    /** {@code light}, {@code paper} or {@code dark}, until the reader chooses otherwise. */
    String theme() default "light";

    /** The folder in which the window's state is kept. */
    String data();
}
