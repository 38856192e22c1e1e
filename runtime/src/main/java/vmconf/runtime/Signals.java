package vmconf.runtime;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;

/// What signals mean to the daemon. The JDK has nothing but `sun.misc.Signal` for it, and its
/// compiler lets nobody name that without a warning; so this alone looks it up by reflection.
final class Signals {
    private static final int SIGNALLED = 128;
    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

    private Signals() {}

    /// Turns SIGHUP, SIGINT and SIGTERM into orders, from now on.
    ///
    /// @param termStops whether SIGTERM stops the guests; SIGINT always does
    static void deliver(boolean termStops, Consumer<Order> orders) throws StartupException {
        on("HUP", orders, new Order.Reload());
        on("INT", orders, new Order.End(true, status("INT")));
        on("TERM", orders, new Order.End(termStops, status("TERM")));
    }

    private static int status(String name) {
        return SIGNALLED + NUMBERS.getOrDefault(name, 0);
    }

    private static void on(String name, Consumer<Order> orders, Order order)
            throws StartupException {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object receiver =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (_, method, _) -> {
                                if (method.getName().equals("handle")) {
                                    orders.accept(order);
                                }
                                return null;
                            });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new StartupException("vmd: cannot receive SIG%s: %s".formatted(name, e));
        }
    }
}
