import { type Construct } from 'constructs';
import { type Row, rule } from './row';
import {
  FlinkFile,
  type FlinkSessionCluster,
  type FlinkSessionClusterProps,
  HadoopConfMount,
  KerberosMount,
  PluginMount,
  SecretEnv,
  SecretMount,
  VolumeMount,
} from '../../../src';
import { cluster, newChart } from '../../support/synth';

type Mount = new (scope: Construct, id: string, props: any) => Construct;

/** A mount in a cluster or in one of its parts. */
function mount(
  type: Mount,
  props: unknown,
  pick: (flink: FlinkSessionCluster) => Construct = (flink) => flink,
  more: Partial<FlinkSessionClusterProps> = {},
): () => unknown {
  return () => {
    const flink = cluster(more);
    new type(pick(flink), 'Mount', props);
    return flink;
  };
}

/** Two mounts, each in one part of a cluster. */
function two(type: Mount, ...mounts: [Placed, Placed]): () => unknown {
  return () => {
    const flink = cluster();
    mounts.forEach(
      ([scope, props], index) =>
        new type(scope === undefined ? flink : flink[scope], index === 0 ? 'First' : 'Second', props),
    );
    return flink;
  };
}

type Placed = [scope: 'config' | 'jobManager' | 'taskManager' | undefined, props: unknown];

const AT = '/Flink/Mount › ';
const SECRET = { name: 'keytab' };
const KRB5 = FlinkFile.fromText('krb5.conf', '[libdefaults]\n');
const KERBEROS = { keytab: SECRET, principal: 'flink@EXAMPLE.ORG', krb5ConfFile: KRB5 };
const KEYTAB = FlinkFile.fromBytes('flink.keytab', 'BQIAAAA1');
const hadoop = (text: string, name = 'core-site.xml'): any => ({ files: [FlinkFile.fromText(name, text)] });
const property = (name: string, value = 'x'): string =>
  `<configuration><property><name>${name}</name><value>${value}</value></property></configuration>`;

const KERBEROS_ROWS: readonly Row[] = [
  ...rule(
    'FLK-KRB-01',
    ...(
      [
        { what: 'an empty keytab', keytabFile: FlinkFile.fromText('k', ''), problem: 'it is empty' },
        { what: 'a keytab without an entry', keytabFile: FlinkFile.fromBytes('k', 'BQI='), problem: 'no entry' },
        {
          what: 'the base64 encoding of a keytab as text',
          keytabFile: FlinkFile.fromText('k', 'BQIAAAA1'),
          problem: 'does not start with the bytes 05 02',
        },
      ] as const
    ).map(({ what, keytabFile, problem }) => ({
      what,
      bad: mount(KerberosMount, { ...KERBEROS, keytab: undefined, keytabFile }),
      at: `${AT}keytabFile`,
      says: ['"k"', problem, 'unchanged file'],
      good: mount(KerberosMount, { ...KERBEROS, keytab: undefined, keytabFile: KEYTAB }),
    })),
  ),
  ...rule(
    'FLK-KRB-02',
    ...(
      [
        { what: 'an empty krb5.conf', text: '  \n', problem: 'it is empty' },
        { what: 'a krb5.conf with Windows line endings', text: '[libdefaults]\r\n', problem: 'Windows line endings' },
        { what: 'a krb5.conf without [libdefaults]', text: '[realms]\n', problem: 'no section [libdefaults]' },
      ] as const
    ).map(({ what, text, problem }) => ({
      what,
      bad: mount(KerberosMount, { ...KERBEROS, krb5ConfFile: FlinkFile.fromText('krb5.conf', text) }),
      at: `${AT}krb5ConfFile`,
      says: [problem, '[libdefaults]'],
      good: mount(KerberosMount, KERBEROS),
    })),
  ),
  ...rule('FLK-KRB-02', {
    what: 'a binary krb5.conf',
    bad: mount(KerberosMount, { ...KERBEROS, krb5ConfFile: KEYTAB }),
    at: `${AT}krb5ConfFile`,
    says: ['it is not UTF-8'],
    good: mount(KerberosMount, {
      ...KERBEROS,
      krb5ConfFile: FlinkFile.fromText('krb5.conf', 'includedir /etc/krb5.conf.d/\n'),
    }),
  }),
  ...rule(
    'FLK-KRB-03',
    ...['', 'flink @X', '@EXAMPLE.ORG', 'flink@A@B'].map((principal) => ({
      what: `"${principal}" as the principal`,
      bad: mount(KerberosMount, { ...KERBEROS, principal }),
      at: `${AT}principal`,
      says: ['not a valid principal', '@REALM'],
      good: mount(KerberosMount, { ...KERBEROS, principal: 'flink/_HOST@EXAMPLE.ORG' }),
    })),
  ),
  ...rule(
    'FLK-KRB-04',
    {
      what: 'a keytab without a principal',
      bad: { configuration: { 'security.kerberos.login.keytab': '/k' } },
      at: 'configuration.security.kerberos.login.keytab',
      says: ['needs a keytab and a principal, and security.kerberos.login.principal is not set', 'KerberosMount'],
      good: { configuration: { 'security.kerberos.login.keytab': '/k', 'security.kerberos.login.principal': 'flink' } },
    },
    {
      what: 'a principal without a keytab',
      bad: { configuration: { 'security.kerberos.login.principal': 'flink' } },
      at: 'configuration.security.kerberos.login.principal',
      says: ['security.kerberos.login.keytab is not set'],
      good: { configuration: {} },
    },
  ),
  ...rule('FLK-KRB-05', {
    what: 'Kerberos without a krb5.conf',
    bad: mount(KerberosMount, { ...KERBEROS, krb5ConfFile: undefined }),
    at: `${AT}krb5ConfFile`,
    says: ['does not find the realm', 'krb5ConfigMap'],
    good: mount(KerberosMount, KERBEROS),
  }),
];

