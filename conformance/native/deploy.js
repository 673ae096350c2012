'use strict';
// Deploys a case through the public constructs with parity. A case contains the input of Flink's own client and the
// files on its disk; the result has the form of Flink's own answers. The library is an argument: the driver passes the
// compiled library, tests pass its sources.
const { App, Chart, Testing } = require('cdk8s');

const MEBIBYTE = 1024 * 1024;
const TEMPLATES = '/opt/client/pod-templates';
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);

/** Returns a function that deploys a case and returns the result or its error. */
exports.deployer = (library) => (test) => {
  try {
    return { flinkVersion: test.flinkVersion, ...deploy(library, test) };
  } catch (error) {
    return { flinkVersion: test.flinkVersion, error: { message: error.message } };
  }
};

function deploy(library, test) {
  const chart = new Chart(new App(), 'chart');
  const cluster = clusterOf(library, chart, test);
  const all = Testing.synth(chart);
  const effective = cluster.configuration.effective();
  return {
    effectiveConfiguration: effective,
    clusterSpecification: {
      masterMemoryMB: Math.floor(cluster.jobManager.memory.totalProcess / MEBIBYTE),
      taskManagerMemoryMB: Math.floor(cluster.taskManager.memory.totalProcess / MEBIBYTE),
      slotsPerTaskManager: Number(effective['taskmanager.numberOfTaskSlots'] ?? 1),
    },
    jobManager: {
      deployment: all.find(({ kind }) => kind === 'Deployment'),
      accompanyingResources: all.filter(({ kind }) => kind !== 'Deployment'),
    },
    ...previewed(cluster),
  };
}

function previewed(cluster) {
  try {
    const pod = cluster.taskManager.previewPod();
    return pod.kind === 'Pod' ? { taskManagerPod: pod } : {};
  } catch (error) {
    return { taskManagerError: { message: error.message } };
  }
}

function clusterOf(library, chart, test) {
  const { DeploymentMode, FlinkApplicationCluster, FlinkSessionCluster, FlinkVersion } = library;
  const version = FlinkVersion.of(test.flinkVersion);
  const { files: templateFiles, options } = templates(library, test, version);
  const configuration = { ...options, ...test.configuration, ...commandLineOptions(test) };
  const named = Object.entries(test.files ?? {}).map(([path, content]) => [
    path,
    fileOf(library, baseName(path), content),
  ]);
  const mode = DeploymentMode.native({
    parity: true,
    includeCliOptions: test.via !== 'descriptor',
    confDir: Object.entries(test.confDir ?? {}).map(([name, content]) => fileOf(library, name, content)),
    hadoopConfDir: hadoopFiles(library, test, version),
    clientFiles: { ...Object.fromEntries(named), ...templateFiles },
  });
  const isApplication = test.target === 'kubernetes-application';
  return new (isApplication ? FlinkApplicationCluster : FlinkSessionCluster)(chart, 'Flink', {
    ...(isApplication && { job: jobOf(library, test) }),
    version,
    mode,
    configuration,
    clusterName: configuration['kubernetes.cluster-id'],
    namespace: configuration['kubernetes.namespace'],
  });
}

function fileOf({ FlinkFile }, name, content) {
  return typeof content === 'string' ? FlinkFile.fromText(name, content) : FlinkFile.fromBytes(name, content.base64);
}

/** Writes the pod templates of a case to files. Options name the files, unless the case does. */
function templates({ FlinkFile }, { podTemplates = {} }, version) {
  const files = {};
  const options = {};
  for (const [role, template] of Object.entries(podTemplates)) {
    const path = `${TEMPLATES}/${role}.yaml`;
    files[path] = FlinkFile.fromText(
      `${role}.yaml`,
      typeof template === 'string' ? template : JSON.stringify(template),
    );
    options[`kubernetes.pod-template-file${templateSuffix(role, version)}`] = path;
  }
  return { files, options };
}

function templateSuffix(role, version) {
  if (role !== 'common') {
    return `.${role}`;
  }
  return version._isAtLeast('1.17') ? '.default' : '';
}

/** Options that a command line sets differently. */
function commandLineOptions({ via, application: { classpaths, detached } = {} }) {
  return (
    via !== 'descriptor' && {
      ...(classpaths && { 'pipeline.classpaths': classpaths }),
      ...(detached && { 'execution.attached': 'false' }),
    }
  );
}

function hadoopFiles(library, test, version) {
  const directory = hadoopDirectory(test, version);
  return Object.entries(test.files ?? {})
    .filter(([path]) => path === `${directory}/${baseName(path)}`)
    .map(([path, content]) => fileOf(library, baseName(path), content));
}

/**
 * The directory that the environment of the client names. Below `HADOOP_HOME`, it is the first of two directories that
 * exists; Flink 1.11 always uses the first one.
 */
function hadoopDirectory({ env: { HADOOP_CONF_DIR: named = '', HADOOP_HOME: home = '' } = {}, files = {} }, version) {
  if (named.trim() !== '') {
    return named.replace(/\/+$/, '');
  }
  const [newer, older] = [`${home}/etc/hadoop`, `${home}/conf`];
  const exists = Object.keys(files).some((path) => path.startsWith(`${newer}/`));
  return home.trim() === '' || exists || !version._isAtLeast('1.12') ? newer : older;
}

/** The job of an application case. The descriptor contains only its jar, class and arguments. */
function jobOf(
  { JobArtifact },
  { via, application: { jar, mainClass, args, parallelism, savepoint, allowNonRestoredState, claimMode } },
) {
  return {
    artifact: jar && JobArtifact.inImage(jar),
    entryClass: mainClass,
    args,
    ...(via !== 'descriptor' && {
      parallelism,
      savepoint: savepoint && { path: savepoint, allowNonRestoredState, claimMode },
    }),
  };
}
