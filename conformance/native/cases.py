#!/usr/bin/env python3
"""Case generator.

  cases.py handpicked VERSION            the hand-written cases that apply to VERSION
  cases.py random VERSION SEED COUNT     seeded random cases (same arguments -> same bytes); every other one is taken further (wider.py)
"""
import json
import random
import sys

from wider import widened


def ver(v):
    return tuple(int(x) for x in v.split(".")[:2])


KEYTAB = {"base64": "BQIAAAA1AAEAC0VYQU1QTEUuT1JHAAVmbGluawAAAAFfAAAAAAEAEQAQAAECAwQFBgcICQoLDA0ODw=="}
KRB5 = "[libdefaults]\n  default_realm = EXAMPLE.ORG\n  dns_lookup_kdc = false\n[realms]\n  EXAMPLE.ORG = {\n    kdc = kdc.example.org:88\n  }\n"
CORE_SITE = '<?xml version="1.0"?>\n<configuration>\n  <property><name>fs.defaultFS</name><value>hdfs://nameservice1</value></property>\n</configuration>\n'
HDFS_SITE = '<?xml version="1.0"?>\n<configuration>\n  <property><name>dfs.replication</name><value>2</value></property>\n</configuration>\n'
LOG4J = "rootLogger.level = INFO\nrootLogger.appenderRef.console.ref = ConsoleAppender\nappender.console.name = ConsoleAppender\nappender.console.type = CONSOLE\n"
LOGBACK = '<configuration>\n  <root level="INFO"/>\n</configuration>\n'


class K:
    """Option names of one version."""

    def __init__(self, version):
        v = self.v = ver(version)
        self.version = version
        self.image = "kubernetes.container.image.ref" if v >= (1, 17) else "kubernetes.container.image"
        self.jm_cpu = "kubernetes.jobmanager.cpu.amount" if v >= (1, 17) else "kubernetes.jobmanager.cpu"
        self.tm_cpu = "kubernetes.taskmanager.cpu.amount" if v >= (1, 17) else "kubernetes.taskmanager.cpu"
        self.ha = "high-availability.type" if v >= (1, 17) else "high-availability"
        self.ha_k8s = "kubernetes" if v >= (1, 16) else "org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory"
        self.ckpt_dir = "execution.checkpointing.dir" if v >= (1, 20) else "state.checkpoints.dir"
        self.backend = "state.backend.type" if v >= (1, 17) else "state.backend"
        self.java_opts = "env.java.opts.all" if v >= (1, 17) else "env.java.opts"
        self.template = "kubernetes.pod-template-file.default" if v >= (1, 17) else "kubernetes.pod-template-file"
        self.conf_file = "config.yaml" if v >= (1, 19) else "flink-conf.yaml"


MEM = {"jobmanager.memory.process.size": "1600m", "taskmanager.memory.process.size": "1728m"}


def template(main=None, **extra):
    spec = {"containers": []}
    if main is not None:
        spec["containers"].append({"name": "flink-main-container", **main})
    containers = extra.pop("sidecars", [])
    spec["containers"] += containers
    meta = {"name": "pod-template"}
    for k in ("labels", "annotations"):
        if k in extra:
            meta[k] = extra.pop(k)
    spec.update(extra)
    return {"apiVersion": "v1", "kind": "Pod", "metadata": meta, "spec": spec}


RICH = template(
    {
        "env": [{"name": "TZ", "value": "Europe/Berlin"}, {"name": "FROM_SECRET", "valueFrom": {"secretKeyRef": {"name": "creds", "key": "token"}}}],
        "resources": {"requests": {"ephemeral-storage": "2048Mi", "cpu": "250m"}, "limits": {"ephemeral-storage": "4Gi", "memory": "9Gi"}},
        "volumeMounts": [{"mountPath": "/opt/flink/volumes/hostpath", "name": "flink-volume-hostpath"}, {"mountPath": "/opt/flink/artifacts2", "name": "flink-artifact"}, {"mountPath": "/opt/flink/log", "name": "flink-logs"}],
        "securityContext": {"allowPrivilegeEscalation": False},
        "ports": [{"name": "metrics", "containerPort": 9249}],
        "livenessProbe": {"tcpSocket": {"port": 6123}, "initialDelaySeconds": 30},
    },
    labels={"team": "data", "tier": "stream"},
    annotations={"prometheus.io/scrape": "true"},
    initContainers=[{"name": "artifacts-fetcher", "image": "busybox:1.36", "command": ["wget", "https://example.org/job.jar", "-O", "/flink-artifact/myjob.jar"], "volumeMounts": [{"mountPath": "/flink-artifact", "name": "flink-artifact"}]}],
    sidecars=[{"name": "sidecar-log-collector", "image": "fluent/fluent-bit:2.2", "command": ["command-to-upload", "/remote/path/of/flink-logs/"], "volumeMounts": [{"mountPath": "/flink-logs", "name": "flink-logs"}]}],
    volumes=[{"name": "flink-volume-hostpath", "hostPath": {"path": "/tmp", "type": "Directory"}}, {"name": "flink-artifact", "emptyDir": {}}, {"name": "flink-logs", "emptyDir": {}}],
    securityContext={"runAsUser": 9999, "fsGroup": 9999},
    nodeSelector={"disk": "ssd"},
    tolerations=[{"key": "from-template", "operator": "Exists", "effect": "NoSchedule"}],
    serviceAccountName="template-sa",
    imagePullSecrets=[{"name": "template-pull"}],
    terminationGracePeriodSeconds=60,
    priorityClassName="stream-high",
)


def session(i, conf, **kw):
    return {"id": i, "target": "kubernetes-session", "configuration": conf, **kw}


def application(i, conf, app=None, **kw):
    a = {"jar": "local:///opt/flink/usrlib/job.jar"}
    a.update(app or {})
    return {"id": i, "target": "kubernetes-application", "configuration": conf, "application": a, **kw}


