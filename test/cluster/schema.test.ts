import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import fc from 'fast-check';
import {
  FlinkFile,
  type FlinkPodOptions,
  FlinkProbe,
  type FlinkRoleOptions,
  type FlinkSessionClusterProps,
  FlinkVersion,
  Hardening,
  ImagePullPolicy,
  Logging,
  RestAccess,
  RolloutStrategy,
} from '../../src';
import { isConfigKey, isDns1035Label, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../src/kubernetes/names';
import { parseQuantity } from '../../src/kubernetes/quantity';
import { parseMemorySize } from '../../src/memory/memory-size';
import { schemaErrors } from '../support/kubernetes-schema';
import { restrictedViolations } from '../support/restricted';
import { cluster, flinkConfig, mainContainer, manifests, newChart, only, podOf, workloads } from '../support/synth';

const scope = newChart();
const secret = kplus.Secret.fromSecretName(scope, 'Secret', 'given');
const account = kplus.ServiceAccount.fromServiceAccountName(scope, 'Account', 'given');

const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/).filter((text) => !text.includes('--'));
const labels = fc.dictionary(
  fc.stringMatching(/^example\.com\/[A-Za-z][A-Za-z0-9]{0,8}$/),
  fc.stringMatching(/^([A-Za-z]([-A-Za-z0-9_.]{0,60}[A-Za-z])?)?$/),
  { maxKeys: 3 },
);
const text = fc.stringMatching(/^[A-Za-z][ -~]{0,30}$/);
const env = fc.dictionary(
  fc.stringMatching(/^MY_[A-Z0-9_]{1,8}$/),
  text.filter((value) => !value.includes('$')),
  { maxKeys: 3 },
);
const quantity = fc.constantFrom('64Mi', '1Gi', '100M', '1500000').map((value) => kplus.k8s.Quantity.fromString(value));

function optional<T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(fields, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
}

/** A prefix for the names of containers and volumes, because lists of a cluster and of its roles are concatenated. */
function podOptions(mark: string): fc.Arbitrary<Partial<FlinkPodOptions>> {
  return optional<FlinkPodOptions>({
    ...imageAndVariableOptions(mark),
    ...volumeAndContainerOptions(mark),
    ...schedulingOptions(mark),
    ...securityOptions,
    ...lifecycleOptions(mark),
  } as any);
}

type Arbitraries = { readonly [option in keyof FlinkPodOptions]: fc.Arbitrary<unknown> };

const container = fc
  .record({
    image: fc.constantFrom('busybox:1.36', 'r.io/a/b@sha256:' + 'b'.repeat(64)),
    args: fc.array(text, { maxLength: 2 }),
    env: env.map((map) => Object.entries(map).map(([key, value]) => ({ name: key, value }))),
    limit: quantity,
  })
  .map(({ image, args, env: variables, limit }) => ({
    image,
    args,
    env: variables,
    resources: { limits: { memory: limit } },
  }));

function imageAndVariableOptions(mark: string): Arbitraries {
  return {
    imageRegistry: fc.constantFrom('r.io', 'localhost:5000/a/b/'),
    imageDigest: fc.constant(`sha256:${'c'.repeat(64)}`),
    imagePullPolicy: fc.constantFrom(...Object.values(ImagePullPolicy)),
    imagePullSecrets: fc.constant([secret]),
    env,
    envValues: fc.constant({ [`REF_${mark.toUpperCase()}`]: kplus.EnvValue.fromSecretValue({ secret, key: 'k' }) }),
    envFromSecrets: fc.constant([secret]),
  };
}

function volumeAndContainerOptions(mark: string): Arbitraries {
  return {
    volumes: fc.constantFrom(
      [{ name: `${mark}-a`, emptyDir: {} }],
      [
        { name: `${mark}-a`, secret: { secretName: 'a' } },
        { name: `${mark}-b`, persistentVolumeClaim: { claimName: 'b' } },
      ],
    ),
    initContainers: container.map((item) => [{ name: `${mark}-init`, ...item }]),
    sidecars: container.map((item) => [
      { name: `${mark}-side`, ...item, volumeMounts: [{ name: 'flink-config-volume', mountPath: '/conf' }] },
    ]),
  };
}

function schedulingOptions(mark: string): Arbitraries {
  return {
    nodeSelector: labels,
    tolerations: fc.constant([{ operator: 'Exists' }]),
    affinity: fc.constant({
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname' }] },
    }),
    topologySpreadConstraints: fc.constant([
      { maxSkew: 1, topologyKey: `zone-${mark}`, whenUnsatisfiable: 'DoNotSchedule' },
    ]),
    priorityClassName: name,
  };
}

const securityOptions: Arbitraries = {
  serviceAccount: fc.constant(account),
  podSecurityContext: fc.constantFrom({ fsGroup: 1 }, { runAsUser: 10001, supplementalGroups: [1] }),
  securityContext: fc.constantFrom(
    { runAsUser: 10001 },
    { readOnlyRootFilesystem: false },
    { capabilities: { add: ['NET_BIND_SERVICE'] } },
  ),
};

