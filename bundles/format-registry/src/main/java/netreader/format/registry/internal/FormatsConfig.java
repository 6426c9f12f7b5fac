package netreader.format.registry.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How formats are used. The folder that is watched is said under the same PID. */
@ObjectClassDefinition(name = "NetReader use of formats")
@interface FormatsConfig {
    @AttributeDefinition(
            description = "How long a format may take to open a book or to give a page of text, in seconds")
    int callLimitInSeconds() default 30;
}
