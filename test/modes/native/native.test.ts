import { Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import {
  DeploymentMode,
  FlinkFile,
  type FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  HadoopConfMount,
  Hardening,
  KerberosMount,
  SecretEnv,
  SecretMount,
} from '../../../src';
import { schemaErrors } from '../../support/kubernetes-schema';
import { restrictedViolations } from '../../support/restricted';
import { cluster, manifests, names, only, podOf, problems } from '../../support/synth';

const SUPPORTED = ['1.14', '1.15', '1.16', '1.17', '1.18', '1.19', '1.20', '2.0', '2.1', '2.2'];

function native(props: Partial<FlinkSessionClusterProps> = {}): FlinkSessionCluster {
  return cluster({ mode: DeploymentMode.native(), namespace: 'streaming', ...props });
}

function jobManagerOf(flink: FlinkSessionCluster): any {
  return podOf(only(manifests(flink), 'Deployment'));
}

const main = (spec: any): any => spec.containers.find(({ name }: any) => name === 'flink-main-container');

describe.each(SUPPORTED)('a native session of Flink %s', (line) => {
  const flink = native({ version: FlinkVersion.of(line) });
  const all = manifests(flink);

  test('has objects that all supported Kubernetes versions accept', () => {
    expect(all.flatMap((object: any) => ['1.27', '1.36'].flatMap((minor) => schemaErrors(object, minor)))).toEqual([]);
  });

  test('has pods that meet the Pod Security Standard restricted, including those of TaskManagers', () => {
    expect([podOf(only(all, 'Deployment')), flink.taskManager.previewPod().spec].map(restrictedViolations)).toEqual([
      [],
      [],
    ]);
  });

  test('has a TaskManager pod that is valid in the schema', () => {
    expect(schemaErrors(flink.taskManager.previewPod(), '1.27')).toEqual([]);
  });
});

describe('the objects of a native session', () => {
  const all = manifests(native());

  test('are those of Flink, and the ServiceAccounts that it needs', () => {
    expect(names(all).sort()).toEqual([
      'ConfigMap/flink-config-flink',
      'ConfigMap/pod-template-flink',
      'Deployment/flink',
      'Role/flink-jobmanager',
      'RoleBinding/flink-jobmanager',
      'Service/flink',
      'Service/flink-rest',
      'ServiceAccount/flink-jobmanager',
      'ServiceAccount/flink-taskmanager',
    ]);
  });

  test('permit the JobManager to create TaskManagers, and not to read Secrets', () => {
    const { rules } = only(all, 'Role');
    expect(rules).toContainEqual({
      apiGroups: [''],
      resources: ['pods'],
      verbs: ['get', 'list', 'watch', 'create', 'delete'],
    });
    expect(rules.flatMap(({ resources }: any) => resources)).toEqual(['pods', 'deployments', 'deployments/finalizers']);
  });

  test('are updated with strategy Recreate, because two JobManagers would be two clusters', () => {
    expect(only(all, 'Deployment').spec.strategy).toEqual({ type: 'Recreate' });
  });

  test('have no owner references, because uids are unknown before creation', () => {
    expect(all.filter(({ metadata }: any) => metadata.ownerReferences !== undefined)).toEqual([]);
  });
});

describe('a change of a native cluster', () => {
  const checksum = (props: Partial<FlinkSessionClusterProps>): string =>
    only(manifests(native(props)), 'Deployment').spec.template.metadata.annotations['checksum/flink-config'];

  test.each<{ what: string; props: Partial<FlinkSessionClusterProps> }>([
    { what: 'an option', props: { configuration: { 'taskmanager.memory.managed.fraction': 0.5 } } },
    { what: 'the template of TaskManagers', props: { taskManager: { podAnnotations: { a: 'b' } } } },
    { what: 'a logging file', props: { files: [FlinkFile.fromText('logback-console.xml', '<configuration/>')] } },
  ])('of $what restarts the JobManager, which creates the TaskManagers', ({ props }) => {
    expect(checksum(props)).not.toBe(checksum({}));
  });
});

describe('steps of native mode', () => {
  test.each<{
    what: string;
    props: Partial<FlinkSessionClusterProps>;
    look: (flink: FlinkSessionCluster) => unknown;
    expected: unknown;
  }>([
    {
      what: 'InitJobManagerDecorator sets the address of the pod',
      props: {},
      look: (flink) => main(jobManagerOf(flink)).env[0].name,
      expected: '_POD_IP_ADDRESS',
    },
    {
      what: 'InitTaskManagerDecorator sets restart policy Never',
      props: {},
      look: (flink) => flink.taskManager.previewPod().spec.restartPolicy,
      expected: 'Never',
    },
    {
      what: 'EnvSecretsDecorator sets variables from Secrets',
      props: { configuration: { 'kubernetes.env.secretKeyRef': 'env:A,secret:s,key:k' } },
      look: (flink) =>
        main(flink.taskManager.previewPod().spec).env.find(({ name }: any) => name === 'A').valueFrom.secretKeyRef,
      expected: { name: 's', key: 'k' },
    },
    {
      what: 'MountSecretsDecorator mounts Secrets',
      props: { configuration: { 'kubernetes.secrets': 'db:/opt/db' } },
      look: (flink) => main(jobManagerOf(flink)).volumeMounts.find(({ name }: any) => name === 'db-volume').mountPath,
      expected: '/opt/db',
    },
    {
      what: 'MountPersistentVolumeClaimsDecorator mounts claims',
      props: {
        version: FlinkVersion.V2_3,
        image: 'flink:2.3.0',
        configuration: { 'kubernetes.persistent-volume-claims': 'state:/state' },
      },
      look: (flink) =>
        main(flink.taskManager.previewPod().spec).volumeMounts.find(({ name }: any) => name === 'state-pvc').mountPath,
      expected: '/state',
    },
    {
      what: 'CmdJobManagerDecorator starts a session',
      props: {},
      look: (flink) => main(jobManagerOf(flink)).args[2],
      expected: 'kubernetes-jobmanager.sh kubernetes-session ',
    },
    {
      what: 'CmdTaskManagerDecorator passes the sizes',
      props: {},
      look: (flink) =>
        main(flink.taskManager.previewPod().spec).args[2].includes('-D taskmanager.memory.managed.size='),
      expected: true,
    },
    {
      what: 'InternalServiceDecorator creates a Service for TaskManagers',
      props: {},
      look: (flink) => only(manifests(flink), 'Service', 'flink').spec.clusterIP,
      expected: 'None',
    },
    {
      what: 'ExternalServiceDecorator creates a Service for users',
      props: {},
      look: (flink) => only(manifests(flink), 'Service', 'flink-rest').spec.type,
      expected: 'ClusterIP',
    },
    {
      what: 'FlinkConfMountDecorator mounts the configuration',
      props: {},
      look: (flink) =>
        main(jobManagerOf(flink)).volumeMounts.find(({ name }: any) => name === 'flink-config-volume').mountPath,
      expected: '/opt/flink/conf',
    },
    {
      what: 'PodTemplateMountDecorator passes the template to the JobManager',
      props: {},
      look: (flink) =>
        main(jobManagerOf(flink)).volumeMounts.find(({ name }: any) => name === 'pod-template-volume').mountPath,
      expected: '/opt/flink/pod-template',
    },
  ])('$what', ({ props, look, expected }) => {
    expect(look(native(props))).toEqual(expected);
  });
});

describe('mounts in native mode', () => {
  const KEYTAB = { principal: 'flink@EXAMPLE.ORG', krb5ConfFile: FlinkFile.fromText('krb5.conf', '[libdefaults]\n') };

  test('HadoopConfMountDecorator mounts files in both roles', () => {
    const flink = native();
    new HadoopConfMount(flink, 'Hadoop', { files: [FlinkFile.fromText('core-site.xml', '<configuration/>')] });
    expect(names(manifests(flink))).toContain('ConfigMap/hadoop-config-flink');
    expect(main(flink.taskManager.previewPod().spec).env).toContainEqual({
      name: 'HADOOP_CONF_DIR',
      value: '/opt/hadoop/conf',
    });
  });

  test('KerberosMountDecorator mounts a Secret with the name that Flink uses', () => {
    const flink = native();
    new KerberosMount(flink, 'Kerberos', { ...KEYTAB, keytab: { name: 'kerberos-keytab-flink' } as any });
    expect(flink.configuration.effective()).not.toHaveProperty(['kubernetes.decorator.kerberos-mount.enabled']);
    expect(flink.taskManager.previewPod().spec.volumes).toContainEqual({
      name: 'kerberos-keytab-volume',
      secret: { secretName: 'kerberos-keytab-flink' },
    });
  });

  test('a Secret of another name is mounted by both templates, and the decorator of Flink is disabled', () => {
    const flink = native();
    new KerberosMount(flink, 'Kerberos', { ...KEYTAB, keytab: { name: 'keytab' } as any });
    expect(flink.configuration.effective()['kubernetes.decorator.kerberos-mount.enabled']).toBe('false');
    expect(only(manifests(flink), 'ConfigMap', 'kerberos-krb5conf-flink').data).toEqual({
      'krb5.conf': '[libdefaults]\n',
    });
    for (const spec of [jobManagerOf(flink), flink.taskManager.previewPod().spec]) {
      expect(spec.volumes).toContainEqual({ name: 'kerberos-keytab-volume', secret: { secretName: 'keytab' } });
    }
  });

  test('Secrets are mounted in TaskManagers by their template', () => {
    const flink = native();
    new SecretMount(flink, 'Files', { secret: { name: 'db' } as any, path: '/opt/db' });
    new SecretEnv(flink, 'Env', { secret: { name: 'db' } as any, key: 'password', name: 'DB_PASSWORD' });
    const spec = flink.taskManager.previewPod().spec;
    expect(spec.volumes).toContainEqual({ name: 'db-volume', secret: { secretName: 'db' } });
    expect(main(spec).env).toContainEqual({
      name: 'DB_PASSWORD',
      valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
    });
  });
});

test('an image option replaces a missing official image', () => {
  const flink = native({
    version: FlinkVersion.V2_3,
    configuration: { 'kubernetes.container.image.ref': 'example/flink:2.3' },
  });
  expect([jobManagerOf(flink), flink.taskManager.previewPod().spec].map((spec) => main(spec).image)).toEqual([
    'example/flink:2.3',
    'example/flink:2.3',
  ]);
});

test('a client that does not know seccompProfile drops it for TaskManagers', () => {
  expect(native({ version: FlinkVersion.V1_13 }).taskManager.previewPod().spec.securityContext).not.toHaveProperty(
    'seccompProfile',
  );
});

test.each(['1.11', '1.12'])('a cluster with Hardening.NONE runs natively on Flink %s', (line) => {
  const flink = native({ version: FlinkVersion.of(line), hardening: Hardening.NONE });
  expect(only(manifests(flink), 'Deployment').spec.template.spec.containers[0].name).toBe('flink-job-manager');
  expect(flink.taskManager.previewPod().spec.containers[0].name).toBe('flink-task-manager');
});

describe('options replace pod templates in a release without them', () => {
  const pods = {
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'flink', operator: 'Exists', effect: 'NoSchedule' }],
    podAnnotations: { team: 'streaming' },
    env: { REGION: 'eu' },
  };
  const both = (flink: FlinkSessionCluster): any[] => [
    podOf(only(manifests(flink), 'Deployment')),
    flink.taskManager.previewPod().spec,
  ];

  test('for scheduling and variables, in 1.11 of the JobManager and in 1.12 of both roles', () => {
    const spec = {
      nodeSelector: { disk: 'ssd' },
      tolerations: [{ key: 'flink', operator: 'Exists', effect: 'NoSchedule' }],
    };
    const old = native({ version: FlinkVersion.V1_11, hardening: Hardening.NONE, ...pods });
    expect(podOf(only(manifests(old), 'Deployment'))).toMatchObject(spec);
    for (const pod of both(native({ version: FlinkVersion.V1_12, hardening: Hardening.NONE, ...pods }))) {
      expect(pod).toMatchObject(spec);
      expect(pod.containers[0].env).toContainEqual({ name: 'REGION', value: 'eu' });
    }
  });

  test('for Secrets', () => {
    const flink = native({ version: FlinkVersion.V1_12, hardening: Hardening.NONE });
    const secret = Secret.fromSecretName(flink, 'Credentials', 'credentials');
    new SecretMount(flink, 'Files', { secret, path: '/etc/credentials' });
    new SecretEnv(flink, 'Variable', { name: 'PASSWORD', secret, key: 'password' });
    for (const pod of both(flink)) {
      expect(pod.containers[0].env).toContainEqual({
        name: 'PASSWORD',
        valueFrom: { secretKeyRef: { name: 'credentials', key: 'password' } },
      });
      expect(pod.containers[0].volumeMounts).toContainEqual({
        name: 'credentials-volume',
        mountPath: '/etc/credentials',
      });
    }
  });

  test.each<{ what: string; props: Partial<FlinkSessionClusterProps> }>([
    { what: 'annotations with separators', props: { podAnnotations: { note: 'a, b' } } },
    { what: 'labels, which selectors would include', props: { podLabels: { team: 'a' } } },
  ])('but not for $what', ({ props }) => {
    const flink = native({ version: FlinkVersion.V1_12, hardening: Hardening.NONE, ...props });
    expect(problems(() => manifests(flink)).map(({ id }) => id)).toContain('FLK-NAT-17');
  });
});

