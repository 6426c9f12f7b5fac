package netreader.launcher;

import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** SCR prints what it has to say to standard output, unless there is such a service: then it goes to the log. */
final class ComponentLog {
    private static final System.Logger LOG = System.getLogger("netreader.launcher.scr");

    private ComponentLog() {}

    /** @param ours of a bundle that is not part of NetReader, it is said elsewhere why it does not work */
    static LoggerFactory factory(Predicate<Bundle> ours) {
        return (LoggerFactory) Proxy.newProxyInstance(
                ComponentLog.class.getClassLoader(),
                new Class<?>[] {LoggerFactory.class},
                (self, method, arguments) -> {
                    if (!method.getName().equals("getLogger")) {
                        return ofObject(self, method.getName(), arguments);
                    }
                    boolean foreign = Arrays.stream(arguments)
                            .anyMatch(argument -> argument instanceof Bundle bundle && !ours.test(bundle));
                    return logger(foreign ? Level.DEBUG : Level.WARNING);
                });
    }

    private static Logger logger(Level level) {
        return (Logger) Proxy.newProxyInstance(
                ComponentLog.class.getClassLoader(),
                new Class<?>[] {org.osgi.service.log.FormatterLogger.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "isErrorEnabled" -> true;
                    case "isWarnEnabled", "isInfoEnabled", "isDebugEnabled", "isTraceEnabled" -> false;
                    case "error" -> {
                        Throwable cause =
                                arguments.length > 1 && arguments[1] instanceof Throwable thrown ? thrown : null;
                        LOG.log(level, String.valueOf(arguments[0]), cause);
                        yield null;
                    }
                    default -> ofObject(self, method.getName(), arguments);
                });
    }

    private static Object ofObject(Object self, String method, Object... arguments) {
        return switch (method) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "toString", "getName" -> LOG.getName();
            default -> null; // levels that are off
        };
    }
}
