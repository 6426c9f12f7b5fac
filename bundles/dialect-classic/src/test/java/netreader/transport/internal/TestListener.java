package netreader.transport.internal;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import netreader.transport.Dialect;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The real listener on a free port, for tests of other bundles. */
public final class TestListener implements AutoCloseable {
    private final AtomicReference<Object> registered = new AtomicReference<>();
    private final TcpListener listener;

    /** @param values what differs from the defaults of {@link TransportConfig} */
    public TestListener(Map<String, Object> values, Dialect dialect) {
        this.listener = new TcpListener(context(), config(values));
        listener.addDialect(dialect, Map.of());
    }

    public int port() {
        return ((InetSocketAddress) registered.get()).getPort();
    }

    public List<?> sessions() {
        return listener.sessions();
    }

    private BundleContext context() {
        return (BundleContext) proxy(BundleContext.class, (method, words) -> {
            registered.set(words[1]);
            return proxy(ServiceRegistration.class, (unregister, none) -> null);
        });
    }

    private static TransportConfig config(Map<String, Object> values) {
        return (TransportConfig) proxy(TransportConfig.class, (method, words) -> {
            if (method.getDeclaringClass() == Annotation.class) {
                return null;
            }
            Object fallback = method.getName().equals("port") ? 0 : method.getDefaultValue();
            return values.getOrDefault(method.getName(), fallback);
        });
    }

    private interface Call {
        Object answer(java.lang.reflect.Method method, Object[] words);
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(
                TestListener.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, words) -> call.answer(method, words));
    }

    @Override
    public void close() throws IOException {
        listener.stop();
    }
}
