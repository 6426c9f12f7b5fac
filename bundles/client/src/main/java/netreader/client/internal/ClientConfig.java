package netreader.client.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** conf/netreader.client.cfg. */
@ObjectClassDefinition(name = "NetReader client", description = "Which server is read from, and what is kept here")
public @interface ClientConfig {
    @AttributeDefinition(description = "The server: HOST or HOST:PORT")
    String server() default "127.0.0.1:8998";

    @AttributeDefinition(description = "Folder for copies and reading state; empty to keep nothing")
    String data() default "";

    @AttributeDefinition(description = "Name of the person who reads; empty for the name of the login")
    String reader() default "";

    @AttributeDefinition(
            description = "What the reader's other devices call this computer; empty for the name that it has")
    String deviceName() default "";

    @AttributeDefinition(description = "Folder for copies of books; empty for one in the folder data")
    String copies() default "";

    @AttributeDefinition(
            description = "Megabytes that copies of books may take, apart from those that are open or kept; those that"
                    + " were read longest ago go first")
    int maxCopiesInMB() default 10_000;

    @AttributeDefinition(description = "Whether the rest of a book is fetched while it is being read")
    boolean fetchesWholeBooks() default true;
}