describe('the memory of TaskManagers that Flink creates', () => {
  const PARTS = {
    'taskmanager.memory.process.size': '1728m',
    'taskmanager.memory.task.heap.size': '512m',
    'taskmanager.memory.managed.size': '0',
  };
  const FINE = 'cluster.fine-grained-resource-management.enabled';
  const sizes = (props: Partial<FlinkSessionClusterProps>): string[] => {
    const flink = native(props);
    return [
      main(flink.taskManager.previewPod().spec).resources.requests.memory,
      `${flink.taskManager.memory!.totalProcess / 1024 / 1024}Mi`,
    ];
  };

  test.each<{ what: string; version: FlinkVersion; options: { [key: string]: string }; expected: string }>([
    { what: 'is their process size in 1.17', version: FlinkVersion.V1_17, options: {}, expected: '1728Mi' },
    {
      what: 'is the sum of their parts in 1.17 with fine-grained resource management',
      version: FlinkVersion.V1_17,
      options: { [FINE]: 'true' },
      expected: '1301Mi',
    },
    { what: 'is the sum of their parts from 1.18 on', version: FlinkVersion.V1_18, options: {}, expected: '1301Mi' },
    {
      what: 'is their process size in 1.18 without fine-grained resource management',
      version: FlinkVersion.V1_18,
      options: { [FINE]: 'false' },
      expected: '1728Mi',
    },
    {
      what: 'is the sum of their parts in later releases, with any value of the option',
      version: FlinkVersion.V2_2,
      options: {},
      expected: '1301Mi',
    },
  ])('$what', ({ version, options, expected }) => {
    expect(sizes({ version, configuration: { ...PARTS, ...options } })).toEqual([expected, '1728Mi']);
  });

  test.each([
    { version: FlinkVersion.V1_17, options: {}, isHandedOn: true },
    { version: FlinkVersion.V1_18, options: {}, isHandedOn: false },
    { version: FlinkVersion.V1_18, options: { [FINE]: 'false' }, isHandedOn: true },
    { version: FlinkVersion.V1_20, options: {}, isHandedOn: false },
  ])(
    'is the process size that a deprecated heap size means, unless it is the sum of the parts (%#)',
    ({ version, options, isHandedOn }) => {
      const flink = native({ version, configuration: { 'taskmanager.heap.size': '2g', ...options } });
      expect(
        main(flink.taskManager.previewPod().spec).args[2].includes("-Dtaskmanager.memory.process.size='2 gb'"),
      ).toBe(isHandedOn);
    },
  );

  test('is their process size in every release without further sizes', () => {
    const releases = [FlinkVersion.V1_17, FlinkVersion.V1_18, FlinkVersion.V2_2];
    expect(releases.map((version) => sizes({ version, taskManager: { memory: Size.gibibytes(4) } }))).toEqual([
      ['4096Mi', '4096Mi'],
      ['4096Mi', '4096Mi'],
      ['4096Mi', '4096Mi'],
    ]);
  });
});

test('high availability uses the port of the JobManager as its own, as a plain number', () => {
  const port = (rpcPort: string): string | undefined =>
    native({
      mode: DeploymentMode.native({ parity: true }),
      configuration: {
        'high-availability.type': 'kubernetes',
        'high-availability.storageDir': 's3://bucket/ha',
        'jobmanager.rpc.port': rpcPort,
        'jobmanager.memory.process.size': '1600m',
        'taskmanager.memory.process.size': '1728m',
      },
    }).configuration.effective()['high-availability.jobmanager.port'];
  expect(['6200', '+6200', '00'].map(port)).toEqual(['6200', '6200', '0']);
});
