import { type Construct } from 'constructs';
import { row, type Row, rule } from './row';
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

/** A mount in a cluster, or in one of its parts. */
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

/** Two mounts, each in a part of the cluster. */
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
const KERBEROS = { keytab: SECRET, principal: 'flink@EXAMPLE.ORG', krb5Conf: KRB5 };
const KEYTAB = FlinkFile.fromBytes('flink.keytab', 'BQIAAAA1');
const hadoop = (text: string, name = 'core-site.xml'): any => ({ files: [FlinkFile.fromText(name, text)] });
const property = (name: string, value = 'x'): string =>
  `<configuration><property><name>${name}</name><value>${value}</value></property></configuration>`;

const KERBEROS_ROWS: readonly Row[] = [
  ...rule(
    'FLK-KRB-01',
    ...(
      [
        ['an empty keytab', FlinkFile.fromText('k', ''), 'it is empty'],
        ['a keytab without an entry', FlinkFile.fromBytes('k', 'BQI='), 'no entry'],
        ['base64 as the text of a keytab', FlinkFile.fromText('k', 'BQIAAAA1'), 'does not begin with the bytes 05 02'],
      ] as const
    ).map(([what, keytabFile, said]) =>
      row(
        what,
        mount(KerberosMount, { ...KERBEROS, keytab: undefined, keytabFile }),
        `${AT}keytabFile`,
        ['"k"', said, 'byte for byte'],
        mount(KerberosMount, { ...KERBEROS, keytab: undefined, keytabFile: KEYTAB }),
      ),
    ),
  ),
  ...rule(
    'FLK-KRB-02',
    ...(
      [
        ['an empty krb5.conf', '  \n', 'it is empty'],
        ['a krb5.conf from Windows', '[libdefaults]\r\n', 'end as on Windows'],
        ['a krb5.conf without defaults', '[realms]\n', 'no section [libdefaults]'],
      ] as const
    ).map(([what, text, said]) =>
      row(
        what,
        mount(KerberosMount, { ...KERBEROS, krb5Conf: FlinkFile.fromText('krb5.conf', text) }),
        `${AT}krb5Conf`,
        [said, '[libdefaults]'],
        mount(KerberosMount, KERBEROS),
      ),
    ),
  ),
  ...rule(
    'FLK-KRB-02',
    row(
      'a krb5.conf that is no text',
      mount(KerberosMount, { ...KERBEROS, krb5Conf: KEYTAB }),
      `${AT}krb5Conf`,
      ['no text in UTF-8'],
      mount(KerberosMount, {
        ...KERBEROS,
        krb5Conf: FlinkFile.fromText('krb5.conf', 'includedir /etc/krb5.conf.d/\n'),
      }),
    ),
  ),
  ...rule(
    'FLK-KRB-03',
    ...['', 'flink @X', '@EXAMPLE.ORG', 'flink@A@B'].map((principal) =>
      row(
        `"${principal}" as principal`,
        mount(KerberosMount, { ...KERBEROS, principal }),
        `${AT}principal`,
        ['no principal', '@REALM'],
        mount(KerberosMount, { ...KERBEROS, principal: 'flink/_HOST@EXAMPLE.ORG' }),
      ),
    ),
  ),
  ...rule(
    'FLK-KRB-04',
    row(
      'a keytab without a principal',
      { configuration: { 'security.kerberos.login.keytab': '/k' } },
      'configuration.security.kerberos.login.keytab',
      ['needs a keytab and a principal, and security.kerberos.login.principal is missing', 'KerberosMount'],
      { configuration: { 'security.kerberos.login.keytab': '/k', 'security.kerberos.login.principal': 'flink' } },
    ),
    row(
      'a principal without a keytab',
      { configuration: { 'security.kerberos.login.principal': 'flink' } },
      'configuration.security.kerberos.login.principal',
      ['security.kerberos.login.keytab is missing'],
      { configuration: {} },
    ),
  ),
  ...rule(
    'FLK-KRB-05',
    row(
      'Kerberos without krb5.conf',
      mount(KerberosMount, { ...KERBEROS, krb5Conf: undefined }),
      `${AT}krb5Conf`,
      ['no realm', 'krb5ConfigMap'],
      mount(KerberosMount, KERBEROS),
    ),
  ),
];

