import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  type FlinkPodOptions,
  type FlinkRoleOptions,
  FlinkVersion,
  ImagePullPolicy,
  type TaskManagerOptions,
} from '../../src';
import { fullJobManagerOptions, fullPodOptions, fullTaskManagerOptions } from '../support/full-props';
import { flinkConfig, mainContainer, manifests, newChart, podOf, workloads } from '../support/synth';

const VERSION = { version: FlinkVersion.V1_20 };
type Expectation = (workload: any) => void;

function main(expected: object): Expectation {
  return (workload) => expect(mainContainer(workload)).toMatchObject(expected);
}

function pod(expected: object): Expectation {
  return (workload) => expect(podOf(workload)).toMatchObject(expected);
}

function env(...expected: object[]): Expectation {
  return (workload) => expect(mainContainer(workload).env).toEqual(expected);
}

const RESTRICTED = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const IMAGE = 'flink:1.20.4';

/** The effect of each pod option on the workload of a role. A new option without an entry here does not compile. */
const POD_OPTIONS: { readonly [option in keyof Required<FlinkPodOptions>]: Expectation } = {
  image: main({ image: IMAGE }),
  imageRegistry: main({ image: `mirror.example.com/a/${IMAGE}` }),
  imageDigest: main({ image: `${IMAGE}@sha256:${'a'.repeat(64)}` }),
  imagePullPolicy: main({ imagePullPolicy: 'Always' }),
  imagePullSecrets: pod({ imagePullSecrets: [{ name: 'given-secret' }] }),
  env: env({ name: 'A', value: 'a' }, { name: 'C', value: 'c' }, { name: 'B', value: '$(C)' }),
  envValues: env(
    { name: 'FROM_CONFIG', valueFrom: { configMapKeyRef: { name: 'given-config', key: 'k', optional: true } } },
    { name: 'FROM_FIELD', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    { name: 'FROM_SECRET', valueFrom: { secretKeyRef: { name: 'given-secret', key: 'k' } } },
    { name: 'PLAIN', value: 'plain' },
  ),
  envFromSecrets: main({ envFrom: [{ secretRef: { name: 'given-secret' } }] }),
  envFromConfigMaps: main({ envFrom: [{ configMapRef: { name: 'given-config' } }] }),
  volumes: (workload) => expect(podOf(workload).volumes[0]).toEqual({ name: 'data', emptyDir: { sizeLimit: '1Gi' } }),
  volumeMounts: (workload) =>
    expect(mainContainer(workload).volumeMounts[0]).toEqual({ name: 'data', mountPath: '/data', readOnly: true }),
  initContainers: pod({
    initContainers: [
      {
        name: 'init',
        image: 'busybox:1.36',
        restartPolicy: 'Always',
        env: [{ name: 'A', value: 'b' }],
        securityContext: RESTRICTED,
      },
    ],
  }),
  sidecars: (workload) =>
    expect(podOf(workload).containers[1]).toEqual({
      name: 'side',
      image: 'busybox:1.36',
      ports: [{ name: 'side', containerPort: 9000 }],
      resources: { requests: { cpu: 1, memory: '64Mi' } },
      livenessProbe: { httpGet: { port: 'side', path: '/' } },
      securityContext: RESTRICTED,
    }),
  nodeSelector: pod({ nodeSelector: { disk: 'ssd' } }),
  tolerations: pod({
    tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }],
  }),
  affinity: pod({ affinity: fullPodOptions().affinity }),
  topologySpreadConstraints: (workload) =>
    expect(podOf(workload).topologySpreadConstraints).toEqual([
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: workload.spec.selector,
      },
    ]),
  priorityClassName: pod({ priorityClassName: 'high' }),
  runtimeClassName: pod({ runtimeClassName: 'gvisor' }),
  schedulerName: pod({ schedulerName: 'volcano' }),
  serviceAccount: pod({ serviceAccountName: 'given-account', automountServiceAccountToken: false }),
  podSecurityContext: (workload) =>
    expect(podOf(workload).securityContext).toEqual({
      fsGroup: 5,
      runAsGroup: 9999,
      runAsNonRoot: true,
      runAsUser: 9999,
      seccompProfile: { type: 'RuntimeDefault' },
      sysctls: [
        {
          name: 'net.ipv4.tcp_syncookies',
          value: '1',
        },
      ],
    }),
  securityContext: main({
    securityContext: { ...RESTRICTED, runAsUser: 5, runAsGroup: 9999, readOnlyRootFilesystem: true },
  }),
  podLabels: (workload) => expect(workload.spec.template.metadata.labels).toMatchObject({ 'example.com/team': 'data' }),
  podAnnotations: (workload) =>
    expect(workload.spec.template.metadata.annotations).toMatchObject({ 'example.com/owner': 'Data: Platform' }),
  lifecycle: main({ lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } } }),
  terminationGracePeriod: pod({ terminationGracePeriodSeconds: 60 }),
  revisionHistoryLimit: (workload) => expect(workload.spec.revisionHistoryLimit).toBe(3),
  hostAliases: pod({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['db'] }] }),
  dnsPolicy: pod({ dnsPolicy: 'None' }),
  dnsConfig: pod({ dnsConfig: { nameservers: ['10.0.0.10'] } }),
  timeZone: env({ name: 'TZ', value: 'Europe/Berlin' }),
  heapDumps: (workload) => {
    expect(podOf(workload).volumes).toContainEqual({
      name: 'heap-dumps',
      persistentVolumeClaim: { claimName: 'dumps' },
    });
    expect(mainContainer(workload).volumeMounts).toContainEqual({ name: 'heap-dumps', mountPath: '/dumps' });
  },
  podTemplate: (workload) => {
    expect(workload.spec.template.metadata).toMatchObject({
      labels: { late: 'label' },
      annotations: { late: 'annotation' },
    });
    expect(podOf(workload)).toMatchObject({ hostname: 'late', setHostnameAsFQDN: true });
  },
};

