"""Takes a random case further: what people write seldom, in odd spellings, or for another release than theirs.

`cases.py` applies it to every other random case; the rest stay as plain as people write them.
"""
import json

OTHER_CONTAINERS = [{"name": "a", "image": "a"}, {"name": "b", "image": "b", "env": [{"name": "X", "value": "1"}]}]

# Templates that hold what a template may hold, what only newer servers know, and what none knows.
TEMPLATES = [
    {"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": {"containers": []}},
    {"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "flink-main-container"}]}},
    {"kind": "Pod", "metadata": {"labels": {}, "annotations": {}}, "spec": {"containers": [OTHER_CONTAINERS[0], {"name": "flink-main-container", "workingDir": "/x"}, OTHER_CONTAINERS[1]]}},
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "t", "finalizers": ["a/b"]}, "spec": {"containers": [{"name": "flink-main-container", "envFrom": [{"secretRef": {"name": "s"}}], "lifecycle": {"preStop": {"exec": {"command": ["sleep", "5"]}}}, "startupProbe": {"grpc": {"port": 1}, "failureThreshold": 3}}], "overhead": {"cpu": "1m"}, "runtimeClassName": "gvisor", "schedulerName": "volcano", "shareProcessNamespace": True, "enableServiceLinks": False}},
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "t"}, "spec": {"automountServiceAccountToken": False, "hostPID": True, "terminationGracePeriodSeconds": 0, "setHostnameAsFQDN": True, "containers": [{"name": "flink-main-container", "securityContext": {"runAsUser": 0, "seccompProfile": {"type": "RuntimeDefault"}, "capabilities": {"drop": ["ALL"], "add": []}}, "resources": {"limits": {"nvidia.com/gpu": 1}, "claims": [{"name": "c"}]}, "volumeMounts": [{"name": "v", "mountPath": "/v", "subPath": "x", "recursiveReadOnly": "Enabled"}]}], "volumes": [{"name": "v", "ephemeral": {"volumeClaimTemplate": {"spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}}}, {"name": "s", "secret": {"secretName": "s", "defaultMode": 256, "items": []}}]}},
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "t"}, "spec": {"containers": [{"name": "flink-main-container", "command": [], "args": [], "env": [], "ports": [], "volumeMounts": []}], "initContainers": [], "volumes": [], "tolerations": [], "imagePullSecrets": [], "nodeSelector": {}}},
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "t"}, "spec": {"restartPolicy": "Never", "hostNetwork": True, "dnsPolicy": "None", "dnsConfig": {"nameservers": ["1.1.1.1"], "options": [{"name": "ndots", "value": "2"}]}, "containers": [{"name": "flink-main-container", "resources": {"requests": {"cpu": 1, "memory": "1e9"}}}], "topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "z", "whenUnsatisfiable": "DoNotSchedule", "matchLabelKeys": ["a"], "nodeTaintsPolicy": "Honor"}], "affinity": {"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"topologyKey": "z", "labelSelector": {"matchLabels": {"a": "b"}}, "namespaceSelector": {}}], "preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 1, "podAffinityTerm": {"topologyKey": "z"}}]}}}},
]

TEXT_TEMPLATES = [
    "apiVersion: v1\nkind: Pod\nmetadata: {name: t}\nspec:\n  containers:\n  - name: flink-main-container\n    env:\n    - {name: A, value: '0x10'}\n    - {name: B, value: \"yes\"}\n  terminationGracePeriodSeconds: 30\n",
    "---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - &main\n    name: flink-main-container\n    image: a\n",
    "- a\n- b\n",
    "kind: Pod\nspec: {containers: [\n",
    "apiVersion: v1\nkind: Deployment\nmetadata: {name: d}\nspec: {replicas: 2}\n",
]