def handpicked(version):
    k = K(version)
    v = k.v
    out = []

    def c(cid, extra=None, mem=True):
        d = {"kubernetes.cluster-id": cid}
        if mem:
            d.update(MEM)
        d.update(extra or {})
        return d

    def s(name, extra=None, mem=True, **kw):
        out.append(session("hp-" + name, c("my-session", extra, mem), **kw))

    def a(name, extra=None, app=None, mem=True, **kw):
        out.append(application("hp-" + name, c("my-app", extra, mem), app, **kw))

    log = {"log4j-console.properties": LOG4J}
    s("session-minimal")
    a("application-minimal")
    s("session-minimal-descriptor", via="descriptor")
    a("application-minimal-descriptor", via="descriptor")
    s("init-jobmanager", {
        "kubernetes.namespace": "streaming", k.image: "registry.example.org/data/flink:" + version,
        "kubernetes.container.image.pull-policy": "Always", "kubernetes.container.image.pull-secrets": "regcred;backup-cred",
        "kubernetes.jobmanager.service-account": "flink-jm", k.jm_cpu: "1.5", k.tm_cpu: "2.25",
        "kubernetes.jobmanager.labels": "team:data,cost-center:4711", "kubernetes.jobmanager.annotations": "prometheus.io/scrape:true,prometheus.io/port:9249",
        "kubernetes.jobmanager.node-selector": "disktype:ssd,zone:eu-1a",
        "kubernetes.jobmanager.tolerations": "key:dedicated,operator:Equal,value:flink,effect:NoSchedule;key:spot,operator:Exists,effect:NoExecute,tolerationSeconds:6000",
        "kubernetes.taskmanager.labels": "team:data", "kubernetes.taskmanager.annotations": "a/b:c", "kubernetes.taskmanager.node-selector": "disktype:nvme",
        "kubernetes.taskmanager.tolerations": "key:dedicated,operator:Equal,value:flink-tm,effect:NoSchedule",
        "containerized.master.env.FOO": "bar baz", "containerized.master.env.LD_PRELOAD": "/usr/lib/libjemalloc.so", "containerized.taskmanager.env.TM_ONLY": "1",
    })
    s("user-labels-cannot-override", {"kubernetes.jobmanager.labels": "app:other,component:x,type:y,keep:me", "kubernetes.taskmanager.labels": "app:other,component:x"})
    s("quoted-map-values", {"kubernetes.jobmanager.annotations": "'a/url:''https://x.example.org:443/p''','b:''1,2''',c: d"})
    s("err-quoted-map-values", {"kubernetes.jobmanager.annotations": "'a/url':'https://x.example.org:443/p',\"b\":\"1,2\""})
    s("service-account-common", {"kubernetes.service-account": "flink-common"})
    s("service-account-all", {"kubernetes.service-account": "flink-common", "kubernetes.jobmanager.service-account": "flink-jm", "kubernetes.taskmanager.service-account": "flink-tm"})
    s("env-secrets", {"kubernetes.env.secretKeyRef": "env:DB_USER,secret:db,key:username;env:DB_PASSWORD,secret:db,key:password"})
    s("mount-secrets", {"kubernetes.secrets": "db-secret:/opt/secrets/db,tls:/opt/secrets/tls"})
    s("cmd-session", {k.java_opts: "-XX:+UseG1GC -Dx=y", k.java_opts.replace(".all", "") + ".jobmanager": "-Djm=1", k.java_opts.replace(".all", "") + ".taskmanager": "-Dtm=1"}, confDir=log)
    a("cmd-application", {k.java_opts: "-XX:+UseG1GC"}, {"mainClass": "org.example.Main", "args": ["--in", "s3://b/in put", "--out", "k=v;w"]}, confDir={"log4j-console.properties": LOG4J, "logback-console.xml": LOGBACK})
    if v >= (1, 16):
        s("entrypoint-args", {"kubernetes.jobmanager.entrypoint.args": "-D rest.flamegraph.enabled=true", "kubernetes.taskmanager.entrypoint.args": "-Dtaskmanager.extra=1"})
    s("internal-service-ports", {"jobmanager.rpc.port": "7123", "blob.server.port": "7124", "taskmanager.rpc.port": "7122", "rest.port": "9081", "rest.bind-port": "9082"})
    s("ports-zero", {"blob.server.port": "0", "taskmanager.rpc.port": "0", "rest.bind-port": "0"})
    types = ["ClusterIP", "NodePort", "LoadBalancer"] + (["Headless_ClusterIP"] if v >= (1, 16) else [])
    for t in types:
        s("external-service-" + t.lower(), {"kubernetes.rest-service.exposed.type": t, "kubernetes.rest-service.annotations": "service.beta.kubernetes.io/aws-load-balancer-type:nlb,x:y"})
    if v >= (1, 20):
        s("internal-service-annotations", {"kubernetes.internal-service.annotations": "mesh/inject:false"})
    if v >= (2, 2):
        s("service-labels", {"kubernetes.internal-service.labels": "mesh:off,app:other", "kubernetes.rest-service.labels": "exposed:yes"})
    s("hadoop-existing-configmap", {"kubernetes.hadoop.conf.config-map.name": "hadoop-conf-shared"})
    hf = {"/opt/client/hadoop-conf/core-site.xml": CORE_SITE, "/opt/client/hadoop-conf/hdfs-site.xml": HDFS_SITE}
    s("hadoop-local-files", files={**hf, "/opt/client/hadoop-conf/ignored/nested.xml": "<x/>"}, env={"HADOOP_CONF_DIR": "/opt/client/hadoop-conf"})
    s("hadoop-home", files={"/opt/client/hadoop/etc/hadoop/core-site.xml": CORE_SITE}, env={"HADOOP_HOME": "/opt/client/hadoop"})
    s("hadoop-existing-wins", {"kubernetes.hadoop.conf.config-map.name": "hadoop-conf-shared"}, files=hf, env={"HADOOP_CONF_DIR": "/opt/client/hadoop-conf"})
    krb = {"security.kerberos.login.keytab": "/opt/client/krb/flink.keytab", "security.kerberos.login.principal": "flink/_HOST@EXAMPLE.ORG", "security.kerberos.krb5-conf.path": "/opt/client/krb/krb5.conf"}
    kf = {"/opt/client/krb/flink.keytab": KEYTAB, "/opt/client/krb/krb5.conf": KRB5}
    s("kerberos", krb, files=kf)
    s("kerberos-krb5-other-name", {"security.kerberos.krb5-conf.path": "/opt/client/krb/site-krb5.conf"}, files={"/opt/client/krb/site-krb5.conf": KRB5})
    s("kerberos-missing-files", krb)
    if v >= (1, 17):
        s("decorators-disabled", {**krb, "kubernetes.decorator.kerberos-mount.enabled": "false", "kubernetes.decorator.hadoop-conf-mount.enabled": "false"}, files={**kf, **hf}, env={"HADOOP_CONF_DIR": "/opt/client/hadoop-conf"})
    s("flink-conf-mount", {"kubernetes.flink.conf.dir": "/opt/custom/conf", "kubernetes.flink.log.dir": "/var/log/flink", "rest.bind-address": "localhost", "jobmanager.bind-host": "localhost", "taskmanager.bind-host": "localhost", "taskmanager.host": "localhost", "rest.address": "localhost"}, confDir={"log4j-console.properties": LOG4J, "logback-console.xml": LOGBACK})
    s("log-files-all-variants", confDir={n: "# " + n + "\n" for n in ["log4j-console.properties", "log4j.properties", "log4j-session.properties", "log4j-cli.properties", "logback-console.xml", "logback.xml", "logback-session.xml", "zoo.cfg"]})
    s("kube-config-file", {"kubernetes.config.file": "/opt/client/kube/config", "kubernetes.context": "ctx"}, files={"/opt/client/kube/config": "apiVersion: v1\nkind: Config\ncurrent-context: ctx\nclusters:\n- name: c\n  cluster: {server: \"${API_SERVER}\"}\nusers:\n- name: u\n  user: {}\ncontexts:\n- name: ctx\n  context: {cluster: c, user: u, namespace: from-kubeconfig}\n"})
    if v >= (1, 13):
        s("pod-template-common", podTemplates={"common": RICH})
        s("pod-template-jobmanager", podTemplates={"jobmanager": RICH})
        a("pod-template-taskmanager", podTemplates={"taskmanager": RICH})
        s("pod-template-three", podTemplates={"common": template({"env": [{"name": "FROM", "value": "common"}]}), "jobmanager": template({"env": [{"name": "FROM", "value": "jm"}]}), "taskmanager": template({"env": [{"name": "FROM", "value": "tm"}]})})
        s("pod-template-no-main-container", podTemplates={"common": template(None, sidecars=[{"name": "only-sidecar", "image": "busybox"}])})
        s("pod-template-yaml-text", podTemplates={"common": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: t\nspec:\n  # a comment\n  containers:\n    - name: flink-main-container\n      env:\n        - {name: A, value: \"1\"}\n"})
        s("pod-template-conflicts", {
            k.image: "cfg/image:1", "kubernetes.container.image.pull-policy": "Never", "kubernetes.service-account": "cfg-sa", k.jm_cpu: "3",
            "kubernetes.jobmanager.labels": "team:cfg,app:x", "kubernetes.jobmanager.annotations": "prometheus.io/scrape:false", "kubernetes.jobmanager.node-selector": "disk:hdd,extra:1",
            "kubernetes.jobmanager.tolerations": "key:cfg,operator:Exists", "kubernetes.container.image.pull-secrets": "cfg-pull", "containerized.master.env.TZ": "UTC"},
            podTemplates={"common": template({"image": "tpl/image:2", "imagePullPolicy": "Always", "command": ["sleep"], "args": ["1"], "env": [{"name": "TZ", "value": "X"}], "resources": {"requests": {"cpu": "7", "memory": "7Gi"}, "limits": {"cpu": "8", "memory": "8Gi"}}, "ports": [{"name": "rest", "containerPort": 1}], "volumeMounts": [{"name": "flink-config-volume", "mountPath": "/x"}]},
                                             labels={"team": "tpl", "app": "tpl", "component": "tpl"}, annotations={"prometheus.io/scrape": "true", "keep": "1"}, nodeSelector={"disk": "ssd", "tpl": "1"}, tolerations=[{"key": "tpl", "operator": "Exists"}],
                                             serviceAccountName="tpl-sa", imagePullSecrets=[{"name": "tpl-pull"}], restartPolicy="OnFailure", dnsPolicy="Default", hostNetwork=True)})
        s("pod-template-service-account", podTemplates={"common": template({}, serviceAccountName="tpl-sa")})
        s("pod-template-pull-policy-image", podTemplates={"common": template({"image": "tpl/image:2", "imagePullPolicy": "Always"})})
        s("pod-template-missing-file", {"kubernetes.pod-template-file.jobmanager": "/opt/client/none.yaml"})
        s("pod-template-tm-missing-file", {"kubernetes.pod-template-file.taskmanager": "/opt/client/none.yaml"})
        s("pod-template-not-a-pod", podTemplates={"common": {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}, "data": {"a": "b"}}})
        s("pod-template-no-spec", podTemplates={"common": {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}}})
        s("pod-template-unknown-fields", podTemplates={"common": template({"resizePolicy": [{"resourceName": "cpu", "restartPolicy": "NotRequired"}], "notAField": 1}, hostUsers=False, os={"name": "linux"}, schedulingGates=[{"name": "g"}], notASpecField={"a": 1}, topologySpreadConstraints=[{"maxSkew": 1, "topologyKey": "z", "whenUnsatisfiable": "DoNotSchedule", "minDomains": 2}])})
        s("pod-template-quantities", podTemplates={"common": template({"resources": {"requests": {"ephemeral-storage": 1073741824, "hugepages-2Mi": "4Mi"}, "limits": {"ephemeral-storage": "1.5Gi", "example.org/fpga": 2, "hugepages-2Mi": "4Mi"}}, "readinessProbe": {"httpGet": {"path": "/config", "port": 8081}}, "env": [{"name": "N"}, {"name": "E", "value": ""}, {"name": "R", "valueFrom": {"resourceFieldRef": {"resource": "limits.memory", "divisor": "1Mi"}}}]}, volumes=[{"name": "shm", "emptyDir": {"medium": "Memory", "sizeLimit": "512Mi"}}, {"name": "p", "projected": {"sources": [{"serviceAccountToken": {"path": "t", "expirationSeconds": 3600}}]}}])})
        s("pod-template-main-container-position", podTemplates={"common": {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}, "spec": {"containers": [{"name": "a", "image": "a"}, {"name": "flink-main-container"}, {"name": "z", "image": "z"}]}}})
    if v >= (1, 17):
        s("deprecated-key-names", {"kubernetes.container.image": "old/image:1", "kubernetes.jobmanager.cpu": "1.25", "kubernetes.taskmanager.cpu": "1.75", "env.java.opts": "-Dold=1"})
        s("deprecated-key-pod-template", {"kubernetes.pod-template-file": "/opt/client/pod-templates/old.yaml"}, files={"/opt/client/pod-templates/old.yaml": json.dumps(template({"env": [{"name": "A", "value": "b"}]}))})
    s("krb5-missing-file", {"security.kerberos.krb5-conf.path": "/opt/client/krb/none.conf"})
    s("pull-policy-lower-case", {"kubernetes.container.image.pull-policy": "always", "kubernetes.rest-service.exposed.type": "nodeport"})
    s("blank-around-separators", {"kubernetes.jobmanager.labels": " team : data , x:y ", "kubernetes.container.image.pull-secrets": " a ; b ", "kubernetes.secrets": "s:/opt/mnt/s"})
    ha = {"high-availability.storageDir": "s3://ha/flink"} if v >= (1, 12) else {}
    if v >= (1, 12):
        s("ha-kubernetes", {k.ha: k.ha_k8s, **ha})
        a("ha-kubernetes-application", {k.ha: k.ha_k8s, **ha, k.ckpt_dir: "s3://ckpt/x"}, {"mainClass": "org.example.Main"})
        s("ha-kubernetes-class", {k.ha: "org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory", **ha})
        s("ha-kubernetes-word", {k.ha: "kubernetes", **ha})
    s("ha-zookeeper", {k.ha: "zookeeper", "high-availability.storageDir": "hdfs:///ha", "high-availability.zookeeper.quorum": "zk-0:2181,zk-1:2181"})
    s("ha-zookeeper-ports", {k.ha: "ZooKeeper", "high-availability.storageDir": "hdfs:///ha", "high-availability.zookeeper.quorum": "zk:2181", "high-availability.cluster-id": "/mine", "high-availability.jobmanager.port": "50010", "jobmanager.rpc.port": "7000"})
    s("ha-none", {k.ha: "NONE"})
    if v >= (1, 14):
        s("ha-replicas", {k.ha: k.ha_k8s, **ha, "kubernetes.jobmanager.replicas": "3"})
        s("err-replicas-no-ha", {"kubernetes.jobmanager.replicas": "2"})
        s("err-replicas-zero", {"kubernetes.jobmanager.replicas": "0"})
    if v >= (1, 15):
        s("host-network", {"kubernetes.hostnetwork.enabled": "true"})
        a("host-network-app-nodeport", {"kubernetes.hostnetwork.enabled": "true", "kubernetes.rest-service.exposed.type": "NodePort", "rest.port": "9090"})
        s("limit-factors", {"kubernetes.jobmanager.cpu.limit-factor": "1.5", "kubernetes.jobmanager.memory.limit-factor": "1.25", "kubernetes.taskmanager.cpu.limit-factor": "2.0", "kubernetes.taskmanager.memory.limit-factor": "1.1", k.jm_cpu: "0.3", k.tm_cpu: "0.7"})
        s("err-limit-factor", {"kubernetes.jobmanager.cpu.limit-factor": "0.9"})
        s("err-memory-limit-factor", {"kubernetes.jobmanager.memory.limit-factor": "0.5"})
        s("err-tm-limit-factor", {"kubernetes.taskmanager.cpu.limit-factor": "0.5"})
    if v >= (1, 12):
        s("owner-references", {"kubernetes.jobmanager.owner.reference": "apiVersion:apps/v1,kind:Deployment,name:owner-a,uid:uid-a,controller:true,blockOwnerDeletion:false;apiVersion:v1,kind:ConfigMap,name:owner-b,uid:uid-b,controller:false,blockOwnerDeletion:false"})
        s("owner-reference-partial", {"kubernetes.jobmanager.owner.reference": "apiVersion:apps/v1,kind:Deployment,name:owner-a,uid:uid-a"})
    s("cpu-forms", {k.jm_cpu: "0.1", "taskmanager.cpu.cores": "1.75", "taskmanager.numberOfTaskSlots": "4"})
    s("cpu-slots", {"taskmanager.numberOfTaskSlots": "4"})
    s("memory-flink-size", {"jobmanager.memory.flink.size": "2g", "taskmanager.memory.flink.size": "3g"}, mem=False)
    s("memory-components", {"jobmanager.memory.heap.size": "1g", "jobmanager.memory.off-heap.size": "256m", "jobmanager.memory.jvm-metaspace.size": "128m", "taskmanager.memory.task.heap.size": "1000m", "taskmanager.memory.managed.size": "500m", "taskmanager.memory.task.off-heap.size": "64m", "taskmanager.memory.jvm-metaspace.size": "200m"}, mem=False)
    s("memory-odd-bytes", {"jobmanager.memory.process.size": "1700000000b", "taskmanager.memory.process.size": "2000000001"}, mem=False)
    if v < (2, 0):
        s("memory-legacy-heap", {"jobmanager.heap.size": "1500m", "taskmanager.heap.size": "2048m"}, mem=False)
    s("external-resources", {"external-resources": "gpu", "external-resource.gpu.amount": "2", "external-resource.gpu.kubernetes.config-key": "nvidia.com/gpu", "external-resource.gpu.driver-factory.class": "org.apache.flink.externalresource.gpu.GPUDriverFactory"})
    a("application-full", {"kubernetes.namespace": "jobs", "taskmanager.numberOfTaskSlots": "4"}, {"jar": "local:///opt/flink/usrlib/etl.jar", "mainClass": "org.example.Etl", "args": ["--topic", "orders", "--flag", "", "-Dx=1", "a,b;c 'd' \"e\""], "parallelism": 6, "savepoint": "s3://sp/savepoint-abc123", "allowNonRestoredState": True, "classpaths": ["file:///opt/flink/lib2/dep.jar"]})
    a("application-detached", app={"detached": True})
    if v >= (1, 15):
        a("application-claim-mode", app={"savepoint": "s3://sp/savepoint-1", "claimMode": "CLAIM", "claimModeFlag": "claimMode" if v >= (1, 20) else "restoreMode"})
    a("application-no-jar", {"kubernetes.cluster-id": "my-app"}, {"jar": None})
    a("application-jar-file-scheme", app={"jar": "file:///opt/flink/usrlib/job.jar"})
    a("application-jar-remote", app={"jar": "s3://artifacts/job.jar"})
    a("application-jar-http", app={"jar": "https://example.org/job.jar"})
    if v >= (1, 19):
        a("user-artifacts", {"user.artifacts.base-dir": "/opt/flink/artifacts-x", "user.artifacts.artifact-list": "s3://b/udf1.jar;https://example.org/udf2.jar", "user.artifacts.raw-http-enabled": "true"}, {"jar": "local:///opt/flink/usrlib/job.jar"})
    if v >= (1, 20):
        a("artifacts-upload-file-target", {"kubernetes.artifacts.local-upload-enabled": "true", "kubernetes.artifacts.local-upload-target": "file:///opt/client/upload", "user.artifacts.artifact-list": "local:///opt/client/jars/dep1.jar;file:///opt/client/jars/dep2.jar;s3://b/dep3.jar"}, {"jar": "local:///opt/client/jars/job.jar"}, files={"/opt/client/jars/job.jar": "jar", "/opt/client/jars/dep1.jar": "jar1", "/opt/client/jars/dep2.jar": "jar2", "/opt/client/upload/.keep": ""})
    # configuration from the client's file
    if v >= (1, 19):
        y = "jobmanager:\n  memory:\n    process:\n      size: 1600m\ntaskmanager:\n  numberOfTaskSlots: 2\n  memory:\n    process:\n      size: 1728m\nparallelism.default: 2\nrest:\n  port: 8081\n  flamegraph:\n    enabled: true\nenv:\n  java:\n    opts:\n      all: --add-opens=java.base/java.util=ALL-UNNAMED\nkubernetes:\n  jobmanager:\n    labels: {team: data, n: '007'}\n    tolerations:\n      - {key: dedicated, operator: Equal, value: flink, effect: NoSchedule}\n  container:\n    image:\n      pull-secrets: [a, b]\npipeline:\n  classpaths: []\nexecution.checkpointing.interval: 10 s\nx.quoted: '123'\nx.float: 1.10\nx.bool: true\nx.null-like: 'null'\n"
        s("conf-file-standard", mem=False, confDir={"config.yaml": y})
        s("conf-file-standard-dynamic-wins", {"parallelism.default": "9", "kubernetes.jobmanager.labels": "team:cli"}, mem=False, confDir={"config.yaml": y})
        a("conf-file-standard-application", mem=False, confDir={"config.yaml": y})
    if v < (2, 0):
        y = "# comment\njobmanager.memory.process.size: 1600m\ntaskmanager.memory.process.size: 1728m\nparallelism.default: 2\nrest.flamegraph.enabled: true\nkey.without.space:oops\nurl: http://h/p#frag\nquoted: \"x y\"\nkubernetes.jobmanager.labels: team:data\n"
        s("conf-file-legacy", mem=False, confDir={"flink-conf.yaml": y})
        s("conf-file-legacy-dynamic-wins", {"parallelism.default": "9"}, mem=False, confDir={"flink-conf.yaml": y})
    if v >= (1, 19):
        s("dynamic-typed-values", {"a.number": "012", "a.float": "1.10", "a.bool": "true", "a.null": "null", "a.list": "[1, 2]", "a.map": "{k: v}", "a.legacy-list": "x;y", "a.legacy-map": "k1:v1,k2:v2", "a.colon": "k: v", "a.hash": "x # y", "a.empty": "", "a.space": " lead", "a.multi": "l1\nl2", "a.quote": "it's", "a.dquote": "say \"hi\"", "a.star": "*", "a.url": "https://h:1/p?q=1", "a.uni": "größe", "a.tilde": "~", "a.date": "2024-01-01", "a.exp": "1e3", "a.hex": "0x1F", "a.yes": "yes", "a.long": "x" * 120 + " y " + "z" * 60})
        s("prefix-overlap", {"high-availability": "kubernetes", "high-availability.storageDir": "s3://x"})
    else:
        s("dynamic-typed-values", {"a.number": "012", "a.float": "1.10", "a.bool": "true", "a.null": "null", "a.list": "[1, 2]", "a.colon": "k: v", "a.hash": "x # y", "a.empty": "", "a.space": " lead", "a.quote": "it's", "a.dquote": "say \"hi\"", "a.url": "https://h:1/p?q=1", "a.uni": "größe"})
    if v >= (1, 16):
        s("node-name-label", {"kubernetes.node-name-label": "example.org/host"})
    if v >= (2, 3):
        s("pvc", {"kubernetes.persistent-volume-claims": "state-pvc:/data/state,ckpt:/data/ckpt"})
        s("pvc-read-only", {"kubernetes.persistent-volume-claims": "ref-data:/data/ref", "kubernetes.persistent-volume-claim-read-only": "true"})
    # refusals
    out.append(session("hp-err-cluster-id-46", {"kubernetes.cluster-id": "c" * 46, **MEM}))
    out.append(session("hp-cluster-id-45", {"kubernetes.cluster-id": "c" * 45, **MEM}))
    out.append(session("hp-cluster-id-odd-characters", {"kubernetes.cluster-id": "My_Cluster.1", **MEM}))
    out.append(session("hp-err-cluster-id-blank", {"kubernetes.cluster-id": " ", **MEM}))
    s("err-port-range", {"blob.server.port": "6124-6130"})
    s("err-port-text", {"rest.bind-port": "http"})
    s("err-jm-memory-none", mem=False)
    s("err-jm-memory-small", {"jobmanager.memory.process.size": "300m"})
    s("err-tm-memory-small", {"taskmanager.memory.process.size": "300m"})
    s("err-memory-unit", {"jobmanager.memory.process.size": "2Gi"})
    s("err-exposed-type", {"kubernetes.rest-service.exposed.type": "Ingress"})
    s("err-pull-policy", {"kubernetes.container.image.pull-policy": "Sometimes"})
    s("err-cpu", {k.jm_cpu: "500m"})
    s("label-value-too-long", {"kubernetes.jobmanager.labels": "l:" + "x" * 64})
    s("err-map-syntax", {"kubernetes.jobmanager.labels": "novalue"})
    s("err-toleration-field", {"kubernetes.jobmanager.tolerations": "key:a,operator:Exists,bogus:1"})
    s("err-env-secret-field", {"kubernetes.env.secretKeyRef": "env:A,secret:s"})
    return finish(out, version)