const HADOOP_ROWS: readonly Row[] = [
  ...rule(
    'FLK-HADOOP-01',
    row(
      'no core-site.xml and no hdfs-site.xml',
      mount(HadoopConfMount, hadoop(property('a'), 'yarn-site.xml')),
      `${AT}files`,
      ['yarn-site.xml', 'skips a configuration with neither', 'at least one'],
      mount(HadoopConfMount, hadoop(property('a'), 'hdfs-site.xml')),
    ),
    row(
      'no file',
      mount(HadoopConfMount, { files: [] }),
      `${AT}files`,
      ['skips'],
      mount(HadoopConfMount, hadoop(property('a'))),
    ),
  ),
  ...rule(
    'FLK-HADOOP-02',
    ...(
      [
        ['', 'it has no element'],
        ['<configuration>', '<configuration> is not closed'],
        ['<configuration><a></configuration>', '<a> is closed by </configuration>'],
        ['</a>', '</a> closes nothing'],
        ['<conf/>', 'its root is <conf>'],
        ['<configuration/><configuration/>', 'its root is <configuration>'],
        ['<configuration a=1/>', 'a "<" that begins no tag'],
      ] as const
    ).map(([text, said]) =>
      row(
        `"${text}" as core-site.xml`,
        mount(HadoopConfMount, hadoop(text)),
        `${AT}files[0]`,
        ['no Hadoop configuration', said, 'well-formed XML'],
        mount(
          HadoopConfMount,
          hadoop('<?xml version="1.0"?><!-- <a> --><configuration b="c"><![CDATA[<x>]]></configuration>'),
        ),
      ),
    ),
    row(
      'a binary core-site.xml',
      mount(HadoopConfMount, { files: [FlinkFile.fromBytes('core-site.xml', '/w==')] }),
      `${AT}files[0]`,
      ['no text in UTF-8'],
      mount(HadoopConfMount, hadoop('<configuration/>')),
    ),
  ),
  ...rule(
    'FLK-HADOOP-03',
    row(
      'a secret key in core-site.xml',
      mount(HadoopConfMount, hadoop(property('fs.s3a.secret.key', 'hunter2'))),
      `${AT}files[0]`,
      ['fs.s3a.secret.key looks like a credential', 'credential provider'],
      mount(HadoopConfMount, hadoop(property('hadoop.security.credential.provider.path', 'jceks://file/x'))),
    ),
  ),
];

const PLACES: readonly Row[] = [
  ...rule(
    'FLK-MOUNT-01',
    ...[SecretEnv, SecretMount, VolumeMount, PluginMount, KerberosMount, HadoopConfMount].map((type) =>
      row(
        `a ${type.name} below nothing of Flink`,
        () => {
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
              .map((text) => text.replace(' › ', ` ${mounted.node.path} › `))
              .join('\n'),
          );
        },
        '/Mount › scope',
        ['below no cluster', 'FlinkConfigMap'],
        mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }),
      ),
    ),
  ),
  ...rule(
    'FLK-MOUNT-02',
    row(
      'Kerberos for one role',
      mount(KerberosMount, KERBEROS, (flink) => flink.jobManager),
      '/Flink/JobManager/Mount › scope',
      ['a Kerberos login', 'cluster as the scope'],
      two(KerberosMount, ['jobManager', KERBEROS], ['taskManager', KERBEROS]),
    ),
    row(
      'Hadoop for one role',
      mount(HadoopConfMount, { configMap: { name: 'm' } }, (flink) => flink.taskManager),
      '/Flink/TaskManager/Mount › scope',
      ['a Hadoop configuration'],
      mount(HadoopConfMount, { configMap: { name: 'm' } }),
    ),
  ),
  ...rule(
    'FLK-MOUNT-03',
    row(
      'Kerberos twice',
      two(KerberosMount, [undefined, KERBEROS], ['config', KERBEROS]),
      '/Flink/Config/Second › scope',
      ['a Kerberos login already, by chart/Flink/First', 'keep one'],
      mount(KerberosMount, KERBEROS),
    ),
    row(
      'two Hadoop configurations',
      two(HadoopConfMount, ['jobManager', { configMap: { name: 'a' } }], ['taskManager', { configMap: { name: 'b' } }]),
      '/Flink/TaskManager/Second › scope',
      ['a Hadoop configuration already'],
      two(HadoopConfMount, ['jobManager', { configMap: { name: 'a' } }], ['taskManager', { configMap: { name: 'a' } }]),
      ['FLK-MOUNT-02'],
    ),
  ),
  ...rule(
    'FLK-MOUNT-04',
    row(
      'no source of a volume',
      mount(VolumeMount, { path: '/a' }),
      `${AT}claim`,
      ['exactly one of claim, configMap, volume', 'there are none', 'keep one'],
      mount(VolumeMount, { path: '/a', configMap: { name: 'm' } }),
    ),
    row(
      'two sources of a plugin',
      mount(PluginMount, { name: 'p', image: 'p:1', claim: { name: 'c' } }),
      `${AT}image`,
      ['there are 2'],
      mount(PluginMount, { name: 'p', image: 'p:1' }),
    ),
    row(
      'a Secret and a file as keytab',
      mount(KerberosMount, { ...KERBEROS, keytabFile: KEYTAB }),
      `${AT}keytab`,
      ['keytab, keytabFile', 'there are 2'],
      mount(KerberosMount, KERBEROS),
    ),
    row(
      'two forms of krb5.conf',
      mount(KerberosMount, { ...KERBEROS, krb5ConfigMap: { name: 'm' } }),
      `${AT}krb5Conf`,
      ['there are 2'],
      mount(KerberosMount, { ...KERBEROS, krb5Conf: undefined, krb5ConfigMap: { name: 'm' } }),
    ),
    row(
      'no Hadoop configuration',
      mount(HadoopConfMount, {}),
      `${AT}configMap`,
      ['there are none'],
      mount(HadoopConfMount, { configMap: { name: 'm' } }),
    ),
  ),
  ...rule(
    'FLK-MOUNT-05',
    ...['', '../x', 'a/b', 'a b'].map((name) =>
      row(
        `"${name}" as the name of a plugin`,
        mount(PluginMount, { name, image: 'p:1' }),
        `${AT}name`,
        ['no folder of a plugin', 'letters, digits'],
        mount(PluginMount, { name: 'A_b.c-1', image: 'p:1' }),
      ),
    ),
  ),
];