const HADOOP_ROWS: readonly Row[] = [
  ...rule(
    'FLK-HADOOP-01',
    {
      what: 'Hadoop files with neither core-site.xml nor hdfs-site.xml',
      bad: mount(HadoopConfMount, hadoop(property('a'), 'yarn-site.xml')),
      at: `${AT}files`,
      says: ['yarn-site.xml', 'ignores a configuration with neither', 'at least one'],
      good: mount(HadoopConfMount, hadoop(property('a'), 'hdfs-site.xml')),
    },
    {
      what: 'an empty list of Hadoop files',
      bad: mount(HadoopConfMount, { files: [] }),
      at: `${AT}files`,
      says: ['ignores a configuration with neither'],
      good: mount(HadoopConfMount, hadoop(property('a'))),
    },
  ),
  ...rule(
    'FLK-HADOOP-02',
    ...(
      [
        { text: '', problem: 'it has no element' },
        { text: '<configuration>', problem: '<configuration> is not closed' },
        { text: '<configuration><a></configuration>', problem: '<a> is closed by </configuration>' },
        { text: '</a>', problem: '</a> closes nothing' },
        { text: '<conf/>', problem: 'its root is <conf>' },
        { text: '<configuration/><configuration/>', problem: 'its root is <configuration>' },
        { text: '<configuration a=1/>', problem: 'a "<" starts no tag' },
      ] as const
    ).map(({ text, problem }) => ({
      what: `"${text}" as core-site.xml`,
      bad: mount(HadoopConfMount, hadoop(text)),
      at: `${AT}files[0]`,
      says: ['not a valid Hadoop configuration', problem, 'well-formed XML'],
      good: mount(
        HadoopConfMount,
        hadoop('<?xml version="1.0"?><!-- <a> --><configuration b="c"><![CDATA[<x>]]></configuration>'),
      ),
    })),
    {
      what: 'a binary core-site.xml',
      bad: mount(HadoopConfMount, { files: [FlinkFile.fromBytes('core-site.xml', '/w==')] }),
      at: `${AT}files[0]`,
      says: ['it is not UTF-8'],
      good: mount(HadoopConfMount, hadoop('<configuration/>')),
    },
  ),
  ...rule('FLK-HADOOP-03', {
    what: 'a secret key in core-site.xml',
    bad: mount(HadoopConfMount, hadoop(property('fs.s3a.secret.key', 'hunter2'))),
    at: `${AT}files[0]`,
    says: ['fs.s3a.secret.key looks like a credential', 'credential provider'],
    good: mount(HadoopConfMount, hadoop(property('hadoop.security.credential.provider.path', 'jceks://file/x'))),
  }),
];

