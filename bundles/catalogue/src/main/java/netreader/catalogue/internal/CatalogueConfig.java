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
}
