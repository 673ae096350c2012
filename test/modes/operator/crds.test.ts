import { Duration, Size, Testing } from 'cdk8s';
import {
  DeploymentMode,
  FlinkBlueGreenDeployment,
  FlinkStateSnapshot,
  FlinkVersion,
  Hardening,
  JobArtifact,
  UpgradeMode,
  OperatorDeploymentMode,
  OperatorJob,
  StateSnapshot,
} from '../../../src';
import { crdErrors, crdsIn, reducedCrds } from '../../support/crd-schema';
import { fullPodOptions } from '../../support/full-props';
import { cluster, manifests, newChart, only } from '../../support/synth';

/** The directory with the CRDs of every release, one directory each. */
const DIRECTORY = process.env.FLINK_OPERATOR_CRDS;

function operator(release: string): DeploymentMode {
  return DeploymentMode.operator({
    operatorVersion: release,
    mode: OperatorDeploymentMode.NATIVE,
    restartNonce: 3,
    ingress: {
      template: '{{name}}.example.com',
      className: 'nginx',
      annotations: { a: 'b' },
      ...(isBefore(release, 8) ? {} : { labels: { c: 'd' }, tls: [{ hosts: ['e'], secretName: 'f' }] }),
    },
  });
}

function isBefore(release: string, minor: number): boolean {
  return Number(release.split('.')[1]) < minor;
}

/** Init containers with a restart policy are newer than the oldest CRDs. */
function podOptions(release: string): any {
  const { initContainers: _newer, sidecars: _probes, ...options } = fullPodOptions();
  return isBefore(release, 10) ? options : fullPodOptions();
}

const BLUE_GREEN = {
  version: FlinkVersion.V1_20,
  job: {
    artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar'),
    args: ['--a', 'b'],
    upgradeMode: UpgradeMode.SAVEPOINT,
  },
  ingress: {
    template: 'all.example.com/{{name}}',
    className: 'nginx',
    labels: { c: 'd' },
    tls: [{ hosts: ['e'], secretName: 'f' }],
  },
  abortGracePeriod: Duration.minutes(5),
  deletionDelay: Duration.seconds(30),
  rescheduleInterval: Duration.seconds(5),
  configuration: {
    'execution.checkpointing.dir': 's3://a/b',
    'execution.checkpointing.savepoint-dir': 's3://a/c',
  },
};

const DEFINITIONS = [
  ...reducedCrds().map((crds) => ({ ...crds, what: 'the fields that the operator itself defines' })),
  ...(DIRECTORY === undefined ? [] : crdsIn(DIRECTORY)).map((crds) => ({ ...crds, what: 'the complete CRDs' })),
];

describe.each(DEFINITIONS)('$what, release $release', (crds) => {
  const { release } = crds;
  const errors = (manifest: any) => crdErrors(manifest, crds);

  test('accept a cluster with every field', () => {
    const made = cluster({
      version: FlinkVersion.V1_19,
      mode: operator(release),
      ...podOptions(release),
      image: 'flink:1.19.3',
      jobManager: { cpu: 0.5, memoryLimitFactor: 2, replicas: 1 },
      taskManager: { taskSlots: 3, cpuLimitFactor: 2, env: { ONLY: 'here' } },
      configuration: { 'parallelism.default': 2, state: { 'backend.incremental': true } },
    });
    const manifest = only(manifests(made), 'FlinkDeployment');
    expect(manifest.spec.podTemplate.spec.priorityClassName).toBe('high');
    expect(errors(manifest)).toEqual([]);
  });

  test('accept a cluster without optional fields, with hardening and without', () => {
    const size = { memory: Size.gibibytes(2) };
    const needed = { serviceAccount: fullPodOptions().serviceAccount, jobManager: size, taskManager: size };
    for (const hardening of [Hardening.RESTRICTED, Hardening.NONE]) {
      expect(
        errors(
          only(
            manifests({ version: FlinkVersion.V1_18, hardening, mode: operator(release), ...needed }),
            'FlinkDeployment',
          ),
        ),
      ).toEqual([]);
    }
  });

  if (crds.kinds.has('FlinkBlueGreenDeployment')) {
    test('accept a blue/green deployment with every field', () => {
      const chart = newChart();
      new FlinkBlueGreenDeployment(chart, 'Orders', {
        ...BLUE_GREEN,
        mode: operator(release),
        ...podOptions(release),
        image: 'flink:1.20.1',
      });
      expect(errors(only(Testing.synth(chart), 'FlinkBlueGreenDeployment'))).toEqual([]);
    });
  }

  if (crds.kinds.has('FlinkStateSnapshot')) {
    test('accept snapshots', () => {
      const chart = newChart();
      const job = OperatorJob.deployment('flink');
      [StateSnapshot.checkpoint(), StateSnapshot.savepoint({ path: 's3://a/b', disposeOnDelete: false })].forEach(
        (snapshot, index) => {
          new FlinkStateSnapshot(chart, `Snapshot${index}`, { snapshot, job, backoffLimit: 2 });
        },
      );
      new FlinkStateSnapshot(chart, 'Existing', { snapshot: StateSnapshot.existingSavepoint('s3://a/c') });
      expect(Testing.synth(chart).flatMap(errors)).toEqual([]);
    });
  }

  test('reject a field that the release does not know', () => {
    const manifest = only(manifests({ version: FlinkVersion.V1_18, mode: operator(release) }), 'FlinkDeployment');
    expect(errors({ ...manifest, spec: { ...manifest.spec, unheardOf: 1 } })).toEqual([
      "/spec: unknown field 'unheardOf'",
    ]);
  });
});

// The complete CRDs are 7 MB. The reduced ones have only the fields that the operator itself defines.
if (DIRECTORY === undefined) {
  test.skip('the complete CRDs: set FLINK_OPERATOR_CRDS to a directory with one directory per release', () =>
    undefined);
}
