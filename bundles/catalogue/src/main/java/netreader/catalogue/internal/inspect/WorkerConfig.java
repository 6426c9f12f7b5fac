package netreader.catalogue.internal.inspect;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Said by the launcher in a process of the role {@code worker}, and in no other. */
@ObjectClassDefinition(name = "NetReader worker", description = "Inspects books for the server that started it")
public @interface WorkerConfig {
    @AttributeDefinition(description = "Folder in which formats keep what they computed")
    String formats();
}
