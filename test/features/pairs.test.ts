import { Chart, Duration, Size } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import {
  Checkpointing, type FlinkSessionClusterProps, FlinkVersion, HighAvailability, LocalDisk, LocalRecovery, StateBackend,
} from '../../src';
import { RULES } from '../../src/validation/rules';
import { schemaErrors } from '../support/kubernetes-schema';
import { isWithin, nameOf, referencesOf } from '../support/references';
import { restrictedViolations } from '../support/restricted';
import { cluster, manifests, problems, yaml } from '../support/synth';

type Choice = Partial<FlinkSessionClusterProps>;

const STORAGE = { storageDir: 's3://bucket/flink' };
const CLAIM: Choice = {
  volumes: [{ name: 'shared', persistentVolumeClaim: { claimName: 'shared' } }], volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
};

/** What a cluster may have, by what it is about; every two of different kinds are tried together. */
const CHOICES: { readonly [kind: string]: { readonly [name: string]: Choice } } = {
  highAvailability: {
    kubernetes: { highAvailability: HighAvailability.kubernetes(STORAGE), jobManager: { replicas: 2 } },
    zooKeeper: { highAvailability: HighAvailability.zooKeeper({ quorum: 'zk:2181', ...STORAGE }) },
    onClaim: { highAvailability: HighAvailability.kubernetes({ storageDir: 'file:///shared/ha' }), ...CLAIM },
  },
  stateBackend: {
    hashMap: { stateBackend: StateBackend.hashMap() },
    rocksDb: { stateBackend: StateBackend.rocksDb() },
    forSt: { stateBackend: StateBackend.forSt() },
  },
  checkpointing: {
    files: { checkpointing: Checkpointing.every(Duration.minutes(1), { dir: 's3://bucket/checkpoints', incremental: true, unaligned: true }) },
    changelog: { checkpointing: Checkpointing.asJobsSay({ dir: 's3://bucket/checkpoints', changelog: { dir: 's3://bucket/changelog' } }) },
  },
  localRecovery: {
    onClaims: { localRecovery: LocalRecovery.onVolumeClaims({ size: Size.gibibytes(1) }) },
    inPods: { localRecovery: LocalRecovery.inPods() },
  },
  localDisk: {
    emptyDir: { localDisk: LocalDisk.emptyDir({ sizeLimit: Size.gibibytes(1) }) },
    ephemeral: { localDisk: LocalDisk.ephemeralVolume({ size: Size.gibibytes(1) }) },
  },
};

function pairs(): [string, Choice][] {
  const all = Object.entries(CHOICES).flatMap(([kind, choices]) => Object.entries(choices).map(([name, choice]) => ({ kind, name: `${kind} ${name}`, choice })));
  return all.flatMap((first, index) => all.slice(index + 1).filter(({ kind }) => kind !== first.kind)
    .map((second): [string, Choice] => [`${first.name}, ${second.name}`, { ...first.choice, ...second.choice }]));
}

/** Objects that are named and not there; the claim is the user's own. */
function dangling(objects: any[]): string[] {
  const workloads = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
  const present = new Set([...objects.map(nameOf), 'PersistentVolumeClaim streams/shared']);
  const services = objects.filter(({ kind }) => kind === 'Service');
  const named = services.map(({ metadata }) => metadata.name);
  return [
    ...workloads.flatMap(referencesOf).filter((name) => !present.has(name)),
    ...workloads.filter(({ spec: { serviceName } }) => serviceName !== undefined && !named.includes(serviceName)).map(nameOf),
    ...services.filter(({ spec }) => !workloads.some((workload) => isWithin(spec.selector, workload.spec.template.metadata.labels))).map(nameOf),
  ];
}

describe.each(['1.12', '1.13', '1.17', '1.20', '2.2'])('Flink %s', (version) => {
  let synthesized = 0;

  test.each(pairs())('with %s runs or tells why not', (_, choice) => {
    const props = { version: FlinkVersion.of(version), namespace: 'streams', allowUnknownOptions: [], ...choice };
    const told = problems(() => manifests(cluster(props)));
    expect(told.filter(({ id }) => !(id in RULES))).toEqual([]);
    if (told.length > 0) {
      return;
    }
    synthesized++;
    const objects = parseAllDocuments(yaml(Chart.of(cluster(props)))).map((document) => document.toJS() as any);
    expect(objects.flatMap((object) => ['1.27', '1.36'].flatMap((minor) => schemaErrors(object, minor)))).toEqual([]);
    const pods = objects.filter(({ spec }) => spec?.template?.spec !== undefined).map(({ spec }) => spec.template.spec);
    expect(pods).toHaveLength(2);
    expect(pods.flatMap(restrictedViolations)).toEqual([]);
    expect(dangling(objects)).toEqual([]);
  });

  test('has many combinations that run', () => {
    expect(synthesized).toBeGreaterThan(15);
  });
});
