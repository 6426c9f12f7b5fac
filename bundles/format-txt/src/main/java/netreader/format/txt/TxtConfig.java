package netreader.format.txt;

/** conf/netreader.format.txt.cfg. */
public @interface TxtConfig {
    /** The file with the rules for chapters, absolute; empty for those that come with the bundle. */
    String chapterRules() default "";
}