const SCOPES: readonly Row[] = [
  ...rule(
    'FLK-MOUNT-01',
    ...[SecretEnv, SecretMount, VolumeMount, PluginMount, KerberosMount, HadoopConfMount].map((type) => ({
      what: `a ${type.name} outside of a cluster`,
      bad: () => {
        const chart = newChart();
        const props: any = {
          name: 'A',
          key: 'k',
          secret: SECRET,
          path: '/a',
          volume: { name: 'v', emptyDir: {} },
          ...KERBEROS,
          files: [FlinkFile.fromText('core-site.xml', '<configuration/>')],
        };
        const known: { [type: string]: readonly string[] } = {
          SecretEnv: ['name', 'secret', 'key'],
          SecretMount: ['secret', 'path'],
          VolumeMount: ['path', 'volume'],
          PluginMount: ['name', 'volume'],
          KerberosMount: Object.keys(KERBEROS),
          HadoopConfMount: ['files'],
        };
        const mounted = new (type as Mount)(
          chart,
          'Mount',
          Object.fromEntries(known[type.name]!.map((name) => [name, props[name]])),
        );
        throw new Error(
          mounted.node
            .validate()
            .map((text) => `${mounted.node.path} ${text}`)
            .join('\n'),
        );
      },
      at: '/Mount › scope',
      says: ['not in a cluster, JobManager or TaskManager', 'FlinkConfigMap'],
      good: mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }),
    })),
  ),
  ...rule(
    'FLK-MOUNT-02',
    {
      what: 'a Kerberos mount for one role',
      bad: mount(KerberosMount, KERBEROS, (flink) => flink.jobManager),
      at: '/Flink/JobManager/Mount › scope',
      says: ['a Kerberos login', 'cluster as the scope'],
      good: two(KerberosMount, ['jobManager', KERBEROS], ['taskManager', KERBEROS]),
    },
    {
      what: 'a Hadoop mount for one role',
      bad: mount(HadoopConfMount, { configMap: { name: 'm' } }, (flink) => flink.taskManager),
      at: '/Flink/TaskManager/Mount › scope',
      says: ['a Hadoop configuration'],
      good: mount(HadoopConfMount, { configMap: { name: 'm' } }),
    },
  ),
  ...rule(
    'FLK-MOUNT-03',
    {
      what: 'two Kerberos mounts',
      bad: two(KerberosMount, [undefined, KERBEROS], ['config', KERBEROS]),
      at: '/Flink/Config/Second › scope',
      says: ['already has a Kerberos login, from chart/Flink/First', 'keep one'],
      good: mount(KerberosMount, KERBEROS),
    },
    {
      what: 'two Hadoop configurations',
      bad: two(
        HadoopConfMount,
        ['jobManager', { configMap: { name: 'a' } }],
        ['taskManager', { configMap: { name: 'b' } }],
      ),
      at: '/Flink/TaskManager/Second › scope',
      says: ['already has a Hadoop configuration'],
      good: two(
        HadoopConfMount,
        ['jobManager', { configMap: { name: 'a' } }],
        ['taskManager', { configMap: { name: 'a' } }],
      ),
      also: ['FLK-MOUNT-02'],
    },
  ),
  ...rule(
    'FLK-MOUNT-04',
    {
      what: 'a volume mount without a source',
      bad: mount(VolumeMount, { path: '/a' }),
      at: `${AT}claim`,
      says: ['exactly one of claim, configMap, volume', 'but none are', 'set one of them'],
      good: mount(VolumeMount, { path: '/a', configMap: { name: 'm' } }),
    },
    {
      what: 'a plugin with two sources',
      bad: mount(PluginMount, { name: 'p', image: 'p:1', claim: { name: 'c' } }),
      at: `${AT}image`,
      says: ['but 2 are'],
      good: mount(PluginMount, { name: 'p', image: 'p:1' }),
    },
    {
      what: 'a Secret and a file as the keytab',
      bad: mount(KerberosMount, { ...KERBEROS, keytabFile: KEYTAB }),
      at: `${AT}keytab`,
      says: ['keytab, keytabFile', 'but 2 are'],
      good: mount(KerberosMount, KERBEROS),
    },
    {
      what: 'two sources of krb5.conf',
      bad: mount(KerberosMount, { ...KERBEROS, krb5ConfigMap: { name: 'm' } }),
      at: `${AT}krb5ConfFile`,
      says: ['but 2 are'],
      good: mount(KerberosMount, { ...KERBEROS, krb5ConfFile: undefined, krb5ConfigMap: { name: 'm' } }),
    },
    {
      what: 'a Hadoop mount without a source',
      bad: mount(HadoopConfMount, {}),
      at: `${AT}configMap`,
      says: ['but none are'],
      good: mount(HadoopConfMount, { configMap: { name: 'm' } }),
    },
  ),
  ...rule(
    'FLK-MOUNT-05',
    ...['', '../x', 'a/b', 'a b'].map((name) => ({
      what: `"${name}" as the name of a plugin`,
      bad: mount(PluginMount, { name, image: 'p:1' }),
      at: `${AT}name`,
      says: ['not a valid name of a plugin directory', 'letters, digits'],
      good: mount(PluginMount, { name: 'A_b.c-1', image: 'p:1' }),
    })),
  ),
];

