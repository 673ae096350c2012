// The session cluster of the Flink documentation, file by file: without hardening and exposed on a port of every node,
// as documented.
import * as path from 'node:path';
import { App, Chart, Size, YamlOutputType } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion, Hardening, type QueryableStateOptions, RestAccess } from 'cdk8s-flink';

function documents(version: FlinkVersion, queryableState?: QueryableStateOptions): void {
  const app = new App({
    outdir: path.join(process.env.CDK8S_OUTDIR ?? 'dist', version.releaseLine),
    yamlOutputType: YamlOutputType.FILE_PER_RESOURCE,
  });
  new FlinkSessionCluster(new Chart(app, 'documents'), 'Flink', {
    version,
    queryableState,
    hardening: Hardening.NONE,
    jobManager: { memory: Size.mebibytes(1600) },
    taskManager: { memory: Size.mebibytes(1728), taskSlots: 2, replicas: 2 },
    restAccess: RestAccess.nodePort({ nodePort: 30081 }),
    configuration: { 'parallelism.default': 2 },
  });
  app.synth();
}

documents(FlinkVersion.V1_17, { nodePort: 30025 });
documents(FlinkVersion.V2_2); // Flink 2 has no queryable state