def widened(case, rng, version):
    v = tuple(int(x) for x in version.split(".")[:2])
    conf = dict(case["configuration"])
    some = lambda share: rng.random() < share
    pick = rng.choice

    def put(share, key, *values):
        if some(share):
            conf[key] = pick(values)

    # other names, and options of other releases than this one
    put(0.1, "kubernetes.container.image", "old/image:1")
    put(0.05, "kubernetes.container.image.ref", "new/image:1")
    for role in ("jobmanager", "taskmanager"):
        put(0.08, f"kubernetes.{role}.cpu", "1.25", "1.5d")
        put(0.05, f"kubernetes.{role}.cpu.amount", "2", "0.75", " 1 ", "1e0")
        put(0.05, f"kubernetes.{role}.cpu.limit-factor", "1.5", "1", "1.0000001", "10", "0.99", "Infinity", "NaN")
        put(0.05, f"kubernetes.{role}.memory.limit-factor", "1.5", "1", "1.0000001", "10", "0.99")
        put(0.04, f"kubernetes.{role}.entrypoint.args", "", "  ", "-Da=b  -Dc=d")
        put(0.04, f"kubernetes.{role}.service-account", "", "own")
        put(0.06, f"kubernetes.{role}.labels.team", "below", "")
        put(0.04, f"kubernetes.{role}.annotations.example.org/a.b", "below")
        put(0.04, f"kubernetes.{role}.node-selector.pool", "below")
        put(0.05, f"kubernetes.{role}.labels", "", ",", "a:", "a:b,", "a:b,a:c", "'a:b'", "{a: b}", "{a: 1, c: true}", " a : b ", "a:b:c", "a")
        put(0.05, f"kubernetes.{role}.annotations", "a:'b'", "{a/b: 'x, y'}", "a:\"b\"", "a/b:c d,e:f", "a:{b}", "note:'it''s'")
        put(0.05, f"kubernetes.{role}.tolerations", "key:a", "operator:Exists", "", ";", "key:a,operator:Exists;", "[{key: a, operator: Exists}]", "key:a,tolerationSeconds:x", "key:a,tolerationSeconds:-1", "a:b")
        put(0.04, f"env.java.opts.{role}", "-Dx='a  b'", "  -Dx=1", "-Dx=#1", "-Dx=%class%")
    put(0.06, "env.java.opts", "-Dold=1", "-Da=1  -Db=2", "")
    put(0.05, "env.java.opts.all", "-Dall=1", "")
    put(0.08, "high-availability", "NONE", "none", "standalone", "zookeeper", "kubernetes")
    put(0.05, "high-availability.type", "NONE", "none", "standalone", "ZOOKEEPER", " none", "org.example.Factory")
    put(0.05, "kubernetes.secrets", "s:/opt/s", "", "s:/a,s:/b", "s", "{s: /opt/s}", "s:/a:b")
    put(0.05, "kubernetes.env.secretKeyRef", "env:A,secret:s,key:k", "env:A,secret:s", "secret:s,key:k", "", "env:A", "env:A,secret:s,key:k;", "env:A,secret:s,key:k,optional:true")
    put(0.05, "kubernetes.service-account", "", "common")
    put(0.06, "kubernetes.jobmanager.owner.reference", "apiVersion:v1,kind:A,name:a,uid:u", "kind:A", "apiVersion:v1,kind:A,name:a,uid:u,controller:TRUE", "apiVersion:v1,kind:A,name:a,uid:u,controller:maybe", "")
    put(0.05, "kubernetes.jobmanager.replicas", "1", "2", "0", "1.0", " 1", "+1", "x")
    put(0.04, "kubernetes.hostnetwork.enabled", "true", "TRUE", "False", "yes", "")
    put(0.05, "kubernetes.persistent-volume-claims", "a:/a", "a:/a,b:/b", "a", "")
    put(0.03, "kubernetes.persistent-volume-claim-read-only", "true", "x")
    put(0.05, "kubernetes.internal-service.annotations", "a:b", "x")
    put(0.04, "kubernetes.internal-service.labels", "a:b", "app:x")
    put(0.04, "kubernetes.rest-service.labels", "a:b", "type:x")
    put(0.04, "kubernetes.rest-service.annotations", "", "a/b:c", "a:1,b:2")
    put(0.04, "kubernetes.rest-service.exposed.type", "clusterip", "HEADLESS_CLUSTERIP", "Headless_ClusterIP", "headless-clusterip", "")
    put(0.04, "kubernetes.rest-service.exposed.node-port-address-type", "InternalIP", "ExternalIP", "x")
    put(0.04, "kubernetes.container.image.pull-policy", "ALWAYS", "if-not-present", "IFNOTPRESENT", "x", "")
    put(0.05, "kubernetes.container.image.pull-secrets", "", "a", "a;;b", "a,b", "[a, b]", " a", "'a;b'", "a;a")
    put(0.04, "kubernetes.container-start-command-template", "%java% %classpath% %class% %args%", "exec %java% %jvmmem% %jvmopts%  %logging% %class% %args% %redirects%", "")
    put(0.04, "kubernetes.flink.log.dir", "/log/", "")
    put(0.04, "kubernetes.entry.path", "entry.sh", "")
    put(0.04, "user.artifacts.base-dir", "/artifacts", "")
    put(0.04, "user.artifacts.artifact-list", "s3://b/a.jar;https://h/b.jar", "[s3://b/a.jar]", "")
    put(0.04, "kubernetes.hadoop.conf.config-map.name", "", " ", "hadoop")
    put(0.04, "kubernetes.decorator.kerberos-mount.enabled", "false", "FALSE", "x")
    put(0.04, "kubernetes.decorator.hadoop-conf-mount.enabled", "false", "true")
    put(0.05, "security.kerberos.login.principal", "p@R", "")
    put(0.03, "security.kerberos.krb5-conf.path", "", "/opt/client/none/krb5.conf")
    # what only the client reads
    put(0.05, "kubernetes.client.io-pool.size", "8")
    put(0.05, "kubernetes.client.user-agent", "me")
    put(0.05, "kubernetes.transactional-operation.max-retries", "3")
    put(0.05, "kubernetes.transactional-operation.initial-retry-delay", "1 s")
    put(0.05, "kubernetes.node-name-label", "example.org/host")
    put(0.03, "kubernetes.artifacts.local-upload-enabled", "false")
    # numbers as people and programs write them
    for port in ("rest.port", "jobmanager.rpc.port", "blob.server.port", "taskmanager.rpc.port", "rest.bind-port"):
        put(0.03, port, "00", "+6200", " 6200", "6200 ", "0", "-1", "70000", "6200-6210", "6200,6201", "0x1838", "", "x")
    put(0.03, "high-availability.jobmanager.port", "50010-50020", "0", "x", "00")
    put(0.06, "taskmanager.numberOfTaskSlots", "02", " 2", "0", "-1", "x", "3")
    put(0.05, "taskmanager.cpu.cores", "0.5", "0", "-1", "1e-3", "100", "x", "0.0001", "12345678.9")
    put(0.05, "external-resources", "gpu;fpga", "gpu", "none", "", "gpu,fpga")
    put(0.05, "external-resource.gpu.amount", "1", "0", "x", "3")
    put(0.05, "external-resource.gpu.kubernetes.config-key", "nvidia.com/gpu", "")
    put(0.04, "external-resource.fpga.amount", "2")
    put(0.04, "jobmanager.memory.process.size", "1.5g", "1600 mb", "1600mebibytes", "2 g", "2147483648", "2g 1", "")
    put(0.04, "taskmanager.memory.process.size", "1728", "1728 m", "0x10g", "3221225472b", "-1g", "2G")
    put(0.08, "taskmanager.memory.flink.size", "1g", "1280m", "1000000000b", "6g")
    put(0.08, "taskmanager.memory.task.heap.size", "512m", "100m")
    put(0.08, "taskmanager.memory.managed.size", "0", "256m")
    put(0.05, "taskmanager.memory.jvm-overhead.fraction", "0.33", "0.07", "0")
    put(0.05, "taskmanager.memory.jvm-overhead.min", "1b", "300m")
    put(0.05, "taskmanager.memory.jvm-overhead.max", "2g")
    put(0.08, "cluster.fine-grained-resource-management.enabled", "true", "false", "maybe")
    put(0.03, "cluster.declarative-resource-management.enabled", "true", "false", "maybe")
    put(0.03, "taskmanager.memory.managed.fraction", "0.25", "0", "1", "1.1", "x", ".3")
    put(0.03, "taskmanager.memory.segment-size", "64kb", "1mb", "33kb")
    put(0.03, "jobmanager.heap.size", "1500m")
    put(0.03, "taskmanager.heap.size", "2g")
    # texts that a file may spoil
    put(0.06, "my.text", "a # b", "a: b", "- a", "  lead", "trail  ", "it's", "\"q\"", "null", "~", "yes", "1e3", "0o7", "1_000", "2024-01-01", "[a", "{a", "a\nb", "größe", "\t", "=", "!x", "&a", "*a", "%a", "@a", "`a", "|", ">", "?", "a\\b", ".inf", "12:30:45", "0b1", "")
    put(0.05, "containerized.master.env.A.B", "dotted", "")
    put(0.05, "containerized.taskmanager.env.LD_PRELOAD", "", "x")
    put(0.04, "env.java.home", "/jdk")
    put(0.03, "web.upload.dir", "/u")
    put(0.03, "execution.shutdown-on-attached-exit", "true")
    put(0.03, "execution.target", "remote", "kubernetes-session")
    put(0.03, "$internal.application.main", "a.B")
    put(0.03, "internal.cluster.execution-mode", "DETACHED")
    put(0.03, "jobmanager.rpc.address", "elsewhere")
    put(0.03, "rest.address", "elsewhere")
    put(0.03, "pipeline.jars", "local:///a.jar", "local:///a.jar;local:///b.jar")
    put(0.03, "parallelism.default", "02", "-1", "x")

    if v >= (1, 19):
        without_overlaps(conf)
    case = {**case, "configuration": conf}
    if v >= (1, 13) and some(0.2):
        template = pick(TEMPLATES) if some(0.75) else pick(TEXT_TEMPLATES)
        case["podTemplates"] = {**case.get("podTemplates", {}), pick(["common", "jobmanager", "taskmanager"]): template}
    if some(0.1):
        case["via"] = "descriptor"
    elif some(0.1):
        conf_dir(case, rng, v)
    if some(0.08):
        case["env"] = {"HADOOP_HOME": "/opt/client/hadoop"}
        folder = pick(["etc/hadoop", "conf"])
        case["files"] = {**case.get("files", {}), f"/opt/client/hadoop/{folder}/{pick(['core-site.xml', 'hdfs-site.xml', 'yarn-site.xml'])}": "<configuration/>"}
    if "application" in case and "jar" in case["application"]:
        application(case["application"], rng, v)
    return case