function lifecycleOptions(mark: string): Arbitraries {
  return {
    podLabels: labels,
    podAnnotations: fc.dictionary(fc.stringMatching(/^example\.com\/[a-z]{1,8}$/), text, { maxKeys: 2 }),
    lifecycle: fc.constant({ preStop: { exec: { command: ['sleep', '5'] } } }),
    terminationGracePeriod: fc.integer({ min: 10, max: 600 }).map((seconds) => Duration.seconds(seconds)),
    revisionHistoryLimit: fc.integer({ min: 0, max: 1000 }),
    hostAliases: fc.constant([{ ip: '10.0.0.1', hostnames: ['a'] }]),
    dnsConfig: fc.constant({ nameservers: ['10.0.0.10'], options: [{ name: 'ndots', value: '2' }] }),
    timeZone: fc.constantFrom('UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'),
    heapDumps: fc.constantFrom({}, { path: '/dumps' }),
    podTemplate: fc.constantFrom(
      { metadata: { annotations: { a: 'b' } } },
      { spec: { subdomain: mark, containers: [] } },
    ),
  };
}

function roleOptions(mark: string, replicas: number): fc.Arbitrary<Partial<FlinkRoleOptions>> {
  const probe = fc.constantFrom(
    FlinkProbe.none(),
    FlinkProbe.tcpSocket({
      period: Duration.seconds(5),
      failureThreshold: 9,
    }),
    FlinkProbe.tcpPort(1),
    FlinkProbe.exec(['true'], { timeout: Duration.minutes(1) }),
  );
  const own = optional<FlinkRoleOptions>({
    memory: fc.integer({ min: 1024 * 1024, max: 64 * 1024 * 1024 }).map((kibibytes) => Size.kibibytes(kibibytes)),
    cpu: fc.integer({ min: 1, max: 64_000 }).map((millicores) => millicores / 1000),
    memoryLimitFactor: fc.double({ min: 1, max: 100, noNaN: true }),
    cpuLimitFactor: fc.double({ min: 1, max: 100, noNaN: true }),
    replicas: fc.integer({ min: 1, max: replicas }),
    jvmOptions: fc.array(fc.stringMatching(/^-D[a-z.]{1,10}=[A-Za-z0-9/:.]{0,10}$/), { maxLength: 3 }),
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    strategy: fc.constant(RolloutStrategy.recreate()),
  } as any);
  return fc.tuple(podOptions(mark), own).map(([pod, role]) => ({ ...pod, ...role }));
}

const versions = [
  '1.11',
  '1.12',
  '1.13',
  '1.14',
  '1.15',
  '1.16',
  '1.17',
  '1.18',
  '1.19',
  '1.20',
  '2.0',
  '2.1',
  '2.2',
  '2.3',
  '2.9',
  '1.20.1',
].map((version) => FlinkVersion.of(version));

const whole: fc.Arbitrary<Partial<FlinkSessionClusterProps>> = fc
  .tuple(
    fc.constantFrom(...versions),
    podOptions('common'),
    optional<FlinkSessionClusterProps>({
      clusterName: name,
      namespace: name,
      configuration: fc.dictionary(
        fc.stringMatching(/^my\.[a-z]{1,8}$/),
        fc.oneof(
          fc.boolean(),
          fc.integer(),
          fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 :/.-]{0,20}[A-Za-z0-9]$/),
          fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 3 }),
        ),
        { maxKeys: 4 },
      ),
      features: fc.constant([
        {
          bind: () => ({
            rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
            pods: { ports: [{ name: 'metrics', containerPort: 9249 }] },
          }),
        },
      ]),
      logging: fc.constantFrom(Logging.levels({ rootLevel: 'WARN', logback: true }), Logging.json()),
      files: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\.xml$/), { maxLength: 3 }).chain((files) =>
        fc.tuple(
          ...files.map((file) =>
            fc.oneof(
              fc.string({ unit: 'grapheme' }).map((content) => FlinkFile.fromText(file, content)),
              fc.uint8Array().map((bytes) => FlinkFile.fromBytes(file, Buffer.from(bytes).toString('base64'))),
            ),
          ),
        ),
      ),
      jvmOptions: fc.constant(['-XX:+UseG1GC']),
      hardening: fc.constantFrom(...Object.values(Hardening)),
      labels,
      annotations: fc.dictionary(fc.stringMatching(/^example\.com\/[a-z]{1,8}$/), text, { maxKeys: 2 }),
      restAccess: fc.constantFrom(
        RestAccess.clusterIp(),
        RestAccess.none(),
        RestAccess.headless(),
        RestAccess.nodePort({ nodePort: 30000 }),
        RestAccess.loadBalancer({ sourceRanges: ['10.0.0.0/8'] }),
      ),
      queryableState: fc.constantFrom({}, { nodePort: 32000 }),
    } as any),
    optional<FlinkSessionClusterProps>({ jobManager: roleOptions('jm', 1), taskManager: roleOptions('tm', 50) } as any),
  )
  .map(([version, pod, own, roles]) => ({
    version,
    ...(version.defaultImage === undefined ? { image: `flink:${version.version}.0` } : {}),
    ...pod,
    ...own,
    ...roles,
  }));