/** The same for the other options of roles. */
const ROLE_OPTIONS: {
  readonly [option in Exclude<keyof Required<FlinkRoleOptions>, keyof FlinkPodOptions>]: Expectation;
} = {
  memory: main({ resources: { requests: { memory: '2048Mi' }, limits: { memory: '2048Mi' } } }),
  cpu: main({ resources: { requests: { cpu: '1500m' }, limits: { cpu: '1500m' } } }),
  memoryLimitFactor: (workload) => {
    const { requests, limits } = mainContainer(workload).resources;
    expect(parseInt(limits.memory, 10)).toBe(parseInt(requests.memory, 10) * 1.5);
  },
  cpuLimitFactor: main({ resources: { requests: { cpu: '1' }, limits: { cpu: '2' } } }),
  replicas: (workload) => expect(workload.spec.replicas).toBe(1),
  jvmOptions: () => {},
  livenessProbe: (workload) =>
    expect(mainContainer(workload).livenessProbe).toEqual({
      tcpSocket: { port: workload.metadata.name.endsWith('-jobmanager') ? 6123 : 6122 },
      initialDelaySeconds: 1,
    }),
  readinessProbe: (workload) => expect(mainContainer(workload).readinessProbe).toEqual({ exec: { command: ['true'] } }),
  startupProbe: (workload) => expect(mainContainer(workload).startupProbe).toEqual({ tcpSocket: { port: 9999 } }),
  strategy: (workload) => expect(workload.spec.strategy).toEqual({ type: 'Recreate' }),
};

/** Options that another option requires: a mount its volume, DNS policy None its servers. */
const NEEDS: { readonly [option: string]: Partial<FlinkPodOptions> } = {
  volumeMounts: { volumes: fullPodOptions().volumes },
  dnsPolicy: { dnsConfig: fullPodOptions().dnsConfig },
};

function one<T extends object>(all: T, option: string): Partial<T> {
  return { ...NEEDS[option], [option]: all[option as keyof T] } as Partial<T>;
}

function differs(check: Expectation, workload: any): boolean {
  try {
    check(workload);
    return false;
  } catch {
    return true;
  }
}

const [plainJobManager, plainTaskManager] = workloads(manifests(VERSION));
const SAME_AS_DEFAULT = ['image', 'strategy', 'replicas', 'jvmOptions'];

