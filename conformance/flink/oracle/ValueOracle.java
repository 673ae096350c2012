import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {type, conf | yaml | legacy}: + ok, what an option `k` of this type reads from single options or from the text of a file. */
public final class ValueOracle {
    public enum Plain { AUTO, FIXED_DELAY, NONE }

    public enum Described {
        AUTO("auto"), FIXED_DELAY("fixed-delay"), NONE("none");

        private final String text;

        Described(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private ValueOracle() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("conf");
        Lines.run((question, answer) -> answer.put("ok", show(Flink.get(configuration(question, folder), option((String) question.get("type"))))));
    }

    private static Object configuration(Map<String, Object> question, Path folder) throws Throwable {
        if (question.get("legacy") != null) return Flink.load(folder, "flink-conf.yaml", (String) question.get("legacy"));
        if (question.get("yaml") != null) return Flink.load(folder, "config.yaml", (String) question.get("yaml"));
        standardYaml();
        return Flink.configuration((Map<?, ?>) question.get("conf"));
    }

    /** A file read before may have left the older dialect behind. */
    private static void standardYaml() throws Exception {
        try {
            Field field = Flink.type("configuration.GlobalConfiguration").getDeclaredField("standardYaml");
            field.setAccessible(true);
            field.setBoolean(null, true);
        } catch (NoSuchFieldException e) {
            // Releases with one dialect need no switch.
        }
    }

    private static Object option(String type) throws Throwable {
        boolean isList = type.startsWith("list<");
        Object typed = typed(Flink.option("k"), isList ? type.substring("list<".length(), type.length() - 1) : type);
        return Flink.call(isList ? Flink.call(typed, "asList") : typed, "noDefaultValue");
    }

    private static Object typed(Object option, String type) throws Throwable {
        switch (type) {
            case "enum": return Flink.call(option, "enumType", Plain.class);
            case "enumDescribed": return Flink.call(option, "enumType", Described.class);
            default: return Flink.call(option, type + "Type");
        }
    }

    private static Object show(Object value) throws Throwable {
        if (value instanceof Collection) {
            List<Object> list = new ArrayList<>();
            for (Object item : (Collection<?>) value) list.add(show(item));
            return list;
        }
        if (value instanceof Map) {
            Map<String, Object> map = new TreeMap<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) map.put(String.valueOf(entry.getKey()), show(entry.getValue()));
            return map;
        }
        if (value instanceof Enum) return ((Enum<?>) value).name();
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) return value;
        return value.getClass().getSimpleName().equals("MemorySize") ? Flink.call(value, "getBytes") : value.toString();
    }
}
