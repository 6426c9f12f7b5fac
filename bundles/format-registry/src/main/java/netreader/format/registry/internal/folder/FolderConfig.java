package netreader.format.registry.internal.folder;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where formats are dropped. Said by the launcher. */
@ObjectClassDefinition(name = "NetReader formats")
@interface FolderConfig {
    @AttributeDefinition(description = "The folder that is watched for jars")
    String folder();

    @AttributeDefinition(description = "Time between two looks at the folder, in milliseconds")
    int lookInMillis() default 500;

    @AttributeDefinition(description = "How long a bundle may take to start or to stop, in seconds")
    int startLimitInSeconds() default 15;
}
