package netreader.transport.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

/** A configuration in which one setting has another value. */
final class EditedConfig {
    private EditedConfig() {}

    static List<String> names() {
        return Arrays.stream(TransportConfig.class.getDeclaredMethods())
                .map(Method::getName)
                .sorted()
                .toList();
    }

    /** @throws IllegalArgumentException with a sentence if there is no such setting */
    static Object value(TransportConfig config, String name) {
        try {
            return setting(name).invoke(config);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A setting cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException with a sentence if there is no such setting, or if the value is no number */
    static TransportConfig of(TransportConfig base, String name, String text) {
        Method setting = setting(name);
        Object value = parsed(setting, text);
        InvocationHandler handler =
                (proxy, method, arguments) -> method.equals(setting) ? value : method.invoke(base, arguments);
        return (TransportConfig) Proxy.newProxyInstance(
                TransportConfig.class.getClassLoader(), new Class<?>[] {TransportConfig.class}, handler);
    }

    private static Method setting(String name) {
        try {
            return TransportConfig.class.getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "There is no setting " + name + "; there are " + String.join(", ", names()), e);
        }
    }

    private static Object parsed(Method setting, String text) {
        try {
            if (setting.getReturnType() == int.class) {
                return Integer.valueOf(text);
            }
            return setting.getReturnType() == long.class ? Long.valueOf(text) : text;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(setting.getName() + " is a whole number, not " + text, e);
        }
    }
}
