package netreader.shell;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Commands of the shell on one subject. A bundle registers them as a service; they come and go with it. */
@ConsumerType
public interface Commands {
    /** Always the same ones. */
    List<Command> commands();
}