type Checks = { readonly [what: string]: boolean };

/** The names of the failed checks. */
function failed(checks: Checks): string[] {
  return Object.keys(checks).filter((what) => !checks[what]);
}

function metadataMistakes({ kind, metadata }: any, namespace: string | undefined): string[] {
  const { name: objectName, labels: objectLabels } = metadata;
  const isName = kind === 'Service' ? isDns1035Label : isDnsSubdomain;
  return failed({
    [`name ${objectName}`]: isName(objectName) && objectName.length <= 63,
    [`labels of ${objectName}`]: Object.entries(objectLabels).every(
      ([key, value]) => isQualifiedName(key) && isLabelValue(value as string),
    ),
    [`namespace of ${objectName}`]: metadata.namespace === namespace,
  });
}

function selects(selector: any, podLabels: any): boolean {
  return Object.entries(selector).every(([key, value]) => podLabels[key] === value);
}

function selectorMistakes(all: any[]): string[] {
  const pods = workloads(all).map(({ spec }) => spec.template.metadata.labels);
  return workloads(all).flatMap(({ spec: { selector } }, index) =>
    failed({
      selector: selects(selector.matchLabels, pods[index]) && !selects(selector.matchLabels, pods[1 - index]),
    }),
  );
}

function serviceMistakes({ metadata, spec }: any, all: any[]): string[] {
  const [target, ...more] = workloads(all).filter((workload) =>
    selects(spec.selector, workload.spec.template.metadata.labels),
  );
  const open = mainContainer(target).ports.map(({ containerPort }: any) => containerPort);
  return failed({
    [`selector of ${metadata.name}`]: target !== undefined && more.length === 0,
    [`ports of ${metadata.name}`]: spec.ports.every((port: any) => open.includes(port.targetPort ?? port.port)),
  });
}

function podMistakes(workload: any, processSize: string, all: any[]): string[] {
  const { resources, volumeMounts } = mainContainer(workload);
  const { requests, limits } = resources;
  const mounts = volumeMounts.map(({ mountPath }: any) => mountPath);
  const used = podOf(workload).serviceAccountName;
  return failed({
    memory:
      parseQuantity(requests.memory)! >= Number(parseMemorySize(processSize)) &&
      parseQuantity(limits.memory)! >= parseQuantity(requests.memory)!,
    CPU: parseQuantity(limits.cpu)! >= parseQuantity(requests.cpu)!,
    mounts: new Set(mounts).size === mounts.length,
    ServiceAccount:
      used === undefined ||
      used === 'given' ||
      all.some(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === used),
  });
}

/** Mistakes in manifests that the published schemas cannot detect. */
function mistakes(all: any[], { namespace, hardening }: Partial<FlinkSessionClusterProps>): string[] {
  const { data, binaryData = {} } = only(all, 'ConfigMap');
  const options = flinkConfig(all);
  const sizes = ['jobmanager', 'taskmanager'].map((role) => options.get(`${role}.memory.process.size`)!);
  return [
    ...all.flatMap((manifest) => metadataMistakes(manifest, namespace)),
    ...failed({ 'file names': [...Object.keys(data), ...Object.keys(binaryData)].every(isConfigKey) }),
    ...selectorMistakes(all),
    ...all.filter(({ kind }) => kind === 'Service').flatMap((service) => serviceMistakes(service, all)),
    ...workloads(all).flatMap((workload, index) => [
      ...podMistakes(workload, sizes[index]!, all),
      ...(hardening === Hardening.NONE ? [] : restrictedViolations(podOf(workload))),
    ]),
  ];
}

test('valid properties synthesize to manifests that Kubernetes accepts', () => {
  fc.assert(
    fc.property(whole, (props) => {
      const all = manifests(cluster(props));
      expect(all.flatMap((manifest) => [...schemaErrors(manifest, '1.27'), ...schemaErrors(manifest, '1.36')])).toEqual(
        [],
      );
      expect(mistakes(all, props)).toEqual([]);
    }),
    { seed: 1, numRuns: 600 },
  );
});

test('the checks of this file can fail', () => {
  const all = manifests(cluster({ hardening: Hardening.NONE }));
  expect(mistakes(all, {}).length).toBeGreaterThan(5);
  only(all, 'Service', 'flink-jobmanager').spec.selector = { app: 'other' };
  expect(() => mistakes(all, {})).toThrow();
  workloads(all)[0].metadata.name = 'A';
  expect(
    mistakes(
      all.filter(({ kind }) => kind !== 'Service'),
      { hardening: Hardening.NONE },
    ),
  ).toEqual(['name A']);
});