describe.each(Object.entries(POD_OPTIONS))('%s', (option, check) => {
  const given = one(fullPodOptions(), option);

  test('changes both roles when it is set on the cluster', () => {
    workloads(manifests({ ...VERSION, ...given })).forEach(check);
  });

  test('changes only the role on which it is set', () => {
    const [jobManager, untouched] = workloads(manifests({ ...VERSION, jobManager: given }));
    check(jobManager);
    const [alsoUntouched, taskManager] = workloads(manifests({ ...VERSION, taskManager: given }));
    check(taskManager);
    const forget = (workload: any): any => ({
      ...workload,
      spec: { ...workload.spec, template: { ...workload.spec.template, metadata: undefined } },
    });
    expect([forget(alsoUntouched), forget(untouched)]).toEqual([forget(plainJobManager), forget(plainTaskManager)]);
    expect(SAME_AS_DEFAULT.includes(option) || differs(check, plainJobManager)).toBe(true);
  });
});

describe.each(Object.entries(ROLE_OPTIONS))('%s of a role', (option, check) => {
  test('changes only the role on which it is set', () => {
    const [jobManager, taskManager] = workloads(
      manifests({ ...VERSION, jobManager: one(fullJobManagerOptions(), option) }),
    );
    check(jobManager);
    expect(podOf(taskManager)).toEqual(podOf(plainTaskManager));
    const [other, own] = workloads(manifests({ ...VERSION, taskManager: one(fullTaskManagerOptions(), option) }));
    check(own);
    expect(podOf(other)).toEqual(podOf(plainJobManager));
    expect(SAME_AS_DEFAULT.includes(option) || differs(check, plainJobManager)).toBe(true);
  });
});

test('the options of TaskManagers are tested, too', () => {
  const own: { readonly [option in Exclude<keyof Required<TaskManagerOptions>, keyof FlinkRoleOptions>]: string } = {
    taskSlots: 'taskmanager.numberOfTaskSlots',
    memoryOptions: 'taskmanager.memory.managed.size',
  };
  expect(flinkConfig(manifests({ taskManager: { taskSlots: 4 } })).get(own.taskSlots)).toBe('4');
});

test('JVM options of the cluster and of a role are separate options', () => {
  const options = flinkConfig(
    manifests({
      jvmOptions: ['-Da', '-Db=c'],
      jobManager: { jvmOptions: ['-Dd'] },
      taskManager: { jvmOptions: ['-De'], heapDumps: {} },
    }),
  );
  expect(['all', 'jobmanager', 'taskmanager'].map((role) => options.get(`env.java.opts.${role}`))).toEqual([
    '-Da -Db=c',
    '-Dd',
    '-De -XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/opt/flink/heap-dumps',
  ]);
});

test('heap dumps without a volume survive a container restart', () => {
  const [jobManager] = workloads(manifests({ heapDumps: {} }));
  expect(podOf(jobManager).volumes).toContainEqual({ name: 'heap-dumps', emptyDir: {} });
  expect(mainContainer(jobManager).volumeMounts).toContainEqual({
    name: 'heap-dumps',
    mountPath: '/opt/flink/heap-dumps',
  });
});

