package netreader.launcher;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** What a reader does with a book, by reflection: the classes of the SPI are those of a bundle. */
record Reading(ClassLoader api) {
    /** A call for {@code OpenBook.read}. */
    Object call() throws ClassNotFoundException {
        Class<?> type = api.loadClass("netreader.format.registry.OpenBook$Call");
        return Proxy.newProxyInstance(api, new Class<?>[] {type}, (self, method, arguments) -> read(arguments[0]));
    }

    private Object read(Object book) throws Throwable {
        try {
            Class<?> type = api.loadClass("netreader.format.Book");
            Class<?> work = api.loadClass("netreader.format.Work");
            Object uncancelled = work.getField("UNCANCELLED").get(null);
            int pages = (int) type.getMethod("pageCount").invoke(book);
            type.getMethod("metadata").invoke(book);
            type.getMethod("pageText", int.class).invoke(book, 0);
            type.getMethod("outline", work).invoke(book, uncancelled);
            type.getMethod("cover", int.class, work).invoke(book, 200, uncancelled);
            Class<?> painted = api.loadClass("netreader.format.PaintedBook");
            if (painted.isInstance(book)) {
                BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
                Object[] arguments = {0, 0.5, new Rectangle(300, 300), image, uncancelled};
                Arrays.stream(painted.getMethods())
                        .filter(method -> method.getName().equals("render"))
                        .findFirst()
                        .orElseThrow()
                        .invoke(book, arguments);
            }
            return pages;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
