import { type App, Chart } from 'cdk8s';
import { BUILT_LOCALLY, common } from './shared';
import { FlinkApplicationCluster, type FlinkJob, FlinkVersion, JobArtifact, UpgradeMode } from 'cdk8s-flink';

const JOBS: { readonly [name: string]: FlinkJob } = {
  'beam-example': {
    artifact: JobArtifact.inImage('local:///opt/flink/usrlib/beam-runner.jar'),
    entryClass: 'org.apache.beam.examples.WordCount',
    args: ['--runner=FlinkRunner', '--output=file://opt/output.txt'],
  },
  'python-example': {
    artifact: JobArtifact.inImage('local:///opt/flink/opt/flink-python_2.12-1.16.1.jar'),
    entryClass: 'org.apache.flink.client.python.PythonDriver',
    args: ['-pyclientexec', '/usr/local/bin/python3', '-py', '/opt/flink/usrlib/python_demo.py'],
  },
  'sql-example': {
    artifact: JobArtifact.inImage('local:///opt/flink/usrlib/sql-runner.jar'),
    args: ['/opt/flink/usrlib/sql-scripts/simple.sql'],
  },
};
const IMAGES: { readonly [name: string]: string } = {
  'beam-example': 'flink-beam-example:latest',
  'python-example': 'flink-python-example:latest',
  'sql-example': 'flink-sql-runner-example:latest',
};

/** Beam, Python and SQL, each in its own image. */
export function languages(app: App): void {
  for (const [name, job] of Object.entries(JOBS)) {
    const chart = new Chart(app, name);
    const shared = common(chart);
    new FlinkApplicationCluster(chart, name, {
      ...shared,
      suppressions: BUILT_LOCALLY,
      version: name === 'beam-example' ? FlinkVersion.V2_2 : FlinkVersion.V1_20,
      image: IMAGES[name],
      taskManager: { ...shared.taskManager, taskSlots: 1 },
      job: { ...job, parallelism: 1, upgradeMode: UpgradeMode.STATELESS },
    });
  }
}