# ------------------------------------------------------------------ random

WORDS = "orders clicks billing fraud etl iot ledger search session audit metrics geo risk ads mail feed".split()
ENVS = "dev test stage prod eu us canary blue green v2".split()


def rand_case(rng, version, i, seed):
    k = K(version)
    v = k.v
    style = rng.choice(["small", "small", "medium", "medium", "large"])
    p = {"small": 0.06, "medium": 0.22, "large": 0.6}[style]
    on = lambda f=1.0: rng.random() < p * f
    name = rng.choice(WORDS) + "-" + rng.choice(ENVS) + (f"-{rng.randint(1, 99)}" if rng.random() < 0.4 else "")
    conf = {"kubernetes.cluster-id": name}
    case = {"id": f"rnd-{seed}-{i:04d}"}
    app = rng.random() < 0.5
    case["target"] = "kubernetes-application" if app else "kubernetes-session"

    def kv(n, keys, values):
        ks = rng.sample(keys, min(n, len(keys)))
        return ",".join(f"{x}:{rng.choice(values)}" for x in ks)

    labels = lambda: kv(rng.randint(1, 4), ["team", "owner", "cost-center", "env", "app.kubernetes.io/part-of", "tier", "app", "component"], ["data", "core", "4711", "prod", "a.b_c-d", "x1"])
    annos = lambda: kv(rng.randint(1, 3), ["prometheus.io/scrape", "prometheus.io/port", "sidecar.istio.io/inject", "example.org/note", "iam.amazonaws.com/role"], ["true", "false", "9249", "flink-role", "hello"])
    sel = lambda: kv(rng.randint(1, 2), ["kubernetes.io/arch", "disktype", "topology.kubernetes.io/zone", "pool"], ["amd64", "ssd", "eu-central-1a", "stream"])

    def tol():
        r = []
        for _ in range(rng.randint(1, 3)):
            t = f"key:{rng.choice(['dedicated', 'spot', 'gpu'])},"
            t += rng.choice(["operator:Exists", f"operator:Equal,value:{rng.choice(['flink', 'true', 'batch'])}"])
            if rng.random() < 0.7:
                e = rng.choice(["NoSchedule", "PreferNoSchedule", "NoExecute"])
                t += ",effect:" + e
                if e == "NoExecute" and rng.random() < 0.6:
                    t += f",tolerationSeconds:{rng.choice([30, 300, 6000])}"
            r.append(t)
        return ";".join(r)

    if on(1.5):
        conf["kubernetes.namespace"] = rng.choice(["flink", "streaming", "team-a", "jobs-prod"])
    if on(1.5):
        conf[k.image] = rng.choice(["flink:" + version, "registry.example.org:5000/data/flink-job:1.4.2", "images.example.net/acme/etl@sha256:" + "ab" * 32])
    if on():
        conf["kubernetes.container.image.pull-policy"] = rng.choice(["Always", "Never", "IfNotPresent", "always"])
    if on():
        conf["kubernetes.container.image.pull-secrets"] = ";".join(rng.sample(["regcred", "ecr", "hub-token"], rng.randint(1, 3)))
    if on():
        conf["kubernetes.service-account"] = rng.choice(["flink", "flink-sa"])
    if on(0.7):
        conf["kubernetes.jobmanager.service-account"] = "flink-jm"
    if on(0.7):
        conf["kubernetes.taskmanager.service-account"] = "flink-tm"
    if on(1.3):
        conf[k.jm_cpu] = rng.choice(["0.5", "1", "1.0", "2", "0.25", "3.5", "0.1"])
    if on(1.3):
        conf[rng.choice([k.tm_cpu, "taskmanager.cpu.cores"])] = rng.choice(["0.5", "1", "2.0", "4", "1.3"])
    if v >= (1, 15):
        for comp in ("jobmanager", "taskmanager"):
            for res in ("cpu", "memory"):
                if on(0.6):
                    conf[f"kubernetes.{comp}.{res}.limit-factor"] = rng.choice(["1.0", "1.1", "1.25", "1.5", "2", "3.0", "1.333"])
    for comp in ("jobmanager", "taskmanager"):
        if on(0.9):
            conf[f"kubernetes.{comp}.labels"] = labels()
        if on(0.9):
            conf[f"kubernetes.{comp}.annotations"] = annos()
        if on(0.7):
            conf[f"kubernetes.{comp}.node-selector"] = sel()
        if on(0.7):
            conf[f"kubernetes.{comp}.tolerations"] = tol()
        if on(0.4) and v >= (1, 16):
            conf[f"kubernetes.{comp}.entrypoint.args"] = rng.choice(["-Dx=1", "-D rest.flamegraph.enabled=true", "-Da='b c' -Dd=e"])
    for pfx in ("master", "taskmanager"):
        if on():
            for e in rng.sample(["FOO", "MALLOC_ARENA_MAX", "AWS_REGION", "ENABLE_BUILT_IN_PLUGINS", "JAVA_TOOL_OPTIONS"], rng.randint(1, 3)):
                conf[f"containerized.{pfx}.env.{e}"] = rng.choice(["1", "eu-west-1", "a b c", "x=y", "flink-s3-fs-hadoop-1.0.jar;flink-gs.jar", "$(HOME)/x"])
    if on(0.8):
        conf["kubernetes.env.secretKeyRef"] = ";".join(f"env:{e},secret:{rng.choice(['db', 'kafka-creds'])},key:{e.lower()}" for e in rng.sample(["DB_USER", "DB_PASS", "KAFKA_JAAS"], rng.randint(1, 3)))
    if on(0.8):
        conf["kubernetes.secrets"] = ",".join(f"{n}:/opt/secrets/{n}" for n in rng.sample(["db", "tls-store", "gcp-key", "kafka"], rng.randint(1, 3)))
    if on(1.3):
        conf["kubernetes.rest-service.exposed.type"] = rng.choice(["ClusterIP", "NodePort", "LoadBalancer"] + (["Headless_ClusterIP"] if v >= (1, 16) else []))
    if on(0.7):
        conf["kubernetes.rest-service.annotations"] = annos()
    if on(0.7):
        conf["rest.port"] = str(rng.choice([8081, 80, 9091, 18081]))
    if on(0.5):
        conf["rest.bind-port"] = str(rng.choice([8081, 9092, 0, 18082]))
    if on(0.5):
        conf["jobmanager.rpc.port"] = str(rng.choice([6123, 6500, 16123]))
    if on(0.5):
        conf["blob.server.port"] = str(rng.choice([0, 6124, 50100]))
    if on(0.5):
        conf["taskmanager.rpc.port"] = str(rng.choice([0, 6122, 50200]))
    if v >= (1, 15) and on(0.35):
        conf["kubernetes.hostnetwork.enabled"] = rng.choice(["true", "true", "false"])
    if on(1.2):
        h = rng.choice(["kubernetes", "kubernetes", "zookeeper", "NONE"]) if v >= (1, 12) else rng.choice(["zookeeper", "NONE"])
        conf[k.ha] = k.ha_k8s if h == "kubernetes" else h
        if h != "NONE":
            conf["high-availability.storageDir"] = rng.choice(["s3://ha/" + name, "hdfs:///flink/ha", "file:///flink-data/ha"])
            if h == "zookeeper":
                conf["high-availability.zookeeper.quorum"] = "zk-0.zk:2181,zk-1.zk:2181"
                if rng.random() < 0.4:
                    conf["high-availability.jobmanager.port"] = rng.choice(["0", "50010", "6123"])
            if rng.random() < 0.3:
                conf["high-availability.cluster-id"] = "/custom"
            if v >= (1, 14) and rng.random() < 0.5:
                conf["kubernetes.jobmanager.replicas"] = str(rng.randint(1, 3))
    if v >= (1, 12) and on(0.5):
        conf["kubernetes.jobmanager.owner.reference"] = ";".join(f"apiVersion:{rng.choice(['v1', 'apps/v1', 'batch/v1'])},kind:{rng.choice(['Job', 'Deployment', 'ConfigMap'])},name:owner-{j},uid:0f1e2d3c-{j},controller:{rng.choice(['true', 'false'])},blockOwnerDeletion:{rng.choice(['true', 'false'])}" for j in range(rng.randint(1, 2)))
    # memory
    jm = rng.choice(["process", "process", "process", "flink", "heap"])
    if jm == "process":
        conf["jobmanager.memory.process.size"] = rng.choice(["1600m", "2g", "1 gb", "4096m", "1700000000b", "1024m", "3145728k"])
    elif jm == "flink":
        conf["jobmanager.memory.flink.size"] = rng.choice(["1g", "1280m", "3g"])
    else:
        conf["jobmanager.memory.heap.size"] = rng.choice(["512m", "1g", "2048m"])
    if on(0.4):
        conf["jobmanager.memory.off-heap.size"] = rng.choice(["128m", "256m"])
    if on(0.4):
        conf["jobmanager.memory.jvm-overhead.fraction"] = rng.choice(["0.1", "0.2", "0.15"])
    tm = rng.choice(["process", "process", "process", "flink", "fine"])
    if tm == "process":
        conf["taskmanager.memory.process.size"] = rng.choice(["1728m", "2g", "4g", "8192m", "2000000001b", "3 gb"])
    elif tm == "flink":
        conf["taskmanager.memory.flink.size"] = rng.choice(["1280m", "2g", "6g"])
    else:
        conf["taskmanager.memory.task.heap.size"] = rng.choice(["512m", "1g"])
        conf["taskmanager.memory.managed.size"] = rng.choice(["256m", "1g", "0"])
    if on(0.5) and tm != "fine":
        conf["taskmanager.memory.managed.fraction"] = rng.choice(["0.1", "0.4", "0.5", "0.6", "0.3"])
    if on(0.4):
        conf["taskmanager.memory.network.fraction"] = rng.choice(["0.1", "0.15", "0.05"])
    if on(0.4):
        conf["taskmanager.memory.jvm-metaspace.size"] = rng.choice(["128m", "256m", "512m"])
    if on(1.5):
        conf["taskmanager.numberOfTaskSlots"] = str(rng.choice([1, 2, 3, 4, 8]))
    # plain Flink settings, to exercise the config file
    for key, vals in ((k.ckpt_dir, ["s3://ckpt/" + name]), ("execution.checkpointing.interval", ["10s", "1 min", "60000"]), (k.backend, ["rocksdb", "hashmap"]),
                      ("parallelism.default", ["1", "4", "12"]), (k.java_opts, ["-XX:+UseG1GC", "-Dkey=value -Dother='x y'"]), ("rest.flamegraph.enabled", ["true"]),
                      ("metrics.reporter.prom.factory.class", ["org.apache.flink.metrics.prometheus.PrometheusReporterFactory"]), ("metrics.reporter.prom.port", ["9249"]),
                      ("pipeline.max-parallelism", ["128"]), ("s3.endpoint", ["https://minio:9000"]), ("web.submit.enable", ["false"]),
                      ("kubernetes.flink.conf.dir", ["/opt/flink/conf", "/opt/flink/conf2"]), ("kubernetes.flink.log.dir", ["/opt/flink/log", "/var/log/flink"]),
                      ("kubernetes.entry.path", ["/docker-entrypoint.sh", "/custom-entry.sh"])):
        if on(0.5):
            conf[key] = rng.choice(vals)
    if v >= (1, 20) and on(0.5):
        conf["kubernetes.internal-service.annotations"] = annos()
    if v >= (2, 2) and on(0.5):
        conf["kubernetes.internal-service.labels"] = labels()
    if v >= (2, 2) and on(0.5):
        conf["kubernetes.rest-service.labels"] = labels()
    if v >= (2, 3) and on(0.5):
        conf["kubernetes.persistent-volume-claims"] = rng.choice(["pvc-a:/data/a", "pvc-a:/data/a,pvc-b:/data/b"])
        if rng.random() < 0.3:
            conf["kubernetes.persistent-volume-claim-read-only"] = "true"
    if on(0.4):
        conf.update({"external-resources": "gpu", "external-resource.gpu.amount": "1", "external-resource.gpu.kubernetes.config-key": "nvidia.com/gpu"})
    files, env = {}, {}
    if on(0.6):
        if rng.random() < 0.5:
            conf["kubernetes.hadoop.conf.config-map.name"] = "hadoop-conf"
        else:
            files["/opt/client/hadoop-conf/core-site.xml"] = CORE_SITE
            if rng.random() < 0.7:
                files["/opt/client/hadoop-conf/hdfs-site.xml"] = HDFS_SITE
            env["HADOOP_CONF_DIR"] = "/opt/client/hadoop-conf"
    if on(0.5):
        files["/opt/client/krb/flink.keytab"] = KEYTAB
        conf["security.kerberos.login.keytab"] = "/opt/client/krb/flink.keytab"
        conf["security.kerberos.login.principal"] = "flink@EXAMPLE.ORG"
        if rng.random() < 0.6:
            files["/opt/client/krb/krb5.conf"] = KRB5
            conf["security.kerberos.krb5-conf.path"] = "/opt/client/krb/krb5.conf"
    if v >= (1, 17) and on(0.3):
        conf["kubernetes.decorator.kerberos-mount.enabled"] = rng.choice(["true", "false"])
    if v >= (1, 17) and on(0.3):
        conf["kubernetes.decorator.hadoop-conf-mount.enabled"] = rng.choice(["true", "false"])
    cdir = {}
    if rng.random() < 0.6:
        cdir["log4j-console.properties"] = LOG4J
    if on(0.4):
        cdir["logback-console.xml"] = LOGBACK
    if cdir:
        case["confDir"] = cdir
    if v >= (1, 13) and on(1.2):
        tpl = {}
        for which in rng.choice([["common"], ["common"], ["jobmanager"], ["taskmanager"], ["jobmanager", "taskmanager"]]):
            tpl[which] = rand_template(rng)
        case["podTemplates"] = tpl
    if app:
        a = {"jar": rng.choice(["local:///opt/flink/usrlib/job.jar", f"local:///opt/flink/usrlib/{name}-1.0.jar"])}
        if v >= (1, 19) and rng.random() < 0.15:
            a["jar"] = rng.choice(["s3://artifacts/job.jar", "https://example.org/repo/job.jar"])
        if rng.random() < 0.7:
            a["mainClass"] = rng.choice(["org.example.StreamingJob", "com.acme.etl.Main$Inner"])
        if rng.random() < 0.6:
            a["args"] = rng.sample(["--input", "s3://in/a b", "--output", "kafka:9092", "--mode=fast", "-x", "k1:v1,k2:v2", "a;b", "--json={\"a\":1}"], rng.randint(1, 5))
        if rng.random() < 0.4:
            a["parallelism"] = rng.choice([1, 2, 8, 32])
        if rng.random() < 0.25:
            a["savepoint"] = "s3://savepoints/savepoint-ab12cd-0123456789ab"
            if rng.random() < 0.5:
                a["allowNonRestoredState"] = True
        if rng.random() < 0.15:
            a["detached"] = True
        case["application"] = a
    # a tenth of the cases carries one mistake
    if rng.random() < 0.1:
        m = rng.choice(["cid", "port", "factor", "mem", "type", "map", "replicas", "unit"])
        if m == "cid":
            conf["kubernetes.cluster-id"] = (name + "-" + "x" * 50)[: rng.choice([46, 50])]
        elif m == "port":
            conf["blob.server.port"] = "50100-50200"
        elif m == "factor" and v >= (1, 15):
            conf["kubernetes.jobmanager.memory.limit-factor"] = "0.8"
        elif m == "mem":
            conf["jobmanager.memory.process.size"] = "350m"
        elif m == "type":
            conf["kubernetes.rest-service.exposed.type"] = "External"
        elif m == "map":
            conf["kubernetes.jobmanager.node-selector"] = "ssd"
        elif m == "replicas" and v >= (1, 14):
            conf["kubernetes.jobmanager.replicas"] = rng.choice(["0", "-1", "two"])
        elif m == "unit":
            conf["taskmanager.memory.process.size"] = "2Gi"
    keys = list(conf)
    rng.shuffle(keys)
    case["configuration"] = {x: conf[x] for x in keys}
    if files:
        case["files"] = files
    if env:
        case["env"] = env
    return case


