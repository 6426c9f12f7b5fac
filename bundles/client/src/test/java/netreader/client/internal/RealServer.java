package netreader.client.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.catalogue.Catalogue;
import netreader.server.FramedDialect;
import netreader.transport.internal.TcpListener;
import netreader.transport.internal.TransportConfig;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/** The server's own listener and dialect over a catalogue, put together as declarative services would; can restart. */
public final class RealServer implements AutoCloseable {
    private final Catalogue catalogue;
    private final Map<String, Object> settings;
    private FramedDialect dialect;
    private TcpListener listener;
    private int port;

    /** @param settings of conf/netreader.transport.cfg */
    RealServer(Catalogue catalogue, Map<String, Object> settings) throws Exception {
        this.catalogue = catalogue;
        this.settings = new HashMap<>(Map.of("port", 0, "stopTimeoutInMillis", 300));
        this.settings.putAll(settings);
        start();
    }

    void start() throws Exception {
        settings.put("port", port);
        dialect = new FramedDialect(context(), catalogue);
        listener = new TcpListener(context(), proxy(TransportConfig.class, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Annotation.class) {
                return null;
            }
            return settings.getOrDefault(method.getName(), method.getDefaultValue());
        }));
        call(listener, "addDialect", dialect, Map.of());
    }

    int port() {
        return port;
    }

    List<?> sessions() throws Exception {
        return (List<?>) call(listener, "sessions");
    }

    void stop() throws Exception {
        call(listener, "stop");
        call(dialect, "stop");
    }

    @Override
    public void close() throws Exception {
        stop();
    }

    /** Knows its bundle's version, and takes the listener's address. */
    private BundleContext context() {
        return proxy(BundleContext.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getBundle")) {
                return proxy(Bundle.class, (bundle, getVersion, none) -> Version.parseVersion("1.0.0"));
            }
            if (arguments[1] instanceof InetSocketAddress address) {
                port = address.getPort();
            } else {
                throw (Exception) arguments[1];
            }
            return proxy(ServiceRegistration.class, (registration, unregister, none) -> null);
        });
    }

    /** As declarative services call what is not public. */
    public static Object call(Object component, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(component.getClass().getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return method.invoke(component, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception known ? known : e;
        }
    }

    /** A configuration with some values, the others at their defaults. */
    static <T> T configuration(Class<T> type, Map<String, Object> values) {
        return proxy(
                type, (self, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    public static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RealServer.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