const POD_RULES: readonly Row[] = [
  ...rule(
    'FLK-VOL-03',
    {
      what: 'two mounts with the same path',
      bad: two(
        SecretMount,
        [undefined, { secret: SECRET, path: '/a' }],
        [undefined, { secret: { name: 's' }, path: '/a/' }],
      ),
      at: '/Flink/First › path',
      says: ['two mounts have this path', 'another path'],
      good: two(SecretMount, [undefined, { secret: SECRET, path: '/a' }], [undefined, { secret: SECRET, path: '/b' }]),
    },
    {
      what: 'a mount with the path of the keytab',
      bad: () => {
        const flink = cluster();
        new KerberosMount(flink, 'Kerberos', KERBEROS as any);
        new SecretMount(flink, 'Mount', { secret: SECRET as any, path: '/opt/kerberos/kerberos-keytab' });
        return flink;
      },
      at: `${AT}path`,
      says: ['two mounts have this path'],
      good: mount(SecretMount, { secret: SECRET, path: '/opt/kerberos' }),
    },
  ),
  ...rule('FLK-VOL-04', {
    what: 'a relative mount path',
    bad: mount(VolumeMount, { path: 'data', configMap: { name: 'm' } }),
    at: `${AT}path`,
    says: ['"data"', 'not a valid mount path', 'absolute path'],
    good: mount(VolumeMount, { path: '/data', configMap: { name: 'm' } }),
  }),
  ...rule(
    'FLK-VOL-05',
    ...['/opt/flink/conf', '/opt/flink/', '/', '/opt/flink/lib'].map((path) => ({
      what: `a Secret at ${path}`,
      bad: mount(SecretMount, { secret: SECRET, path }),
      at: `${AT}path`,
      says: ['hide the distribution', 'your own directory'],
      good: mount(SecretMount, { secret: SECRET, path: '/opt/flink/usrlib' }),
    })),
  ),
  ...rule('FLK-VOL-07', {
    what: 'a volume without a name',
    bad: mount(VolumeMount, { path: '/a', volume: { emptyDir: {} } }),
    at: `${AT}volume.name`,
    says: ['not a valid volume name'],
    good: mount(VolumeMount, { path: '/a', volume: { name: 'v', emptyDir: {} } }),
  }),
  ...rule('FLK-VOL-08', {
    what: 'a volume with two sources',
    bad: mount(VolumeMount, { path: '/a', volume: { name: 'v', emptyDir: {}, hostPath: { path: '/x' } } }, undefined, {
      hardening: 'NONE' as any,
    }),
    at: `${AT}volume`,
    says: ['exactly one source'],
    good: mount(VolumeMount, { path: '/a', volume: { name: 'v', emptyDir: {} } }),
  }),
  ...rule('FLK-VOL-06', {
    what: 'a hostPath volume',
    bad: mount(VolumeMount, { path: '/a', volume: { name: 'v', hostPath: { path: '/x' } } }),
    at: `${AT}volume`,
    says: ['file system of the node'],
    good: mount(VolumeMount, { path: '/a', volume: { name: 'v', hostPath: { path: '/x' } } }, undefined, {
      hardening: 'RESTRICTED_WITH_HOST_PATH' as any,
    }),
  }),
  ...rule(
    'FLK-VOL-09',
    {
      what: 'a subPath that leaves the volume',
      bad: mount(VolumeMount, { path: '/a', claim: { name: 'c' }, subPath: '../b' }),
      at: `${AT}subPath`,
      says: ['not a valid path in the volume'],
      good: mount(VolumeMount, { path: '/a', claim: { name: 'c' }, subPath: 'a..b' }),
    },
    {
      what: 'an item path outside of the volume',
      bad: mount(SecretMount, { secret: SECRET, path: '/a', items: { k: '/etc/passwd' } }),
      at: `${AT}items.k`,
      says: ['not a valid path in the volume'],
      good: mount(SecretMount, { secret: SECRET, path: '/a', items: { k: 'etc/passwd' } }),
    },
  ),
  ...rule('FLK-ENV-01', {
    what: 'a variable name with a space',
    bad: mount(SecretEnv, { name: 'A B', secret: SECRET, key: 'k' }),
    at: `${AT}name`,
    says: ['not a valid name of an environment variable'],
    good: mount(SecretEnv, { name: 'A_B', secret: SECRET, key: 'k' }),
  }),
  ...rule('FLK-ENV-02', {
    what: 'a variable that the image defines',
    bad: mount(SecretEnv, { name: 'FLINK_PROPERTIES', secret: SECRET, key: 'k' }),
    at: `${AT}name`,
    says: ['the image and the library reserve'],
    good: mount(SecretEnv, { name: 'MY_PROPERTIES', secret: SECRET, key: 'k' }),
  }),
  ...rule('FLK-ENV-03', {
    what: 'a variable that the cluster defines',
    bad: mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }, undefined, { env: { A: 'x' } }),
    at: `${AT}name`,
    says: ['defined twice'],
    good: mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }, undefined, { env: { B: 'x' } }),
  }),
  ...rule('FLK-IMG-01', {
    what: 'an invalid plugin image',
    bad: mount(PluginMount, { name: 'p', image: 'Bad Image' }),
    at: `${AT}image`,
    says: ['not a valid image reference'],
    good: mount(PluginMount, { name: 'p', image: 'plugins:1.2' }),
  }),
  ...rule('FLK-FILE-02', {
    what: 'two Hadoop files with the same name',
    bad: mount(HadoopConfMount, { files: [...hadoop('<configuration/>').files, ...hadoop('<configuration/>').files] }),
    at: `${AT}files[1]`,
    says: ['two files have this name'],
    good: mount(HadoopConfMount, {
      files: [...hadoop('<configuration/>').files, ...hadoop('<configuration/>', 'hdfs-site.xml').files],
    }),
  }),
  ...rule(
    'FLK-TYPE-01',
    {
      what: 'a mount without a path',
      bad: mount(SecretMount, { secret: SECRET }),
      at: `${AT}path`,
      says: ['required'],
      good: mount(SecretMount, { secret: SECRET, path: '/a' }),
    },
    {
      what: 'a mount without props',
      bad: mount(SecretEnv, undefined),
      at: `${AT}key`,
      says: ['required'],
      good: mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }),
      also: ['FLK-TYPE-01'],
    },
  ),
  ...rule('FLK-TYPE-02', {
    what: 'the name of a Secret instead of a Secret',
    bad: mount(SecretEnv, { name: 'A', secret: 'warehouse', key: 'k' }),
    at: `${AT}secret`,
    says: ['expected a Secret', 'write Secret.fromSecretName'],
    good: mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }),
  }),
];

const SECRETS: readonly Row[] = [
  ...rule(
    'FLK-SECRET-05',
    ...['', 'a b', '../k'].map((key) => ({
      what: `"${key}" as the key of a Secret`,
      bad: mount(SecretEnv, { name: 'A', secret: SECRET, key }),
      at: `${AT}key`,
      says: ['not a valid key of a Secret', '253'],
      good: mount(SecretEnv, { name: 'A', secret: SECRET, key: 'tls.crt' }),
    })),
  ),
  ...rule('FLK-SECRET-06', {
    what: 'a keytab in the manifests',
    bad: mount(KerberosMount, { ...KERBEROS, keytab: undefined, keytabFile: KEYTAB }),
    at: `${AT}keytabFile`,
    says: ['the manifests, and so Git, would contain', 'existing Secret'],
    good: mount(KerberosMount, KERBEROS),
  }),
];

/** Rows for mounts in clusters and their parts. */
export const MOUNTS: readonly Row[] = [...SCOPES, ...POD_RULES, ...KERBEROS_ROWS, ...HADOOP_ROWS, ...SECRETS];
