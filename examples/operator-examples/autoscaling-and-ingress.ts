import { type App, Chart, Duration } from 'cdk8s';
import { BUILT_LOCALLY, common, HOST_STATE, ONE_NODE, STATE_DIRECTORIES, STATE_MACHINE } from './shared';
import {
  Autoscaling,
  DeploymentMode,
  FlinkApplicationCluster,
  FlinkVersion,
  JobArtifact,
  type OperatorIngress,
  UpgradeMode,
} from 'cdk8s-flink';

/** The web UI at a host name, and at a path that the Ingress controller rewrites. */
export function ingresses(app: App): void {
  const byFile: { [file: string]: OperatorIngress } = {
    'basic-ingress': { template: '{{name}}.{{namespace}}.flink.k8s.io' },
    'advanced-ingress': {
      template: '/{{namespace}}/{{name}}(/|$)(.*)',
      className: 'nginx',
      annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' },
    },
  };
  for (const [file, ingress] of Object.entries(byFile)) {
    const chart = new Chart(app, file);
    const mode = DeploymentMode.operator({ operatorVersion: '1.15.0', ingress });
    new FlinkApplicationCluster(chart, file, {
      ...common(chart),
      mode,
      job: { artifact: STATE_MACHINE, parallelism: 2 },
    });
  }
}

const ARTIFACT = JobArtifact.inImage('local:///opt/flink/usrlib/autoscaling.jar');

/** Jobs whose parallelism the operator scales with their load. */
export function autoscaling(app: App): void {
  withDefaults(app);
  withDynamicLoad(app);
}

function withDefaults(app: App): void {
  const chart = new Chart(app, 'autoscaling');
  const shared = common(chart);
  new FlinkApplicationCluster(chart, 'autoscaling-example', {
    ...shared,
    ...HOST_STATE,
    suppressions: [...ONE_NODE, ...BUILT_LOCALLY],
    version: FlinkVersion.V1_20,
    image: 'autoscaling-example',
    autoscaling: Autoscaling.enabled({
      stabilizationInterval: Duration.minutes(1),
      metricsWindow: Duration.minutes(3),
      targetUtilizationBoundary: 0.1,
    }),
    configuration: {
      ...STATE_DIRECTORIES,
      'pipeline.max-parallelism': 24,
      'high-availability': { type: 'kubernetes', storageDir: 'file:///flink-data/ha' },
      'execution.checkpointing.interval': '1m',
      'jobmanager.scheduler': 'adaptive',
    },
    jobManager: { ...shared.jobManager, cpu: 0.5 },
    taskManager: { ...shared.taskManager, taskSlots: 4 },
    job: { artifact: ARTIFACT, parallelism: 1, upgradeMode: UpgradeMode.LAST_STATE, args: ['10'] },
  });
}

function withDynamicLoad(app: App): void {
  const chart = new Chart(app, 'autoscaling-dynamic');
  const shared = common(chart);
  new FlinkApplicationCluster(chart, 'autoscaling-dynamic', {
    ...shared,
    suppressions: BUILT_LOCALLY,
    version: FlinkVersion.V1_20,
    image: 'autoscaling-example',
    autoscaling: Autoscaling.enabled({
      stabilizationInterval: Duration.minutes(1),
      metricsWindow: Duration.minutes(15),
      utilizationTarget: 0.5,
      targetUtilizationBoundary: 0.3,
    }),
    configuration: { 'pipeline.max-parallelism': 32 },
    podTemplate: { spec: { containers: [{ name: 'flink-main-container' }] } },
    jobManager: { ...shared.jobManager, cpu: 0.5 },
    taskManager: { ...shared.taskManager, taskSlots: 4 },
    job: {
      artifact: ARTIFACT,
      entryClass: 'autoscaling.LoadSimulationPipeline',
      parallelism: 1,
      upgradeMode: UpgradeMode.STATELESS,
      args: ['--maxLoadPerTask "1;2;4;8;16;\\n16;8;4;2;1\\n8;4;16;1;2" --repeatsAfterMinutes "60"'],
    },
  });
}
