import { Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { parseAllDocuments } from 'yaml';
import {
  Checkpointing,
  type CheckpointingOptions,
  CheckpointRetention,
  DeploymentMode,
  FileSystem,
  FlinkFile,
  FlinkServiceAccount,
  FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  HadoopConfMount,
  HighAvailability,
  KerberosMount,
  LocalDisk,
  LocalRecovery,
  SecretEnv,
  SecretMount,
  StateBackend,
  WorkloadIdentity,
} from '../../src';
import { ruleTable } from '../../src/assembly/rule-table';
import { schemaErrors } from '../support/kubernetes-schema';
import { type Choices, checkPairs } from '../support/pairwise';
import { isWithin, nameOf, referencesOf } from '../support/references';
import { restrictedViolations } from '../support/restricted';
import { newChart, problems, yaml } from '../support/synth';

/** The effect of a choice: properties of the cluster, and constructs in it. */
interface Added {
  readonly props?: (chart: Chart) => Partial<FlinkSessionClusterProps>;
  readonly mount?: (flink: FlinkSessionCluster) => unknown;
}

const STORAGE = { storageDir: 's3://bucket/flink' };
const DIR = 's3://bucket/checkpoints';
const CLAIM = {
  volumes: [{ name: 'shared', persistentVolumeClaim: { claimName: 'shared' } }],
  volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
};
const ROLE = WorkloadIdentity.aws('arn:aws:iam::111122223333:role/flink');
const KRB5 = FlinkFile.fromText('krb5.conf', '[libdefaults]\n');

function secret(chart: Chart): kplus.ISecret {
  return kplus.Secret.fromSecretName(chart, 'Secret', 'existing');
}

function props(given: Partial<FlinkSessionClusterProps>): Added {
  return { props: () => given };
}

function every(options: CheckpointingOptions): Added {
  return props({ checkpointing: Checkpointing.every(Duration.minutes(1), { dir: DIR, ...options }) });
}

/** All choices of each kind. The first one of each kind is none. */
const ADDED: { readonly [kind: string]: { readonly [name: string]: Added } } = {
  highAvailability: {
    none: {},
    kubernetes: props({ highAvailability: HighAvailability.kubernetes(STORAGE), jobManager: { replicas: 2 } }),
    zooKeeper: props({ highAvailability: HighAvailability.zooKeeper({ quorum: 'zk:2181', ...STORAGE }) }),
    onClaim: props({ highAvailability: HighAvailability.kubernetes({ storageDir: 'file:///shared/ha' }), ...CLAIM }),
  },
  stateBackend: {
    none: {},
    hashMap: props({ stateBackend: StateBackend.hashMap(), configuration: { 'state.checkpoints.dir': DIR } }),
    rocksDb: props({
      stateBackend: StateBackend.rocksDb({ memoryPerSlot: Size.mebibytes(64) }),
      configuration: { 'state.checkpoints.dir': DIR },
    }),
    forSt: props({ stateBackend: StateBackend.forSt() }),
  },
  checkpointing: {
    none: {},
    incremental: every({ incremental: true, retention: CheckpointRetention.RETAIN_ON_CANCELLATION }),
    unaligned: every({ unaligned: true, alignedTimeout: Duration.seconds(1) }),
    changelog: props({
      checkpointing: Checkpointing.withoutInterval({ dir: DIR, changelog: { dir: 's3://bucket/changelog' } }),
    }),
  },
  localRecovery: {
    none: {},
    onClaims: props({ localRecovery: LocalRecovery.persistentVolumeClaims({ size: Size.gibibytes(1) }) }),
    podStorage: props({ localRecovery: LocalRecovery.podStorage() }),
  },
  localDisk: {
    none: {},
    emptyDir: props({ localDisk: LocalDisk.emptyDir({ sizeLimit: Size.gibibytes(1) }) }),
    ephemeral: props({ localDisk: LocalDisk.ephemeralVolume({ size: Size.gibibytes(1) }) }),
    claim: {
      props: (chart) => ({
        localDisk: LocalDisk.persistentVolumeClaim(kplus.PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'disk')),
      }),
    },
  },
  fileSystem: {
    none: {},
    s3Hadoop: props({ fileSystems: [FileSystem.s3Hadoop()] }),
    s3Presto: props({ fileSystems: [FileSystem.s3Presto()] }),
    ofRole: props({ fileSystems: [FileSystem.s3Hadoop({ identity: ROLE })] }),
    google: props({ fileSystems: [FileSystem.google()] }),
    azure: props({ fileSystems: [FileSystem.azure()] }),
  },
  identity: {
    none: {},
    aws: props({ features: [ROLE] }),
    google: props({ features: [WorkloadIdentity.google('flink@project.iam.gserviceaccount.com')] }),
    azure: props({ features: [WorkloadIdentity.azure({ clientId: '11111111-2222-3333-4444-555555555555' })] }),
  },
  secrets: {
    none: {},
    mounted: {
      mount: (flink) => new SecretMount(flink, 'Mounted', { secret: secret(Chart.of(flink)), path: '/secrets' }),
    },
    variable: {
      mount: (flink) =>
        new SecretEnv(flink, 'Variable', { name: 'PASSWORD', secret: secret(Chart.of(flink)), key: 'password' }),
    },
    option: {
      props: (chart) => ({ secretConfiguration: { 's3.secret-key': { secret: secret(chart), key: 'password' } } }),
    },
  },
  account: {
    none: {},
    own: { props: (chart) => ({ serviceAccount: new FlinkServiceAccount(chart, 'Account', { name: 'own' }) }) },
    existing: {
      props: (chart) => ({ serviceAccount: FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'existing') }),
    },
  },
  hadoop: {
    none: {},
    files: {
      mount: (flink) =>
        new HadoopConfMount(flink, 'Hadoop', { files: [FlinkFile.fromText('core-site.xml', '<configuration/>')] }),
    },
    existing: {
      mount: (flink) =>
        new HadoopConfMount(flink, 'Hadoop', {
          configMap: kplus.ConfigMap.fromConfigMapName(Chart.of(flink), 'HadoopConf', 'existing'),
        }),
    },
  },
  kerberos: {
    none: {},
    login: {
      mount: (flink) =>
        new KerberosMount(flink, 'Kerberos', {
          keytab: kplus.Secret.fromSecretName(Chart.of(flink), 'Keytab', 'existing'),
          principal: 'flink@EXAMPLE.ORG',
          krb5ConfFile: KRB5,
          jaasContexts: ['Client'],
        }),
    },
  },
};