const BLAMED: readonly Row[] = [
  ...rule(
    'FLK-VOL-03',
    row(
      'two mounts on one place',
      two(
        SecretMount,
        [undefined, { secret: SECRET, path: '/a' }],
        [undefined, { secret: { name: 's' }, path: '/a/' }],
      ),
      '/Flink/First › path',
      ['two mounts have this path', 'another path'],
      two(SecretMount, [undefined, { secret: SECRET, path: '/a' }], [undefined, { secret: SECRET, path: '/b' }]),
    ),
    row(
      'a mount on the place of the keytab',
      () => {
        const flink = cluster();
        new KerberosMount(flink, 'Kerberos', KERBEROS as any);
        new SecretMount(flink, 'Mount', { secret: SECRET as any, path: '/opt/kerberos/kerberos-keytab' });
        return flink;
      },
      `${AT}path`,
      ['two mounts have this path'],
      mount(SecretMount, { secret: SECRET, path: '/opt/kerberos' }),
    ),
  ),
  ...rule(
    'FLK-VOL-04',
    row(
      'a relative path',
      mount(VolumeMount, { path: 'data', configMap: { name: 'm' } }),
      `${AT}path`,
      ['"data"', 'no mount path', 'absolute path'],
      mount(VolumeMount, { path: '/data', configMap: { name: 'm' } }),
    ),
  ),
  ...rule(
    'FLK-VOL-05',
    ...['/opt/flink/conf', '/opt/flink/', '/', '/opt/flink/lib'].map((path) =>
      row(
        `a Secret at ${path}`,
        mount(SecretMount, { secret: SECRET, path }),
        `${AT}path`,
        ['hide the distribution', 'folder of your own'],
        mount(SecretMount, { secret: SECRET, path: '/opt/flink/usrlib' }),
      ),
    ),
  ),
  ...rule(
    'FLK-VOL-07',
    row(
      'a volume without a name',
      mount(VolumeMount, { path: '/a', volume: { emptyDir: {} } }),
      `${AT}volume.name`,
      ['no volume name'],
      mount(VolumeMount, { path: '/a', volume: { name: 'v', emptyDir: {} } }),
    ),
  ),
  ...rule(
    'FLK-VOL-08',
    row(
      'a volume with two sources',
      mount(VolumeMount, { path: '/a', volume: { name: 'v', emptyDir: {}, hostPath: { path: '/x' } } }, undefined, {
        hardening: 'NONE' as any,
      }),
      `${AT}volume`,
      ['exactly one source'],
      mount(VolumeMount, { path: '/a', volume: { name: 'v', emptyDir: {} } }),
    ),
  ),
  ...rule(
    'FLK-VOL-06',
    row(
      'a folder of the node',
      mount(VolumeMount, { path: '/a', volume: { name: 'v', hostPath: { path: '/x' } } }),
      `${AT}volume`,
      ['reach into the node'],
      mount(VolumeMount, { path: '/a', volume: { name: 'v', hostPath: { path: '/x' } } }, undefined, {
        hardening: 'RESTRICTED_WITH_HOST_PATH' as any,
      }),
    ),
  ),
  ...rule(
    'FLK-VOL-09',
    row(
      'a path that leaves the volume',
      mount(VolumeMount, { path: '/a', claim: { name: 'c' }, subPath: '../b' }),
      `${AT}subPath`,
      ['no path inside the volume'],
      mount(VolumeMount, { path: '/a', claim: { name: 'c' }, subPath: 'a..b' }),
    ),
    row(
      'an item that leaves the folder',
      mount(SecretMount, { secret: SECRET, path: '/a', items: { k: '/etc/passwd' } }),
      `${AT}items.k`,
      ['no path inside the volume'],
      mount(SecretMount, { secret: SECRET, path: '/a', items: { k: 'etc/passwd' } }),
    ),
  ),
  ...rule(
    'FLK-ENV-01',
    row(
      'a variable with a blank',
      mount(SecretEnv, { name: 'A B', secret: SECRET, key: 'k' }),
      `${AT}name`,
      ['no name of an environment variable'],
      mount(SecretEnv, { name: 'A_B', secret: SECRET, key: 'k' }),
    ),
  ),
  ...rule(
    'FLK-ENV-02',
    row(
      'a variable of the image',
      mount(SecretEnv, { name: 'FLINK_PROPERTIES', secret: SECRET, key: 'k' }),
      `${AT}name`,
      ['belongs to the image'],
      mount(SecretEnv, { name: 'MY_PROPERTIES', secret: SECRET, key: 'k' }),
    ),
  ),
  ...rule(
    'FLK-ENV-03',
    row(
      'a variable that the cluster has',
      mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }, undefined, { env: { A: 'x' } }),
      `${AT}name`,
      ['defined twice'],
      mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }, undefined, { env: { B: 'x' } }),
    ),
  ),
  ...rule(
    'FLK-IMG-01',
    row(
      'an image of a plugin that is none',
      mount(PluginMount, { name: 'p', image: 'Bad Image' }),
      `${AT}image`,
      ['no image reference'],
      mount(PluginMount, { name: 'p', image: 'plugins:1.2' }),
    ),
  ),
  ...rule(
    'FLK-FILE-02',
    row(
      'two Hadoop files of one name',
      mount(HadoopConfMount, { files: [...hadoop('<configuration/>').files, ...hadoop('<configuration/>').files] }),
      `${AT}files[1]`,
      ['two files have this name'],
      mount(HadoopConfMount, {
        files: [...hadoop('<configuration/>').files, ...hadoop('<configuration/>', 'hdfs-site.xml').files],
      }),
    ),
  ),
  ...rule(
    'FLK-TYPE-01',
    row(
      'a mount without its place',
      mount(SecretMount, { secret: SECRET }),
      `${AT}path`,
      ['required'],
      mount(SecretMount, { secret: SECRET, path: '/a' }),
    ),
    row(
      'a mount without props',
      mount(SecretEnv, undefined),
      `${AT}key`,
      ['required'],
      mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }),
      ['FLK-TYPE-01'],
    ),
  ),
  ...rule(
    'FLK-TYPE-02',
    row(
      'a Secret by its name alone',
      mount(SecretEnv, { name: 'A', secret: 'warehouse', key: 'k' }),
      `${AT}secret`,
      ['a Secret, such as Secret.fromSecretName'],
      mount(SecretEnv, { name: 'A', secret: SECRET, key: 'k' }),
    ),
  ),
];

const SECRETS: readonly Row[] = [
  ...rule(
    'FLK-SECRET-05',
    ...['', 'a b', '../k'].map((key) =>
      row(
        `"${key}" as the key of a Secret`,
        mount(SecretEnv, { name: 'A', secret: SECRET, key }),
        `${AT}key`,
        ['no key of a Secret', '253'],
        mount(SecretEnv, { name: 'A', secret: SECRET, key: 'tls.crt' }),
      ),
    ),
  ),
  ...rule(
    'FLK-SECRET-06',
    row(
      'a keytab in the manifests',
      mount(KerberosMount, { ...KERBEROS, keytab: undefined, keytabFile: KEYTAB }),
      `${AT}keytabFile`,
      ['lie in the manifests', 'existing Secret'],
      mount(KerberosMount, KERBEROS),
    ),
  ),
];

/** What is mounted into clusters and their parts. */
export const MOUNTS: readonly Row[] = [...PLACES, ...BLAMED, ...KERBEROS_ROWS, ...HADOOP_ROWS, ...SECRETS];
