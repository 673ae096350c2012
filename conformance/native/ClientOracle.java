import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.client.deployment.ClusterClientFactory;
import org.apache.flink.client.deployment.ClusterClientServiceLoader;
import org.apache.flink.client.deployment.ClusterSpecification;
import org.apache.flink.client.deployment.DefaultClusterClientServiceLoader;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.kubernetes.KubernetesClusterClientFactory;
import org.apache.flink.kubernetes.KubernetesClusterDescriptor;
import org.apache.flink.kubernetes.cli.KubernetesSessionCli;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Reads cases (JSON lines) on stdin, lets Flink's own client deploy each of them against an in-process
 * Kubernetes API stub, and prints what Flink sent. See README.md for the formats.
 *
 * <p>Runs inside a private mount namespace (run.sh), where the fixed paths below are scratch space.
 */
public class ClientOracle {
    static final ObjectMapper M = new ObjectMapper();
    static final String CLIENT = "/opt/client";
    static final String CLIENT_CONF = CLIENT + "/conf";
    static final String TEMPLATES = CLIENT + "/pod-templates";
    static final String POD_IP = "10.244.0.10";
    static final String DEPLOYMENT_UID = "00000000-0000-4000-8000-000000000001";
    static final ApiStub API = new ApiStub();
    static final ExecutorService WORKER = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "case");
        t.setDaemon(true);
        return t;
    });

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        API.start();
        System.setProperty("kubernetes.master", API.url());
        System.setProperty("kubernetes.auth.tryKubeConfig", "false");
        System.setProperty("kubernetes.auth.tryServiceAccount", "false");
        System.setProperty("kubernetes.tryNamespacePath", "false");
        System.setProperty("kubernetes.request.retry.backoffLimit", "0");
        String version = args[0];
        boolean timing = System.getenv("ORACLE_TIMING") != null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            if (line.trim().isEmpty()) {
                continue;
            }
            ObjectNode c = (ObjectNode) M.readTree(line);
            long t0 = System.nanoTime();
            ObjectNode res = M.createObjectNode();
            res.put("id", c.path("id").asText());
            res.put("flinkVersion", version);
            if (c.has("flinkVersion") && !c.get("flinkVersion").asText().equals(version)) {
                throw new IllegalArgumentException(c.get("id") + " is for " + c.get("flinkVersion"));
            }
            runCase(c, res, version);
            if (timing) {
                System.err.println(c.path("id").asText() + " " + (System.nanoTime() - t0) / 1_000_000 + " ms");
            }
            out.write((M.writeValueAsString(res) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    // ------------------------------------------------------------------ one case

    static void runCase(ObjectNode c, ObjectNode res, String version) throws Exception {
        wipe();
        API.reset();
        Map<String, String> conf = stringMap(c.path("configuration"));
        Files.createDirectories(Path.of(CLIENT_CONF));
        Map<String, JsonNode> confDir = nodeMap(c.path("confDir"));
        String confFile = flinkConfFileName(version);
        if (!confDir.containsKey("flink-conf.yaml") && !confDir.containsKey("config.yaml")) {
            write(CLIENT_CONF + "/" + confFile, new byte[0]);
        }
        for (Map.Entry<String, JsonNode> e : confDir.entrySet()) {
            write(CLIENT_CONF + "/" + e.getKey(), content(e.getValue()));
        }
        for (Map.Entry<String, JsonNode> e : nodeMap(c.path("files")).entrySet()) {
            if (!e.getKey().startsWith(CLIENT + "/")) {
                throw new IllegalArgumentException("files must lie under " + CLIENT + ": " + e.getKey());
            }
            write(e.getKey(), content(e.getValue()));
        }
        for (Map.Entry<String, JsonNode> e : nodeMap(c.path("podTemplates")).entrySet()) {
            String file = TEMPLATES + "/" + e.getKey() + ".yaml";
            byte[] text = e.getValue().isTextual()
                    ? e.getValue().asText().getBytes(StandardCharsets.UTF_8)
                    : M.writeValueAsBytes(e.getValue());
            write(file, text);
            String key = "kubernetes.pod-template-file";
            if (e.getKey().equals("common")) {
                key += atLeast(version, 1, 17) ? ".default" : "";
            } else {
                key += "." + e.getKey();
            }
            conf.putIfAbsent(key, file);
        }
        Map<String, String> env = new LinkedHashMap<>(stringMap(c.path("env")));
        env.put("FLINK_CONF_DIR", CLIENT_CONF);
        setEnv(env);

        Capture cap = new Capture();
        boolean cli = !"descriptor".equals(c.path("via").asText("cli"));
        String phase = "deploy";
        try {
            inFreshThread(() -> {
                if (cli) {
                    deployViaCli(c, conf, cap);
                } else {
                    deployViaDescriptor(c, conf, cap);
                }
                return null;
            });
        } catch (Throwable t) {
            res.set("error", error(t));
        }
        if (cap.config != null) {
            TreeMap<String, String> eff = new TreeMap<>(toMap(cap.config));
            res.set("effectiveConfiguration", M.valueToTree(eff));
        }
        if (cap.spec != null) {
            ObjectNode s = res.putObject("clusterSpecification");
            s.put("masterMemoryMB", cap.spec.getMasterMemoryMB());
            s.put("taskManagerMemoryMB", cap.spec.getTaskManagerMemoryMB());
            s.put("slotsPerTaskManager", cap.spec.getSlotsPerTaskManager());
        }
        JsonNode deployment = null;
        ArrayNode accompanying = M.createArrayNode();
        ArrayNode requests = M.createArrayNode();
        for (ApiStub.Write w : API.drain()) {
            requests.add(w.method + " " + w.path);
            if (w.body == null) {
                continue;
            }
            if ("Deployment".equals(w.body.path("kind").asText())) {
                deployment = w.body;
            } else {
                accompanying.add(w.body);
            }
        }
        if (deployment != null) {
            ObjectNode jm = res.putObject("jobManager");
            jm.set("deployment", deployment);
            jm.set("accompanyingResources", accompanying);
        }
        res.set("requests", requests);
        if (deployment != null && res.has("error")) {
            // Everything was created; only the client's look at the running cluster failed (DNS names, mostly in 1.11).
            res.set("afterDeployError", res.remove("error"));
        }
        if (deployment != null && !res.has("error") && atLeast(version, 1, 12)) {
            JsonNode dep = deployment;
            try {
                inFreshThread(() -> {
                    taskManagerPod(dep, accompanying, env, cap, version);
                    return null;
                });
                for (ApiStub.Write w : API.drain()) {
                    if (w.body != null && "Pod".equals(w.body.path("kind").asText())) {
                        res.set("taskManagerPod", w.body);
                    }
                }
            } catch (Throwable t) {
                res.set("taskManagerError", error(t));
            }
        }
    }

    static void deployViaCli(ObjectNode c, Map<String, String> conf, Capture cap) throws Exception {
        Configuration base = GlobalConfiguration.loadConfiguration(CLIENT_CONF);
        ClusterClientServiceLoader loader = capturing(cap);
        List<String> args = new ArrayList<>();
        boolean session = "kubernetes-session".equals(c.path("target").asText());
        JsonNode app = c.path("application");
        if (!session) {
            args.add("-t");
            args.add("kubernetes-application");
            if (app.has("parallelism")) {
                args.add("-p");
                args.add(app.get("parallelism").asText());
            }
            if (app.has("savepoint")) {
                args.add("-s");
                args.add(app.get("savepoint").asText());
            }
            if (app.path("allowNonRestoredState").asBoolean()) {
                args.add("-n");
            }
            if (app.has("claimMode")) {
                args.add("-" + (app.has("claimModeFlag") ? app.get("claimModeFlag").asText() : "restoreMode"));
                args.add(app.get("claimMode").asText());
            }
            if (app.path("detached").asBoolean()) {
                args.add("-d");
            }
            for (JsonNode cp : app.path("classpaths")) {
                args.add("-C");
                args.add(cp.asText());
            }
            if (app.has("mainClass")) {
                args.add("-c");
                args.add(app.get("mainClass").asText());
            }
        }
        for (Map.Entry<String, String> e : conf.entrySet()) {
            args.add("-D" + e.getKey() + "=" + e.getValue());
        }
        if (!session) {
            if (app.has("jar")) {
                args.add(app.get("jar").asText());
            }
            for (JsonNode a : app.path("args")) {
                args.add(a.asText());
            }
        }
        String[] argv = args.toArray(new String[0]);
        if (session) {
            KubernetesSessionCli cli = new KubernetesSessionCli(base, loader, CLIENT_CONF);
            invoke(KubernetesSessionCli.class, cli, "run", (Object) argv);
        } else {
            CliFrontend cli = new CliFrontend(base, loader, CliFrontend.loadCustomCommandLines(base, CLIENT_CONF));
            String method = findMethod(CliFrontend.class, "runApplication") != null ? "runApplication" : "run";
            invoke(CliFrontend.class, cli, method, (Object) argv);
        }
    }

    static void deployViaDescriptor(ObjectNode c, Map<String, String> conf, Capture cap) throws Exception {
        GlobalConfiguration.loadConfiguration(CLIENT_CONF); // 1.19 and 1.20 remember the dialect of the last file read
        Configuration config = new Configuration();
        conf.forEach(config::setString);
        boolean session = "kubernetes-session".equals(c.path("target").asText());
        JsonNode app = c.path("application");
        config.setString("execution.target", c.path("target").asText());
        if (c.has("confDir")) {
            config.setString("$internal.deployment.config-dir", CLIENT_CONF);
        }
        if (!session && app.has("jar")) {
            config.setString("pipeline.jars", app.get("jar").asText());
        }
        ClusterClientFactory<String> factory = capturing(cap).getClusterClientFactory(config);
        try (org.apache.flink.client.deployment.ClusterDescriptor<String> d = factory.createClusterDescriptor(config)) {
            ClusterSpecification spec = factory.getClusterSpecification(config);
            if (session) {
                d.deploySessionCluster(spec);
            } else {
                List<String> a = new ArrayList<>();
                app.path("args").forEach(x -> a.add(x.asText()));
                d.deployApplicationCluster(spec, new ApplicationConfiguration(
                        a.toArray(new String[0]), app.has("mainClass") ? app.get("mainClass").asText() : null));
            }
        }
    }

    /** The configuration object that Flink's descriptor works on (it updates it in place). */
    static class Capture {
        Configuration config;
        ClusterSpecification spec;
    }

    static ClusterClientServiceLoader capturing(Capture cap) {
        DefaultClusterClientServiceLoader real = new DefaultClusterClientServiceLoader();
        return new ClusterClientServiceLoader() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> ClusterClientFactory<T> getClusterClientFactory(Configuration configuration) {
                ClusterClientFactory<T> f = real.getClusterClientFactory(configuration);
                if (f == null || f.getClass() != KubernetesClusterClientFactory.class) {
                    throw new IllegalStateException("not the Kubernetes client factory: " + f);
                }
                return (ClusterClientFactory<T>) new KubernetesClusterClientFactory() {
                    @Override
                    public KubernetesClusterDescriptor createClusterDescriptor(Configuration conf) {
                        cap.config = conf;
                        return super.createClusterDescriptor(conf);
                    }

                    @Override
                    public ClusterSpecification getClusterSpecification(Configuration conf) {
                        return cap.spec = super.getClusterSpecification(conf);
                    }
                };
            }

            // no @Override: Flink 1.11 does not have it
            @SuppressWarnings("unchecked")
            public Stream<String> getApplicationModeTargetNames() {
                try {
                    return (Stream<String>) invoke(real.getClass(), real, "getApplicationModeTargetNames");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    // ------------------------------------------------------------------ the TaskManager pod, as the JobManager would request it

    static void taskManagerPod(JsonNode dep, ArrayNode accompanying, Map<String, String> clientEnv, Capture cap,
                               String version) throws Exception {
        // Put the files where the kubelet would put them for the JobManager container.
        wipe();
        JsonNode podSpec = dep.path("spec").path("template").path("spec");
        JsonNode main = null;
        for (JsonNode x : podSpec.path("containers")) {
            String n = x.path("name").asText();
            if (n.equals("flink-main-container") || n.equals("flink-job-manager")) {
                main = x;
            }
        }
        if (main == null) {
            throw new IllegalStateException("no main container");
        }
        String confDir = cap.config.getString("kubernetes.flink.conf.dir", "/opt/flink/conf");
        Map<String, JsonNode> volumes = new HashMap<>();
        podSpec.path("volumes").forEach(v -> volumes.put(v.path("name").asText(), v));
        for (JsonNode mount : main.path("volumeMounts")) {
            JsonNode v = volumes.get(mount.path("name").asText());
            String path = mount.path("mountPath").asText();
            if (v == null || !(path.startsWith("/opt/") || path.equals("/etc/krb5.conf"))) {
                continue;
            }
            Map<String, byte[]> data = volumeData(v, accompanying);
            if (data == null) {
                continue;
            }
            if (mount.has("subPath")) {
                byte[] b = data.get(mount.get("subPath").asText());
                if (b != null) {
                    write(path, b);
                } else {
                    Files.createDirectories(Path.of(path));
                }
            } else {
                Files.createDirectories(Path.of(path));
                for (Map.Entry<String, byte[]> e : data.entrySet()) {
                    write(path + "/" + e.getKey(), e.getValue());
                }
            }
        }
        Map<String, String> env = new LinkedHashMap<>();
        for (JsonNode e : main.path("env")) {
            if (e.has("value")) {
                env.put(e.path("name").asText(), e.path("value").asText());
            }
        }
        env.put("_POD_IP_ADDRESS", POD_IP);
        env.put("FLINK_CONF_DIR", confDir);
        setEnv(env);

        Class<?> utils = Class.forName("org.apache.flink.kubernetes.entrypoint.KubernetesEntrypointUtils");
        Method load = findMethod(utils, "loadConfiguration");
        Configuration dynamic = jobManagerMemoryDynamicProperties(GlobalConfiguration.loadConfiguration(confDir));
        Configuration config;
        if (load.getParameterCount() == 0) {
            config = (Configuration) load.invoke(null);
            config.addAll(dynamic);
        } else {
            config = (Configuration) load.invoke(null, dynamic);
        }

        Class<?> rmFactoryClass = Class.forName("org.apache.flink.kubernetes.entrypoint.KubernetesResourceManagerFactory");
        Object rmFactory = invoke(rmFactoryClass, null, "getInstance");
        // Three configurations, as in ResourceManagerFactory: all, default worker (still with the total sizes), driver.
        Configuration workerConfig = config;
        for (String n : new String[] {"getEffectiveConfigurationForResourceManagerAndRuntimeServices",
            "createActiveResourceManagerConfiguration"}) {
            Method m = findMethod(rmFactoryClass, n);
            if (m != null) {
                workerConfig = (Configuration) m.invoke(Modifier.isStatic(m.getModifiers()) ? null : rmFactory, config);
                break;
            }
        }
        Method effective = findMethod(rmFactoryClass, "getEffectiveConfigurationForResourceManager");
        Configuration rmConfig = effective == null ? workerConfig : (Configuration) effective.invoke(rmFactory, workerConfig);

        Class<?> wf = Class.forName("org.apache.flink.kubernetes.entrypoint.KubernetesWorkerResourceSpecFactory");
        Object worker = invoke(wf, wf.getField("INSTANCE").get(null), "createDefaultWorkerResourceSpec", workerConfig);
        Class<?> tpu = Class.forName("org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils");
        Object processSpec = invoke(tpu, null, "processSpecFromWorkerResourceSpec", rmConfig, worker);

        Class<?> kubeClientClass = Class.forName("org.apache.flink.kubernetes.kubeclient.FlinkKubeClient");
        Class<?> kcf = Class.forName("org.apache.flink.kubernetes.kubeclient.FlinkKubeClientFactory");
        Object kubeClient = invoke(kcf, invoke(kcf, null, "getInstance"), "fromConfiguration", rmConfig, "resourcemanager");
        try {
            String clusterId = cap.config.getString("kubernetes.cluster-id", null);
            Class<?> dc = Class.forName("org.apache.flink.kubernetes.configuration.KubernetesResourceManagerDriverConfiguration");
            Constructor<?> dcc = dc.getDeclaredConstructors()[0];
            dcc.setAccessible(true);
            Object[] dca = new Object[dcc.getParameterCount()];
            boolean first = true;
            for (int i = 0; i < dca.length; i++) {
                Class<?> t = dcc.getParameterTypes()[i];
                if (t == String.class) {
                    dca[i] = first ? clusterId : null;
                    first = false;
                } else {
                    dca[i] = t.getMethod("seconds", long.class).invoke(null, 3L);
                }
            }
            Class<?> driverClass = Class.forName("org.apache.flink.kubernetes.KubernetesResourceManagerDriver");
            Constructor<?> ctor = driverClass.getConstructor(Configuration.class, kubeClientClass, dc);
            Object driver = ctor.newInstance(rmConfig, kubeClient, dcc.newInstance(dca));
            Method cp = findMethod(driverClass, "createKubernetesTaskManagerParameters");
            Object params = cp.getParameterCount() == 1
                    ? cp.invoke(driver, processSpec)
                    : cp.invoke(driver, processSpec, Collections.emptySet());
            Class<?> tmf = Class.forName("org.apache.flink.kubernetes.kubeclient.factory.KubernetesTaskManagerFactory");
            Method build = findMethod(tmf, "buildTaskManagerKubernetesPod");
            Object pod;
            if (build.getParameterCount() == 1) {
                pod = build.invoke(null, params);
            } else {
                // same choice as KubernetesResourceManagerDriver.initializeInternal
                Class<?> ku = Class.forName("org.apache.flink.kubernetes.utils.KubernetesUtils");
                File template = (File) invoke(ku, null, "getTaskManagerPodTemplateFileInPod");
                Object flinkPod;
                if (template.exists()) {
                    flinkPod = invoke(ku, null, "loadPodFromTemplateFile", kubeClient, template, "flink-main-container");
                } else {
                    Class<?> b = Class.forName("org.apache.flink.kubernetes.kubeclient.FlinkPod$Builder");
                    flinkPod = invoke(b, b.getConstructor().newInstance(), "build");
                }
                pod = build.invoke(null, flinkPod, params);
            }
            ((CompletableFuture<?>) invoke(kubeClientClass, kubeClient, "createTaskManagerPod", pod)).get(20, TimeUnit.SECONDS);
        } finally {
            ((AutoCloseable) kubeClient).close();
        }
    }

    /** The {@code -D} memory pairs which the start script passes to the JobManager process. */
    static Configuration jobManagerMemoryDynamicProperties(Configuration c) throws Exception {
        Class<?> jpu = Class.forName("org.apache.flink.runtime.jobmanager.JobManagerProcessUtils");
        Class<?> jmo = Class.forName("org.apache.flink.configuration.JobManagerOptions");
        Object spec;
        Method legacy = findMethod(jpu, "processSpecFromConfigWithNewOptionToInterpretLegacyHeap");
        if (legacy != null) {
            spec = legacy.invoke(null, c, jmo.getField("JVM_HEAP_MEMORY").get(null));
        } else {
            spec = invoke(jpu, null, "processSpecFromConfig", c);
        }
        String s = (String) invoke(jpu, null, "generateDynamicConfigsStr", spec);
        Configuration r = new Configuration();
        for (String kv : s.trim().split("-D\\s+")) {
            if (kv.trim().isEmpty()) {
                continue;
            }
            int eq = kv.indexOf('=');
            r.setString(kv.substring(0, eq).trim(), kv.substring(eq + 1).trim());
        }
        return r;
    }

    static Map<String, byte[]> volumeData(JsonNode volume, ArrayNode resources) {
        String kind;
        String name;
        JsonNode src;
        if (volume.has("configMap")) {
            kind = "ConfigMap";
            src = volume.get("configMap");
            name = src.path("name").asText();
        } else if (volume.has("secret")) {
            kind = "Secret";
            src = volume.get("secret");
            name = src.path("secretName").asText();
        } else {
            return null;
        }
        for (JsonNode r : resources) {
            if (kind.equals(r.path("kind").asText()) && name.equals(r.path("metadata").path("name").asText())) {
                Map<String, byte[]> all = new LinkedHashMap<>();
                r.path("data").fields().forEachRemaining(e -> all.put(e.getKey(), kind.equals("Secret")
                        ? Base64.getDecoder().decode(e.getValue().asText())
                        : e.getValue().asText().getBytes(StandardCharsets.UTF_8)));
                if (!src.has("items") || src.get("items").size() == 0) {
                    return all;
                }
                Map<String, byte[]> some = new LinkedHashMap<>();
                for (JsonNode i : src.get("items")) {
                    some.put(i.path("path").asText(), all.get(i.path("key").asText()));
                }
                return some;
            }
        }
        return null;
    }

    // ------------------------------------------------------------------ helpers

    static boolean atLeast(String v, int major, int minor) {
        String[] p = v.split("\\.");
        int a = Integer.parseInt(p[0]);
        int b = Integer.parseInt(p[1]);
        return a > major || a == major && b >= minor;
    }

    static String flinkConfFileName(String version) {
        return atLeast(version, 1, 19) ? "config.yaml" : "flink-conf.yaml";
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> toMap(Configuration c) {
        return new HashMap<>(c.toMap());
    }

    static ObjectNode error(Throwable t) {
        while ((t instanceof InvocationTargetException || t instanceof java.util.concurrent.ExecutionException
                || t instanceof java.lang.reflect.UndeclaredThrowableException) && t.getCause() != null) {
            t = t.getCause();
        }
        ObjectNode n = M.createObjectNode();
        n.put("class", t.getClass().getName());
        n.put("message", message(t));
        ArrayNode causes = n.putArray("causes");
        Throwable x = t.getCause();
        for (int i = 0; x != null && i < 8; i++, x = x.getCause()) {
            ObjectNode k = causes.addObject();
            k.put("class", x.getClass().getName());
            k.put("message", message(x));
        }
        if (System.getenv("ORACLE_DEBUG") != null || DEBUG) {
            t.printStackTrace();
        }
        return n;
    }

    /** The port of the API stub differs from run to run. */
    static String message(Throwable t) {
        return t.getMessage() == null ? null : t.getMessage().replace(API.url(), "http://127.0.0.1:8001");
    }

    static final boolean DEBUG = Boolean.getBoolean("oracle.debug");

    static byte[] content(JsonNode n) {
        if (n.isTextual()) {
            return n.asText().replace("${API_SERVER}", API.url()).getBytes(StandardCharsets.UTF_8);
        }
        return Base64.getDecoder().decode(n.path("base64").asText());
    }

    static void write(String path, byte[] b) throws IOException {
        Path p = Path.of(path);
        Files.createDirectories(p.getParent());
        Files.write(p, b);
    }

    /** Nothing of the case before is found again, wherever its options put it; the copy of `/etc` is not of a case. */
    static void wipe() throws IOException {
        List<Path> l = new ArrayList<>(List.of(Path.of("/etc/krb5.conf")));
        try (Stream<Path> w = Files.list(Path.of("/opt"))) {
            w.filter(x -> !x.endsWith(".etc")).forEach(l::add);
        }
        for (Path x : l) {
            delete(x);
        }
    }

    static void delete(Path p) throws IOException {
        if (Files.exists(p)) {
            try (Stream<Path> w = Files.walk(p)) {
                for (Path x : w.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(x);
                }
            }
        }
    }

    static Map<String, String> stringMap(JsonNode n) {
        Map<String, String> m = new LinkedHashMap<>();
        n.fields().forEachRemaining(e -> m.put(e.getKey(), e.getValue().asText()));
        return m;
    }

    static Map<String, JsonNode> nodeMap(JsonNode n) {
        Map<String, JsonNode> m = new LinkedHashMap<>();
        n.fields().forEachRemaining(e -> m.put(e.getKey(), e.getValue()));
        return m;
    }

    @SuppressWarnings("unchecked")
    static void setEnv(Map<String, String> wanted) throws Exception {
        Map<String, String> env = System.getenv();
        Field f = env.getClass().getDeclaredField("m");
        f.setAccessible(true);
        Map<String, String> m = (Map<String, String>) f.get(env);
        m.clear();
        m.put("PATH", "/usr/bin:/bin");
        m.put("HOME", CLIENT + "/home");
        m.putAll(wanted);
    }

    interface Body<T> {
        T run() throws Exception;
    }

    static <T> T inFreshThread(Body<T> b) throws Throwable {
        try {
            return WORKER.submit(b::run).get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause();
        }
    }

    static Method findMethod(Class<?> c, String name) {
        for (Class<?> k = c; k != null; k = k.getSuperclass()) {
            Method best = null;
            for (Method m : k.getDeclaredMethods()) {
                if (m.getName().equals(name) && !m.isBridge() && !m.isSynthetic()) {
                    if (best == null || m.getParameterCount() > best.getParameterCount()) {
                        best = m;
                    }
                }
            }
            if (best != null) {
                best.setAccessible(true);
                return best;
            }
        }
        return null;
    }

    static Object invoke(Class<?> c, Object self, String name, Object... args) throws Exception {
        for (Class<?> k = c; k != null; k = k.getSuperclass()) {
            for (Method m : k.getDeclaredMethods()) {
                if (!m.getName().equals(name) || m.getParameterCount() != args.length || m.isBridge()) {
                    continue;
                }
                boolean ok = true;
                for (int i = 0; i < args.length; i++) {
                    Class<?> t = m.getParameterTypes()[i];
                    ok &= args[i] == null || t.isInstance(args[i]) || t.isPrimitive();
                }
                if (ok) {
                    m.setAccessible(true);
                    try {
                        return m.invoke(self, args);
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof Exception) {
                            throw (Exception) e.getCause();
                        }
                        throw e;
                    }
                }
            }
        }
        throw new NoSuchMethodException(c.getName() + "." + name);
    }

    // ------------------------------------------------------------------ the API server stub

    /** Stores what is written, answers 404 for what is not there, and never validates. */
    static class ApiStub {
        static class Write {
            String method;
            String path;
            JsonNode body;
        }

        private final List<Write> writes = new ArrayList<>();
        private final Map<String, ObjectNode> store = new HashMap<>();
        private HttpServer server;

        void start() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            server.setExecutor(Executors.newCachedThreadPool(r -> {
                Thread t = new Thread(r, "api");
                t.setDaemon(true);
                return t;
            }));
            server.createContext("/", this::handle);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        synchronized void reset() {
            writes.clear();
            store.clear();
        }

        synchronized List<Write> drain() {
            List<Write> l = new ArrayList<>(writes);
            writes.clear();
            return l;
        }

        void handle(HttpExchange x) throws IOException {
            int code;
            ObjectNode answer;
            try {
                ByteArrayOutputStream bo = new ByteArrayOutputStream();
                try (InputStream is = x.getRequestBody()) {
                    is.transferTo(bo);
                }
                String path = x.getRequestURI().getPath();
                String method = x.getRequestMethod();
                JsonNode body = bo.size() == 0 ? null : M.readTree(bo.toByteArray());
                synchronized (this) {
                    answer = serve(method, path, body);
                }
                code = answer.has("__code") ? answer.get("__code").asInt() : method.equals("POST") ? 201 : 200;
                answer.remove("__code");
                if (method.equals("POST") && code == 201) {
                    ((ObjectNode) answer.get("metadata")).put("resourceVersion", "1");
                }
            } catch (Throwable t) {
                t.printStackTrace();
                code = 500;
                answer = M.createObjectNode();
            }
            byte[] b = M.writeValueAsBytes(answer);
            x.getResponseHeaders().add("Content-Type", "application/json");
            x.sendResponseHeaders(code, b.length);
            x.getResponseBody().write(b);
            x.close();
        }

        private ObjectNode status(int code, String reason) {
            ObjectNode n = M.createObjectNode();
            n.put("kind", "Status").put("apiVersion", "v1").put("status", code < 400 ? "Success" : "Failure")
                    .put("reason", reason).put("code", code).put("__code", code);
            n.putObject("metadata");
            return n;
        }

        private ObjectNode serve(String method, String path, JsonNode body) {
            if (!method.equals("GET")) {
                Write w = new Write();
                w.method = method;
                w.path = path;
                w.body = method.equals("DELETE") ? null : body == null ? null : body.deepCopy();
                writes.add(w);
            }
            if (method.equals("POST") || method.equals("PUT")) {
                ObjectNode o = body.deepCopy();
                ObjectNode md = (ObjectNode) o.get("metadata");
                md.put("uid", DEPLOYMENT_UID);
                String key = method.equals("PUT") ? path : path + "/" + md.path("name").asText();
                if (method.equals("POST") && store.containsKey(key)) {
                    return status(409, "AlreadyExists");
                }
                String kind = o.path("kind").asText();
                if (kind.equals("Service")) {
                    String type = o.path("spec").path("type").asText();
                    o.putObject("status").putObject("loadBalancer");
                    if (type.equals("LoadBalancer")) {
                        ((ObjectNode) o).putObject("status").putObject("loadBalancer").putArray("ingress")
                                .addObject().put("ip", "203.0.113.7");
                    }
                    if (type.equals("NodePort") || type.equals("LoadBalancer")) {
                        int p = 30100;
                        for (JsonNode port : o.path("spec").path("ports")) {
                            ((ObjectNode) port).put("nodePort", p++);
                        }
                    }
                }
                store.put(key, o);
                return o.deepCopy();
            }
            if (method.equals("DELETE")) {
                return status(200, "Deleted");
            }
            ObjectNode o = store.get(path);
            if (o != null) {
                return o.deepCopy();
            }
            if (path.equals("/api/v1/nodes")) {
                ObjectNode l = M.createObjectNode();
                l.put("kind", "NodeList").put("apiVersion", "v1");
                l.putObject("metadata");
                ObjectNode node = l.putArray("items").addObject();
                node.put("kind", "Node").put("apiVersion", "v1").putObject("metadata").put("name", "node-1");
                node.putObject("spec");
                ArrayNode ad = node.putObject("status").putArray("addresses");
                ad.addObject().put("type", "InternalIP").put("address", "192.0.2.10");
                ad.addObject().put("type", "ExternalIP").put("address", "198.51.100.10");
                return l;
            }
            return status(404, "NotFound");
        }
    }
}
