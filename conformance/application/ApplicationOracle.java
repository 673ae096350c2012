import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {file, text, args}: + ok, what Flink's entry point of standalone applications makes of arguments and of the text of a file. */
public final class ApplicationOracle {
    private static final String ENTRY_POINT = "container.entrypoint.StandaloneApplicationCluster";

    private ApplicationOracle() {}

    public static void main(String[] arguments) throws Exception {
        // Flink prints its usage when it refuses, and logs.
        System.setOut(System.err);
        Path folder = Files.createTempDirectory("conf");
        Lines.run((question, answer) -> answer.put("ok", started(question, folder)));
    }

    private static Map<String, Object> started(Map<String, Object> question, Path folder) throws Throwable {
        Files.deleteIfExists(folder.resolve("flink-conf.yaml"));
        Files.deleteIfExists(folder.resolve("config.yaml"));
        Files.write(folder.resolve((String) question.get("file")), ((String) question.get("text")).getBytes(StandardCharsets.UTF_8));
        // As bin/standalone-job.sh does it.
        List<String> arguments = new ArrayList<>(Arrays.asList("--configDir", folder.toString()));
        for (Object argument : (List<?>) question.get("args")) arguments.add((String) argument);
        String[] array = arguments.toArray(new String[0]);
        Object parsed = parse(array);
        Object configuration = Flink.call(Flink.type(ENTRY_POINT + "EntryPoint"), "loadConfigurationFromClusterConfig", parsed);
        Object sized = sized(array);
        Map<String, Object> started = new LinkedHashMap<>();
        started.put("entryClass", Flink.call(parsed, "getJobClassName"));
        started.put("memory", Flink.call(sized, "toMap"));
        started.put("jars", Flink.method(parsed.getClass(), "getJars", 0) == null ? null : list(Flink.call(parsed, "getJars")));
        started.put("args", list(Flink.call(parsed, "getArgs")));
        started.put("configuration", new TreeMap<>((Map<?, ?>) Flink.call(configuration, "toMap")));
        return started;
    }

    private static Object parse(String[] arguments) throws Throwable {
        Constructor<?> factory = Flink.type(ENTRY_POINT + "ConfigurationParserFactory").getDeclaredConstructor();
        factory.setAccessible(true);
        Object parser = Flink.type("runtime.entrypoint.parser.CommandLineParser").getConstructors()[0].newInstance(factory.newInstance());
        Method parse = Flink.method(parser.getClass(), "parse", 1);
        return Flink.invoke(parse, parser, (Object) arguments);
    }

    /** The configuration by which the start script sizes memory; what prints it is in a jar of the scripts, which no package of all releases has. */
    private static Object sized(String[] arguments) throws Throwable {
        Object options = Flink.call(Flink.type("runtime.entrypoint.ClusterConfigurationParserFactory"), "options");
        Class<?> loader = Flink.type("runtime.util.bash.FlinkConfigLoader");
        Method filter = Flink.method(loader, "filterCmdArgs", 2);
        Object picked = filter == null ? Flink.call(loader, "filterCmdArgs", (Object) arguments) : Flink.invoke(filter, null, arguments, options);
        return Flink.call(Flink.type("runtime.util.ConfigurationParserUtils"), "loadCommonConfiguration", picked, "standalone-job.sh");
    }

    private static List<Object> list(Object array) {
        if (array == null) return null;
        List<Object> list = new ArrayList<>();
        for (int at = 0; at < Array.getLength(array); at++) list.add(Array.get(array, at));
        return list;
    }
}
