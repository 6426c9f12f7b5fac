package netreader.shell.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** conf/netreader.shell.cfg. */
@ObjectClassDefinition(name = "NetReader shell", description = "Where the administration shell answers")
public @interface ShellConfig {
    @AttributeDefinition(description = "Path of the Unix domain socket, in a folder that is the server's own")
    String socket();
}
