'use strict';
// Deploys a case, which says what Flink's own client would be given and find on its disk, through the public constructs at parity, and gives what the
// library would create in the form of Flink's own answers. The library is an argument: compiled for the driver, from its sources for tests.
const { App, Chart, Testing } = require('cdk8s');

const MEBIBYTE = 1024 * 1024;
const TEMPLATES = '/opt/client/pod-templates';
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);

exports.deployer = ({
  DeploymentMode,
  FlinkApplicationCluster,
  FlinkFile,
  FlinkSessionCluster,
  FlinkVersion,
  JobArtifact,
}) => {
  const file = (name, content) =>
    typeof content === 'string' ? FlinkFile.fromText(name, content) : FlinkFile.fromBytes(name, content.base64);

  /** The folder that the client's environment names: below `HADOOP_HOME` the first of two that is there, for 1.11 the first in any case. */
  function hadoopFolder({ env: { HADOOP_CONF_DIR: folder = '', HADOOP_HOME: home = '' } = {}, files = {} }, version) {
    const [newer, older] = [`${home}/etc/hadoop`, `${home}/conf`];
    const isThere = Object.keys(files).some((path) => path.startsWith(`${newer}/`));
    return folder.trim() !== ''
      ? folder.replace(/\/+$/, '')
      : home.trim() === '' || isThere || !version._isAtLeast('1.12')
        ? newer
        : older;
  }

  function hadoopFiles(test, version) {
    const folder = hadoopFolder(test, version);
    return Object.entries(test.files ?? {})
      .filter(([path]) => path === `${folder}/${baseName(path)}`)
      .map(([path, content]) => file(baseName(path), content));
  }

  /** Pod templates of a case lie in files of their own, which options name unless the case does it itself. */
  function templates({ podTemplates = {} }, version) {
    const files = {};
    const options = {};
    for (const [role, template] of Object.entries(podTemplates)) {
      const path = `${TEMPLATES}/${role}.yaml`;
      files[path] = FlinkFile.fromText(
        `${role}.yaml`,
        typeof template === 'string' ? template : JSON.stringify(template),
      );
      const suffix = role === 'common' ? (version._isAtLeast('1.17') ? '.default' : '') : `.${role}`;
      options[`kubernetes.pod-template-file${suffix}`] = path;
    }
    return { files, options };
  }

  /** The job of an application case; the descriptor is told its jar, class and arguments alone. */
  function jobOf({
    via,
    application: { jar, mainClass, args, parallelism, savepoint, allowNonRestoredState, claimMode },
  }) {
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

  /** Options that a command line states otherwise. */
  function statedOf({ via, application: { classpaths, detached } = {} }) {
    return (
      via !== 'descriptor' && {
        ...(classpaths && { 'pipeline.classpaths': classpaths }),
        ...(detached && { 'execution.attached': 'false' }),
      }
    );
  }

  function clusterOf(chart, test) {
    const version = FlinkVersion.of(test.flinkVersion);
    const { files: templateFiles, options } = templates(test, version);
    const configuration = { ...options, ...test.configuration, ...statedOf(test) };
    const named = Object.entries(test.files ?? {}).map(([path, content]) => [path, file(baseName(path), content)]);
    const mode = DeploymentMode.native({
      parity: true,
      includeCliOptions: test.via !== 'descriptor',
      confDir: Object.entries(test.confDir ?? {}).map(([name, content]) => file(name, content)),
      hadoopConfDir: hadoopFiles(test, version),
      clientFiles: { ...Object.fromEntries(named), ...templateFiles },
    });
    const isApplication = test.target === 'kubernetes-application';
    return new (isApplication ? FlinkApplicationCluster : FlinkSessionCluster)(chart, 'Flink', {
      ...(isApplication && { job: jobOf(test) }),
      version,
      mode,
      configuration,
      clusterName: configuration['kubernetes.cluster-id'],
      namespace: configuration['kubernetes.namespace'],
    });
  }

  function previewed(cluster) {
    try {
      const pod = cluster.taskManager.previewPod();
      return pod.kind === 'Pod' ? { taskManagerPod: pod } : {};
    } catch (error) {
      return { taskManagerError: { message: error.message } };
    }
  }

  function deploy(test) {
    const chart = new Chart(new App(), 'chart');
    const cluster = clusterOf(chart, test);
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

  return (test) => {
    try {
      return { flinkVersion: test.flinkVersion, ...deploy(test) };
    } catch (error) {
      return { flinkVersion: test.flinkVersion, error: { message: error.message } };
    }
  };
};