/** Objects of the user, which are created first. */
const OTHERS = [
  'PersistentVolumeClaim streams/shared',
  'PersistentVolumeClaim streams/disk',
  'ServiceAccount streams/existing',
  'ConfigMap streams/existing',
  'Secret streams/existing',
];

/** Objects that are referenced and do not exist. */
function dangling(objects: any[]): string[] {
  const workloads = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
  const present = new Set([...objects.map(nameOf), ...OTHERS]);
  const services = objects.filter(({ kind }) => kind === 'Service');
  const bindings = objects.filter(({ kind }) => kind === 'RoleBinding');
  const named = (kind: string, name: string): string => nameOf({ kind, metadata: { name, namespace: 'streams' } });
  return [
    ...workloads.flatMap(referencesOf).filter((name) => !present.has(name)),
    ...workloads
      .flatMap(({ spec: { serviceName } }) => (serviceName === undefined ? [] : named('Service', serviceName)))
      .filter((name) => !present.has(name)),
    ...services
      .filter(
        ({ spec }) => !workloads.some((workload) => isWithin(spec.selector, workload.spec.template.metadata.labels)),
      )
      .map(nameOf),
    ...bindings
      .flatMap(({ roleRef, subjects }) => [
        named(roleRef.kind, roleRef.name),
        ...subjects.map(({ kind, name }: any) => named(kind, name)),
      ])
      .filter((name) => !present.has(name)),
  ];
}

/** The chart of a cluster with these choices. */
function chartOf(version: string, mode: DeploymentMode, choices: Choices): Chart {
  const chart = newChart('chart', { namespace: 'streams' });
  const added = Object.entries(choices).map(([kind, name]) => ADDED[kind]![name]!);
  const given = added.reduce((all, one) => ({ ...all, ...one.props?.(chart) }), {
    version: FlinkVersion.of(version),
    mode,
  });
  const flink = new FlinkSessionCluster(chart, 'Flink', given);
  added.forEach(({ mount }) => mount?.(flink));
  return chart;
}

/** Whether the choices make a valid cluster. Invalid choices must be reported by a rule. */
function isValid(version: string, mode: DeploymentMode, choices: Choices): boolean {
  let text = '';
  const findings = problems(() => {
    text = yaml(chartOf(version, mode, choices));
  });
  if (findings.length > 0) {
    expect([choices, findings.filter(({ id }) => !ruleTable().has(id))]).toEqual([choices, []]);
    return false;
  }
  const objects = parseAllDocuments(text).map((document) => document.toJS() as any);
  const pods = objects.filter(({ spec }) => spec?.template?.spec !== undefined).map(({ spec }) => spec.template.spec);
  const found = [
    ...objects.flatMap((object) => ['1.27', '1.36'].flatMap((minor) => schemaErrors(object, minor))),
    ...pods.flatMap(restrictedViolations),
    ...dangling(objects),
  ];
  expect([choices, pods.length, found]).toEqual([choices, mode.name === 'native' ? 1 : 2, []]);
  return true;
}

const KINDS = Object.fromEntries(Object.entries(ADDED).map(([kind, choices]) => [kind, Object.keys(choices)]));

const ONE_DISK = ['claim', 'emptyDir', 'ephemeral'].map((disk) => `localRecovery onClaims + localDisk ${disk}`);
const BEFORE_1_15 = ['checkpointing changelog', 'fileSystem google', 'localRecovery onClaims'];
const NOT_NATIVE = ['localRecovery onClaims', 'secrets option'];
const FORST = 'stateBackend forSt';

/** The choices that each release does not support, in each mode. All other choices can be combined. */
test.each([
  { version: '1.12', mode: 'standalone', without: [...BEFORE_1_15, 'secrets option', FORST] },
  { version: '1.13', mode: 'standalone', without: [...BEFORE_1_15, 'secrets option', FORST] },
  { version: '1.17', mode: 'standalone', without: [...ONE_DISK, FORST] },
  { version: '1.20', mode: 'standalone', without: [...ONE_DISK, FORST] },
  { version: '2.2', mode: 'standalone', without: ONE_DISK },
  {
    version: '1.13',
    mode: 'native',
    without: ['checkpointing changelog', 'fileSystem google', 'kerberos login', ...NOT_NATIVE, FORST],
  },
  { version: '1.17', mode: 'native', without: [...NOT_NATIVE, FORST] },
  { version: '1.20', mode: 'native', without: [...NOT_NATIVE, FORST] },
  { version: '2.2', mode: 'native', without: NOT_NATIVE },
] as const)(
  'every two features of Flink $version in $mode mode can be combined, or a rule reports the reason',
  ({ version, mode, without }) => {
    const { possible, impossible } = checkPairs(KINDS, (choices) => isValid(version, DeploymentMode[mode](), choices));
    expect(impossible).toEqual(without);
    expect(possible.length).toBeGreaterThan(20);
  },
);
