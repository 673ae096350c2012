import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flink by reflection: one compiled program runs against every release. */
final class Flink {
    static final String FLINK = "org.apache.flink.";
    private static final int LONGEST_CHAIN = 6;

    private Flink() {}

    static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(FLINK + name);
    }

    /** A method by its name and number of parameters, public or not; null where this release has none. */
    static Method method(Class<?> type, String name, int parameters) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        return null;
    }

    /** Calls a method of an object, or a static one of a class. */
    static Object call(Object target, String name, Object... arguments) throws Throwable {
        boolean isStatic = target instanceof Class;
        Class<?> type = isStatic ? (Class<?>) target : target.getClass();
        Method method = method(type, name, arguments.length);
        if (method == null) throw new NoSuchMethodException(type + "." + name);
        return invoke(method, isStatic ? null : target, arguments);
    }

    static Object invoke(Method method, Object target, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Object constant(String type, String name) throws Exception {
        Field field = type(type).getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }

    /** A configuration whose options were set one by one, as `-D` arguments are. */
    static Object configuration(Map<?, ?> options) throws Throwable {
        Object configuration = type("configuration.Configuration").getConstructor().newInstance();
        Method set = configuration.getClass().getMethod("setString", String.class, String.class);
        for (Map.Entry<?, ?> option : options.entrySet()) invoke(set, configuration, option.getKey(), option.getValue());
        return configuration;
    }

    /** A configuration read from a file of this name. */
    static Object load(Path folder, String fileName, String text) throws Throwable {
        Files.deleteIfExists(folder.resolve("flink-conf.yaml"));
        Files.deleteIfExists(folder.resolve("config.yaml"));
        Files.write(folder.resolve(fileName), text.getBytes(StandardCharsets.UTF_8));
        Method load = type("configuration.GlobalConfiguration").getMethod("loadConfiguration", String.class);
        return invoke(load, null, folder.toString());
    }

    /** What an option reads; null where it is not set. */
    static Object get(Object configuration, Object option) throws Throwable {
        return invoke(configuration.getClass().getMethod("get", type("configuration.ConfigOption")), configuration, option);
    }

    /** The start of an option's declaration. */
    static Object option(String key) throws Throwable {
        return call(type("configuration.ConfigOptions"), "key", key);
    }

    /** Class and message of an exception and its causes, outermost first. */
    static List<Object> chain(Throwable thrown) {
        List<Object> chain = new ArrayList<>();
        for (Throwable at = thrown; at != null && chain.size() < LONGEST_CHAIN; at = at.getCause()) {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("c", at.getClass().getSimpleName());
            link.put("m", at.getMessage());
            chain.add(link);
        }
        return chain;
    }
}