describe('options of the cluster and of a role', () => {
  const volume = (name: string): any => ({ name, emptyDir: {} });

  test('that are maps are merged, and the entry of the role wins', () => {
    const [jobManager, taskManager] = workloads(
      manifests({
        env: { A: 'common', B: 'common' },
        nodeSelector: { a: 'common', b: 'common' },
        podLabels: { x: 'common', y: 'common' },
        podAnnotations: { x: 'common', y: 'common' },
        jobManager: {
          env: { B: 'own', C: 'own' },
          nodeSelector: { b: 'own' },
          podLabels: { y: 'own' },
          podAnnotations: { y: 'own' },
        },
      }),
    );
    expect(mainContainer(jobManager).env).toEqual([
      { name: 'A', value: 'common' },
      { name: 'B', value: 'own' },
      { name: 'C', value: 'own' },
    ]);
    expect(podOf(jobManager).nodeSelector).toEqual({ a: 'common', b: 'own' });
    expect(jobManager.spec.template.metadata).toMatchObject({
      labels: { x: 'common', y: 'own' },
      annotations: { x: 'common', y: 'own' },
    });
    expect(mainContainer(taskManager).env).toEqual([
      { name: 'A', value: 'common' },
      { name: 'B', value: 'common' },
    ]);
  });

  test('that define the same variable: the role wins, in either form', () => {
    const reference = kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_IP);
    const [jobManager, taskManager] = workloads(
      manifests({
        env: { A: 'common', KEPT: 'common' },
        envValues: { B: reference },
        jobManager: { envValues: { A: reference } },
        taskManager: { env: { B: 'own' } },
      }),
    );
    const named = (workload: any): any =>
      Object.fromEntries(mainContainer(workload).env.map(({ name, value }: any) => [name, value]));
    expect(named(jobManager)).toEqual({ A: undefined, B: undefined, KEPT: 'common' });
    expect(named(taskManager)).toEqual({ A: 'common', B: 'own', KEPT: 'common' });
  });

  test('that are lists are concatenated, those of the cluster first', () => {
    const [jobManager, taskManager] = workloads(
      manifests({
        volumes: [volume('common')],
        tolerations: [{ key: 'common' }],
        hostAliases: [{ ip: '10.0.0.1' }],
        sidecars: [{ name: 'common', image: 'a:1' }],
        imagePullSecrets: [kplus.Secret.fromSecretName(newChart(), 'S', 'common')],
        jobManager: {
          volumes: [volume('own')],
          tolerations: [{ key: 'own' }],
          hostAliases: [{ ip: '10.0.0.2' }],
          sidecars: [{ name: 'own', image: 'a:1' }],
          imagePullSecrets: [kplus.Secret.fromSecretName(newChart(), 'S', 'own')],
        },
      }),
    );
    const { volumes, tolerations, hostAliases, containers, imagePullSecrets } = podOf(jobManager);
    expect(
      [volumes.slice(0, 2), containers.slice(1), tolerations, imagePullSecrets, hostAliases].map((list: any[]) =>
        list.map(({ name, key, ip }) => name ?? key ?? ip),
      ),
    ).toEqual([
      ['common', 'own'],
      ['common', 'own'],
      ['common', 'own'],
      ['common', 'own'],
      ['10.0.0.1', '10.0.0.2'],
    ]);
    expect(podOf(taskManager).tolerations).toEqual([{ key: 'common' }]);
  });

  test('that are objects are merged', () => {
    const [jobManager] = workloads(
      manifests({
        podSecurityContext: { fsGroup: 1, runAsUser: 2 },
        dnsConfig: { nameservers: ['10.0.0.1'], searches: ['a'] },
        podTemplate: { spec: { hostname: 'common', subdomain: 'common' } },
        jobManager: {
          podSecurityContext: { fsGroup: 3 },
          dnsConfig: { searches: ['b'] },
          podTemplate: { spec: { hostname: 'own' } },
        },
      }),
    );
    expect(podOf(jobManager)).toMatchObject({
      securityContext: { fsGroup: 3, runAsUser: 2 },
      dnsConfig: { nameservers: ['10.0.0.1'], searches: ['b'] },
      hostname: 'own',
      subdomain: 'common',
    });
  });

  function singleValues(workload: any): object {
    const { image, imagePullPolicy, env: variables, volumeMounts } = mainContainer(workload);
    return {
      image,
      imagePullPolicy,
      gracePeriod: podOf(workload).terminationGracePeriodSeconds,
      timeZone: variables[0].value,
      heapDumps: volumeMounts.find(({ name }: any) => name === 'heap-dumps').mountPath,
    };
  }

  test('that are single values: the role wins', () => {
    const [jobManager, taskManager] = workloads(
      manifests({
        image: 'flink:1.20.1',
        imagePullPolicy: ImagePullPolicy.NEVER,
        terminationGracePeriod: Duration.seconds(20),
        timeZone: 'UTC',
        heapDumps: { path: '/common' },
        taskManager: {
          image: 'flink:1.20.2',
          imagePullPolicy: ImagePullPolicy.ALWAYS,
          terminationGracePeriod: Duration.minutes(2),
          timeZone: 'Asia/Tokyo',
          heapDumps: {},
        },
      }),
    );
    expect(singleValues(jobManager)).toEqual({
      image: 'flink:1.20.1',
      imagePullPolicy: 'Never',
      gracePeriod: 20,
      timeZone: 'UTC',
      heapDumps: '/common',
    });
    expect(singleValues(taskManager)).toEqual({
      image: 'flink:1.20.2',
      imagePullPolicy: 'Always',
      gracePeriod: 120,
      timeZone: 'Asia/Tokyo',
      heapDumps: '/opt/flink/heap-dumps',
    });
  });
});

