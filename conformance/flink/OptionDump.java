import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Prints every option that the classes of the given jars declare, one JSON object a line. The jars must be on the class path, too.
 *
 * <p>Flink is reached by reflection only, so that this one text works with every release.
 */
public final class OptionDump {
  private static final String OPTION = "org.apache.flink.configuration.ConfigOption";
  private static final String DESCRIPTOR = "L" + OPTION.replace('.', '/') + ";";

  public static void main(String[] jars) throws IOException {
    PrintStream out = System.out;
    // What a class prints while it is initialised is no row.
    System.setOut(System.err);
    for (String name : classesWithOptions(jars)) {
      try {
        dump(Class.forName(name, false, OptionDump.class.getClassLoader()), out);
      } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
        out.println(json(Map.of("failed", name, "why", String.valueOf(rootOf(e)))));
      }
    }
  }

  /** Names of the classes whose constant pool mentions ConfigOption as the type of a field, or that hold constants. */
  private static Collection<String> classesWithOptions(String[] jars) throws IOException {
    Collection<String> names = new TreeSet<>();
    for (String jar : jars) {
      try (JarFile file = new JarFile(jar)) {
        for (JarEntry entry : Collections.list(file.entries())) {
          String name = entry.getName();
          if (!name.startsWith("org/apache/flink/") || !name.endsWith(".class") || name.contains("/shaded/")) {
            continue;
          }
          try (InputStream in = file.getInputStream(entry)) {
            if (new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(DESCRIPTOR)) {
              names.add(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
            }
          }
        }
      }
    }
    return names;
  }

  private static void dump(Class<?> owner, PrintStream out) throws ReflectiveOperationException {
    for (Field field : owner.getDeclaredFields()) {
      if (!field.getType().getName().equals(OPTION)) {
        continue;
      }
      boolean isStatic = Modifier.isStatic(field.getModifiers());
      // The options of a Scala object are fields of its only instance.
      if (!isStatic && !owner.getName().endsWith("$")) {
        continue;
      }
      field.setAccessible(true);
      Object option = field.get(isStatic ? null : read(owner, null, "MODULE$"));
      if (option != null) {
        out.println(json(describe(owner, field, option)));
      }
    }
  }

  private static Map<String, Object> describe(Class<?> owner, Field field, Object option) throws ReflectiveOperationException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("key", call(option, "key"));
    row.put("class", owner.getName().replace("org.apache.flink.", "") + "#" + field.getName());
    Object standard = read(option.getClass(), option, "defaultValue");
    Class<?> atom = atomOf(option, standard);
    boolean isList = isList(option);
    String type = atom.isEnum() ? "Enum" : Map.class.isAssignableFrom(atom) ? "Map" : atom.getSimpleName();
    row.put("type", isList ? "List<" + type + ">" : type);
    if (atom.isEnum()) {
      List<Object> constants = new ArrayList<>();
      for (Object constant : atom.getEnumConstants()) {
        constants.add(constant.toString());
      }
      row.put("constants", constants);
    }
    if (standard != null) {
      row.put("default", text(standard));
    }
    aliases(option, row);
    row.put("deprecated", field.isAnnotationPresent(Deprecated.class));
    row.put("deprecatedClass", owner.isAnnotationPresent(Deprecated.class));
    row.put("isPublic", Modifier.isPublic(field.getModifiers()) && Modifier.isPublic(owner.getModifiers()));
    for (Annotation annotation : field.getAnnotations()) {
      switch (annotation.annotationType().getSimpleName()) {
        case "SuffixOption" -> row.put("section", call(annotation, "value"));
        case "Section" -> row.put("documented", List.of((String[]) call(annotation, "value")));
        case "ExcludeFromDocumentation" -> row.put("undocumented", true);
        default -> { }
      }
    }
    return row;
  }

  /** The type of one value: of the item where the option is a list. Flink 1.11 leaves it open where the option was made without a type. */
  private static Class<?> atomOf(Object option, Object standard) throws ReflectiveOperationException {
    Class<?> type = (Class<?>) read(option.getClass(), option, "clazz");
    if (type == Object.class) {
      type = standard == null ? Object.class : standard.getClass();
    }
    // A constant with a body of its own is of an anonymous class.
    return type.isAnonymousClass() && type.getSuperclass().isEnum() ? type.getSuperclass() : type;
  }

  private static boolean isList(Object option) throws ReflectiveOperationException {
    return (Boolean) read(option.getClass(), option, "isList");
  }

  private static void aliases(Object option, Map<String, Object> row) throws ReflectiveOperationException {
    List<Object> fallback = new ArrayList<>();
    List<Object> deprecated = new ArrayList<>();
    for (Object alias : (Iterable<?>) call(option, "fallbackKeys")) {
      ((Boolean) call(alias, "isDeprecated") ? deprecated : fallback).add(call(alias, "getKey"));
    }
    if (!fallback.isEmpty()) {
      row.put("fallbackKeys", fallback);
    }
    if (!deprecated.isEmpty()) {
      row.put("deprecatedKeys", deprecated);
    }
  }

  /** One spelling for all releases, readable by all of them; Flink's own printing of durations, lists and maps has changed. */
  private static String text(Object value) {
    if (value instanceof Duration) {
      return duration((Duration) value);
    }
    if (value instanceof Collection) {
      return ((Collection<?>) value).stream().map(item -> quoted(text(item), ";")).collect(Collectors.joining(";"));
    }
    if (value instanceof Map) {
      Function<Map.Entry<?, ?>, String> pair = entry -> quoted(text(entry.getKey()) + ":" + quoted(text(entry.getValue()), ":"), ",");
      return ((Map<?, ?>) value).entrySet().stream().map(pair).collect(Collectors.joining(","));
    }
    return value.toString();
  }

  private static String duration(Duration value) {
    Object[][] units = {{86_400_000_000_000L, "d"}, {3_600_000_000_000L, "h"}, {60_000_000_000L, "min"}, {1_000_000_000L, "s"},
        {1_000_000L, "ms"}, {1_000L, "micros"}, {1L, "ns"}};
    if (value.isZero()) {
      return "0 ms";
    }
    if (value.getSeconds() > Long.MAX_VALUE / 1_000_000_000L) {
      return value.toMillis() + " ms";
    }
    long nanos = value.toNanos();
    for (Object[] unit : units) {
      if (nanos % (Long) unit[0] == 0) {
        return nanos / (Long) unit[0] + " " + unit[1];
      }
    }
    throw new AssertionError(value);
  }

  private static String quoted(String text, String separator) {
    return text.contains(separator) ? "'" + text.replace("'", "''") + "'" : text;
  }

  private static Object read(Class<?> owner, Object object, String name) throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }

  private static Object call(Object object, String name) throws ReflectiveOperationException {
    Method method = object.getClass().getMethod(name);
    method.setAccessible(true);
    return method.invoke(object);
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String json(Object value) {
    if (value instanceof Map) {
      return ((Map<?, ?>) value).entrySet().stream()
          .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue())).collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Collection) {
      return ((Collection<?>) value).stream().map(OptionDump::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toString().toCharArray()) {
      out.append(c == '"' || c == '\\' ? "\\" + c : c < 0x20 || c > 0x7e ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return out.append('"').toString();
  }

  private OptionDump() { }
}