def without_overlaps(conf):
    """A key that others begin with: a nested file keeps both, one or none, by the order of a hash table; the library always refuses."""
    for key in [key for key in conf if any(other.startswith(key + ".") for other in conf)] + ["high-availability"]:
        conf.pop(key, None)


def application(app, rng, v):
    if rng.random() < 0.1:
        app["classpaths"] = rng.choice([["file:///opt/flink/lib2/dep.jar"], ["https://example.org/a.jar", "file:///b.jar"]])
    if "savepoint" in app and v >= (1, 15) and rng.random() < 0.5:
        app["claimMode"] = rng.choice(["CLAIM", "NO_CLAIM", "LEGACY"])
        app["claimModeFlag"] = "claimMode" if v >= (1, 20) else "restoreMode"
    if rng.random() < 0.1:
        app["jar"] = rng.choice(["local:/opt/job.jar", "local:///opt/a b.jar", "file:///opt/flink/usrlib/job.jar", "hdfs:///jobs/job.jar"])
    if rng.random() < 0.15:
        app["args"] = rng.sample(["", " ", "a,b", "#", "'", "\"x\"", "k: v", "[a]", "{a}", "ä", "1", "true", "null", "a\nb", "--x", "*", "y;z"], rng.randint(1, 6))


def conf_dir(case, rng, v):
    """Moves half of the options into the file that the client reads."""
    keys = [key for key in case["configuration"] if key != "kubernetes.cluster-id" and "\n" not in case["configuration"][key] and rng.random() < 0.5]
    in_file = {key: case["configuration"].pop(key) for key in keys}
    legacy = v < (1, 19) or (v < (2, 0) and rng.random() < 0.5)
    if legacy:
        text = "".join(f"{key}: {value}\n" for key, value in in_file.items())
    else:
        text = "".join(f"{key}: {json.dumps(value) if rng.random() < 0.8 else typed(value)}\n" for key, value in in_file.items())
    case["confDir"] = {**case.get("confDir", {}), "flink-conf.yaml" if legacy else "config.yaml": text}


def typed(value):
    """Plain where it is a plain word of YAML, so that numbers and flags have their types."""
    plain = value and all(letter.isalnum() or letter in "./_-" for letter in value) and not value.startswith("-")
    return value if plain else json.dumps(value)