describe('structs of cdk8s-plus', () => {
  const containerFields = {
    ports: [{ containerPort: 9000, hostIp: '0.0.0.0' }],
    lifecycle: { preStop: { tcpSocket: { port: kplus.k8s.IntOrString.fromNumber(1234) } } },
    resources: {
      limits: {
        'example.com/hostIp': kplus.k8s.Quantity.fromNumber(2),
        memory: kplus.k8s.Quantity.fromString('1Gi'),
      },
    },
  };
  const csi = { driver: 'x', volumeAttributes: { hostIp: 'kept', volumeId: 'kept' } };

  test('are written with the names and scalars of the Kubernetes API', () => {
    const [workload] = workloads(
      manifests({
        volumes: [{ name: 'a', azureDisk: undefined, csi }],
        sidecars: [{ name: 'side', image: 'a:1', ...containerFields }],
        podTemplate: {
          spec: { setHostnameAsFqdn: true, shareProcessNamespace: true, somethingNew: { deep: [1, 'a', true] } },
        },
      }),
    );
    const spec = podOf(workload);
    expect(spec.volumes[0]).toEqual({ name: 'a', csi });
    expect(spec.containers[1]).toMatchObject({
      ports: [{ containerPort: 9000, hostIP: '0.0.0.0' }],
      lifecycle: { preStop: { tcpSocket: { port: 1234 } } },
      resources: { limits: { 'example.com/hostIp': 2, memory: '1Gi' } },
    });
    expect(spec).toMatchObject({
      setHostnameAsFQDN: true,
      shareProcessNamespace: true,
      somethingNew: { deep: [1, 'a', true] },
    });
  });

  test('can contain an unknown kind of volume', () => {
    const [workload] = workloads(
      manifests({ volumes: [{ name: 'a', image: { reference: 'x:1', pullPolicy: 'Always' } } as any] }),
    );
    expect(podOf(workload).volumes[0]).toEqual({ name: 'a', image: { reference: 'x:1', pullPolicy: 'Always' } });
  });
});

describe('the pod template', () => {
  const template = (spec: any): any => workloads(manifests({ taskManager: { podTemplate: { spec } } }))[1];

  test('changes the main container by its name', () => {
    const container = mainContainer(
      template({
        containers: [
          {
            name: 'taskmanager',
            args: ['taskmanager', '-Da=b'],
            tty: true,
            ports: [
              { containerPort: 6121, name: 'moved' },
              { name: 'jmx', containerPort: 9999 },
            ],
            env: [{ name: 'A', value: 'b' }],
          },
        ],
      }),
    );
    expect(container).toMatchObject({
      name: 'taskmanager',
      args: ['taskmanager', '-Da=b'],
      tty: true,
      env: [{ name: 'A', value: 'b' }],
    });
    expect(container.ports).toEqual([
      { name: 'rpc', containerPort: 6122 },
      { name: 'moved', containerPort: 6121 },
      { name: 'jmx', containerPort: 9999 },
    ]);
  });

  test('adds containers and volumes, and changes existing ones', () => {
    const spec = podOf(
      template({
        containers: [
          {
            name: 'more',
            image: 'a:1',
            securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          },
        ],
        volumes: [
          { name: 'flink-tmp', emptyDir: { medium: 'Memory' } },
          { name: 'data', emptyDir: {} },
        ],
      }),
    );
    expect(spec.containers.map(({ name }: any) => name)).toEqual(['taskmanager', 'more']);
    expect(spec.volumes.map(({ name, emptyDir }: any) => [name, emptyDir])).toEqual([
      ['flink-config-volume', undefined],
      ['flink-tmp', { medium: 'Memory' }],
      ['flink-log', {}],
      ['data', {}],
    ]);
  });

  test('overrides metadata, apart from the checksum', () => {
    const { metadata } = workloads(
      manifests({
        podAnnotations: { a: 'b' },
        podTemplate: { metadata: { annotations: { a: 'c', 'checksum/flink-config': 'mine' }, labels: { d: 'e' } } },
      }),
    )[0].spec.template;
    expect(metadata.annotations).toEqual({ a: 'c', 'checksum/flink-config': expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(metadata.labels.d).toBe('e');
  });
});

test('sizes and durations keep their values in other units', () => {
  const [jobManager] = workloads(
    manifests({
      jobManager: {
        memory: Size.kibibytes(2 * 1024 * 1024),
        terminationGracePeriod: Duration.millis(30000),
      },
    }),
  );
  expect([
    mainContainer(jobManager).resources.requests.memory,
    podOf(jobManager).terminationGracePeriodSeconds,
  ]).toEqual(['2048Mi', 30]);
});
