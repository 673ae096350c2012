import * as path from 'node:path';
import { App, Chart, Size } from 'cdk8s';
import { FlinkSessionCluster } from 'cdk8s-flink';
import { CLUSTERS, type ClusterSpec, type Environment, ENVIRONMENTS } from './clusters';

/** One Chart and therefore one file per cluster: a change of one cluster does not change another file. */
function flinkCluster(app: App, environment: Environment, spec: ClusterSpec): void {
  const chart = new Chart(app, spec.name, { namespace: `${spec.team}-${environment}` });
  new FlinkSessionCluster(chart, 'Flink', {
    clusterName: spec.name,
    version: spec.version,
    imageRegistry: 'registry.example.com/mirror',
    podLabels: { 'example.com/team': spec.team },
    taskManager: { memory: Size.gibibytes(spec.gibibytes), taskSlots: 2, replicas: spec.taskManagers[environment] },
    configuration: { 'restart-strategy.type': 'exponential-delay', ...spec.configuration },
    strict: environment === 'prod', // a warning in dev is an error in prod
  });
}

/** One App and therefore one directory per environment. */
for (const environment of ENVIRONMENTS) {
  const app = new App({ outdir: path.join(process.env.CDK8S_OUTDIR ?? 'dist', environment) });
  for (const spec of CLUSTERS) {
    flinkCluster(app, environment, spec);
  }
  app.synth();
}
