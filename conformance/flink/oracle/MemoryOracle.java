import java.util.LinkedHashMap;
import java.util.Map;

/** {role: "jm" | "tm", conf}: + ok, the process that Flink derives: its sizes in bytes, JVM arguments, options of the start script. */
public final class MemoryOracle {
    private static final String JOB_MANAGER = "runtime.jobmanager.JobManagerProcessUtils";
    private static final String TASK_MANAGER = "runtime.clusterframework.TaskExecutorProcessUtils";
    private static final String PROCESS = "runtime.util.config.memory.ProcessMemoryUtils";

    private MemoryOracle() {}

    public static void main(String[] arguments) throws Exception {
        Lines.run((question, answer) -> {
            Object configuration = Flink.configuration((Map<?, ?>) question.get("conf"));
            answer.put("ok", "jm".equals(question.get("role")) ? jobManager(configuration) : taskManager(configuration));
        });
    }

    private static Map<String, Object> jobManager(Object configuration) throws Throwable {
        Class<?> utils = Flink.type(JOB_MANAGER);
        // Up to 1.20 the start script reads the heap sizes of older releases, too.
        String legacy = "processSpecFromConfigWithNewOptionToInterpretLegacyHeap";
        Object spec = Flink.method(utils, legacy, 2) == null
            ? Flink.call(utils, "processSpecFromConfig", configuration)
            : Flink.call(utils, legacy, configuration, Flink.constant("configuration.JobManagerOptions", "JVM_HEAP_MEMORY"));
        Map<String, Object> process = totals(spec);
        process.put("heap", bytes(spec, "getJvmHeapMemorySize"));
        process.put("offHeap", bytes(spec, "getJvmDirectMemorySize"));
        jvm(process, spec);
        process.put("jvm", ((String) Flink.call(utils, "generateJvmParametersStr", spec, configuration)).trim());
        if (Flink.method(utils, "generateDynamicConfigsStr", 1) != null) {
            process.put("dyn", ((String) Flink.call(utils, "generateDynamicConfigsStr", spec)).trim());
        }
        return process;
    }

    private static Map<String, Object> taskManager(Object given) throws Throwable {
        Class<?> utils = Flink.type(TASK_MANAGER);
        String legacy = "getConfigurationMapLegacyTaskManagerHeapSizeToConfigOption";
        Object configuration = Flink.method(utils, legacy, 2) == null
            ? given
            : Flink.call(utils, legacy, given, Flink.constant("configuration.TaskManagerOptions", "TOTAL_FLINK_MEMORY"));
        Object spec = Flink.call(utils, "processSpecFromConfig", configuration);
        Map<String, Object> process = totals(spec);
        process.put("frameworkHeap", bytes(spec, "getFrameworkHeapSize"));
        process.put("frameworkOffHeap", bytes(spec, "getFrameworkOffHeapMemorySize"));
        process.put("taskHeap", bytes(spec, "getTaskHeapSize"));
        process.put("taskOffHeap", bytes(spec, "getTaskOffHeapSize"));
        process.put("network", bytes(spec, "getNetworkMemSize"));
        process.put("managed", bytes(spec, "getManagedMemorySize"));
        jvm(process, spec);
        process.put("cpu", Flink.call(Flink.call(spec, "getCpuCores"), "getValue").toString());
        if (Flink.method(spec.getClass(), "getNumSlots", 0) != null) process.put("slots", Flink.call(spec, "getNumSlots"));
        process.put("jvm", ((String) Flink.call(Flink.type(PROCESS), "generateJvmParametersStr", spec)).trim());
        process.put("dyn", ((String) Flink.call(utils, "generateDynamicConfigsStr", spec)).trim());
        return process;
    }

    private static Map<String, Object> totals(Object spec) throws Throwable {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("process", bytes(spec, "getTotalProcessMemorySize"));
        process.put("flink", bytes(spec, "getTotalFlinkMemorySize"));
        return process;
    }

    private static void jvm(Map<String, Object> process, Object spec) throws Throwable {
        process.put("metaspace", bytes(spec, "getJvmMetaspaceSize"));
        process.put("overhead", bytes(spec, "getJvmOverheadSize"));
    }

    private static Object bytes(Object spec, String getter) throws Throwable {
        return Flink.call(Flink.call(spec, getter), "getBytes");
    }
}
