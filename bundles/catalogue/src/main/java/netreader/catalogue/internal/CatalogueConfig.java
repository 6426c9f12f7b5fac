package netreader.catalogue.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** conf/netreader.catalogue.cfg. */
@ObjectClassDefinition(name = "NetReader catalogue", description = "The library and what the server keeps about it")
public @interface CatalogueConfig {
    @AttributeDefinition(description = "Folder with the books")
    String library();

    @AttributeDefinition(description = "Folder for the catalogue's own files")
    String data();

    @AttributeDefinition(description = "Shortest time between two looks at the library, in milliseconds")
    int rescanInMillis() default 2000;

    @AttributeDefinition(
            description = "Whether the system is asked to tell of changes in the library; without, the looks find them")
    boolean watches() default true;

    @AttributeDefinition(description = "How long reading pages, title and authors of a PDF may take, in seconds")
    int inspectionTimeoutInSeconds() default 30;

    @AttributeDefinition(description = "How long painting the cover of a PDF may take, in seconds")
    int coverTimeoutInSeconds() default 10;

    @AttributeDefinition(description = "Memory of the process that inspects PDFs, in megabytes")
    int inspectionMemoryInMegabytes() default 256;

    @AttributeDefinition(
            description =
                    "Command of the process that inspects PDFs, a word a line; ${memory} stands for its megabytes,"
                            + " ${folder} for a folder of its own, ${formats} for that of the formats. Said by the"
                            + " launcher; without it PDFs are inspected in this process")
    String workerCommand() default "";
}
