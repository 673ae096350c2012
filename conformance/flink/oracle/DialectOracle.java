import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {dialect: "legacy" | "yaml", text}: + map, what options of type string read from a configuration file with this text. */
public final class DialectOracle {
    private DialectOracle() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("conf");
        Lines.run((question, answer) -> {
            String fileName = "legacy".equals(question.get("dialect")) ? "flink-conf.yaml" : "config.yaml";
            answer.put("map", options(Flink.load(folder, fileName, (String) question.get("text"))));
        });
    }

    private static Map<String, Object> options(Object configuration) throws Throwable {
        Map<String, Object> options = new TreeMap<>();
        for (Object key : new TreeSet<>((Set<?>) Flink.call(configuration, "keySet"))) {
            Object option = Flink.call(Flink.call(Flink.option((String) key), "stringType"), "noDefaultValue");
            options.put((String) key, Flink.get(configuration, option));
        }
        return options;
    }
}