def rand_template(rng):
    main = {}
    extra = {}
    if rng.random() < 0.7:
        main["env"] = [{"name": n, "value": rng.choice(["1", "x y"])} for n in rng.sample(["TZ", "LANG", "FOO", "EXTRA"], rng.randint(1, 3))]
    if rng.random() < 0.4:
        main["resources"] = {"requests": {"cpu": "100m", "ephemeral-storage": "1Gi"}, "limits": {"memory": "3Gi"}}
    if rng.random() < 0.4:
        main["volumeMounts"] = [{"name": "data", "mountPath": "/data"}]
        extra["volumes"] = [{"name": "data", **rng.choice([{"emptyDir": {}}, {"persistentVolumeClaim": {"claimName": "data"}}, {"emptyDir": {"medium": "Memory", "sizeLimit": "1Gi"}}])}]
    if rng.random() < 0.3:
        main["image"] = "tpl/flink:1"
    if rng.random() < 0.2:
        main["securityContext"] = {"readOnlyRootFilesystem": True}
    if rng.random() < 0.2:
        main["readinessProbe"] = {"httpGet": {"path": "/config", "port": "rest"}, "periodSeconds": 5}
    if rng.random() < 0.4:
        extra["sidecars"] = [{"name": "sidecar", "image": "fluent/fluent-bit:2.2"}]
    if rng.random() < 0.3:
        extra["initContainers"] = [{"name": "init", "image": "busybox:1.36", "command": ["sh", "-c", "true"]}]
    if rng.random() < 0.4:
        extra["labels"] = {rng.choice(["team", "app", "x"]): "tpl"}
    if rng.random() < 0.3:
        extra["annotations"] = {"prometheus.io/scrape": "true"}
    for key, val in (("securityContext", {"runAsUser": 9999, "fsGroup": 9999}), ("nodeSelector", {"pool": "tpl"}), ("tolerations", [{"key": "tpl", "operator": "Exists"}]), ("serviceAccountName", "tpl-sa"), ("serviceAccount", "tpl-sa2"),
                     ("imagePullSecrets", [{"name": "tpl"}]), ("priorityClassName", "high"), ("affinity", {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchExpressions": [{"key": "a", "operator": "In", "values": ["b"]}]}]}}}),
                     ("dnsPolicy", "Default"), ("hostAliases", [{"ip": "10.0.0.1", "hostnames": ["h"]}]), ("topologySpreadConstraints", [{"maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": {"matchLabels": {"a": "b"}}}])):
        if rng.random() < 0.2:
            extra[key] = val
    return template(main if rng.random() < 0.9 else None, **extra)


def one_case(rng, version, i, seed):
    case = rand_case(rng, version, i, seed)
    return widened(case, rng, version) if i % 2 == 1 else case


def finish(cases, version):
    for c in cases:
        if c.get("application", {}).get("jar", 1) is None:
            del c["application"]["jar"]
        c["flinkVersion"] = version
    ids = [c["id"] for c in cases]
    assert len(ids) == len(set(ids)), "duplicate ids"
    return cases


def main():
    mode, version = sys.argv[1:3]
    if mode == "handpicked":
        cases = handpicked(version)
    else:
        seed, n = sys.argv[3], int(sys.argv[4])
        cases = finish([one_case(random.Random(f"{seed}/{version}/{i}"), version, i, seed) for i in range(n)], version)
    order = ["id", "flinkVersion", "target", "via", "configuration", "application", "podTemplates", "confDir", "files", "env"]
    for c in cases:
        sys.stdout.write(json.dumps({x: c[x] for x in order if x in c}, ensure_ascii=False, separators=(",", ":")) + "\n")


main()
