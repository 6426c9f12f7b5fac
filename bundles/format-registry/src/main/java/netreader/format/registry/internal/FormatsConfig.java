package netreader.format.registry.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where formats are dropped, and how they are used. */
@ObjectClassDefinition(name = "NetReader formats")
public @interface FormatsConfig {
    @AttributeDefinition(description = "The folder that is watched for jars. Said by the launcher")
    String folder();

    @AttributeDefinition(description = "Time between two looks at the folder, in milliseconds")
    int lookInMillis() default 500;

    @AttributeDefinition(
            description =
                    "Whether the folder is looked at when the bundle starts, and never again. Said by the launcher")
    boolean once() default false;

    @AttributeDefinition(description = "How long a bundle may take to start or to stop, in seconds")
    int startLimitInSeconds() default 15;

    @AttributeDefinition(
            description = "How long a format may take to open a book or to give a page of text, in seconds")
    int callLimitInSeconds() default 30;
}
