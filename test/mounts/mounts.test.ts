import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  FlinkConfigMap,
  FlinkFile,
  FlinkJobManager,
  FlinkTaskManager,
  FlinkVersion,
  HadoopConfMount,
  Hardening,
  KerberosMount,
  PluginMount,
  SecretEnv,
  SecretMount,
  VolumeMount,
} from '../../src';
import {
  cluster,
  flinkConfig,
  mainContainer,
  manifests,
  names,
  newChart,
  only,
  podOf,
  problems,
  workloads,
} from '../support/synth';

const KEYTAB = FlinkFile.fromBytes(
  'flink.keytab',
  'BQIAAAA1AAEAC0VYQU1QTEUuT1JHAAVmbGluawAAAAFfAAAAAAEAEQAQAAECAwQFBgcICQoLDA0ODw==',
);
const KRB5 = FlinkFile.fromText('krb5.conf', '[libdefaults]\n  default_realm = EXAMPLE.ORG\n');
const CORE_SITE = FlinkFile.fromText(
  'core-site.xml',
  '<?xml version="1.0"?>\n<configuration>\n' +
    '  <property><name>fs.defaultFS</name><value>hdfs://nameservice1</value></property>\n</configuration>\n',
);

function secret(scope: Chart, name = 'warehouse'): kplus.ISecret {
  return kplus.Secret.fromSecretName(scope, `Secret ${name}`, name);
}

describe('the scope of a mount', () => {
  const mounted = (pick: (flink: ReturnType<typeof cluster>) => any): boolean[] => {
    const flink = cluster();
    new SecretEnv(pick(flink), 'Env', { name: 'PASSWORD', secret: secret(Chart.of(flink)), key: 'password' });
    return workloads(manifests(flink)).map((workload) => mainContainer(workload).env !== undefined);
  };

  test.each([
    { what: 'a cluster: both roles', pick: (flink: any) => flink, expected: [true, true] },
    {
      what: 'the configuration of a cluster: both roles',
      pick: (flink: any) => flink.config,
      expected: [true, true],
    },
    { what: 'a JobManager: that role', pick: (flink: any) => flink.jobManager, expected: [true, false] },
    { what: 'a TaskManager: that role', pick: (flink: any) => flink.taskManager, expected: [false, true] },
    {
      what: 'a construct below a TaskManager: that role',
      pick: (flink: any) => new kplus.k8s.KubeConfigMap(flink.taskManager, 'Other'),
      expected: [false, true],
    },
  ])('$what', ({ pick, expected }) => {
    expect(mounted(pick)).toEqual(expected);
  });

  test('separate parts accept mounts, too', () => {
    const chart = newChart();
    const config = new FlinkConfigMap(chart, 'Flink', { version: FlinkVersion.V1_20 });
    new SecretEnv(config, 'Both', { name: 'BOTH', secret: secret(chart), key: 'k' });
    const jobManager = new FlinkJobManager(chart, 'JobManager', { config });
    new FlinkTaskManager(chart, 'TaskManager', { config });
    new SecretEnv(jobManager, 'One', { name: 'ONE', secret: secret(chart, 'other'), key: 'k' });
    expect(
      workloads(manifests(chart)).map((workload) => mainContainer(workload).env.map(({ name }: any) => name)),
    ).toEqual([['BOTH', 'ONE'], ['BOTH']]);
  });
});

describe('a late mount', () => {
  test('adds an object', () => {
    const flink = cluster();
    const before = names(manifests(flink));
    new HadoopConfMount(flink, 'Hadoop', { files: [CORE_SITE] });
    expect(names(manifests(flink))).toEqual([before[0], 'ConfigMap/hadoop-config-flink', ...before.slice(1)]);
  });

  test('is included after the manifests have been read', () => {
    const flink = cluster();
    manifests(flink);
    new VolumeMount(flink, 'Data', {
      path: '/data',
      claim: kplus.PersistentVolumeClaim.fromClaimName(flink, 'Claim', 'data'),
    });
    expect(podOf(workloads(manifests(flink))[0]).volumes).toContainEqual({
      name: 'data-pvc',
      persistentVolumeClaim: { claimName: 'data' },
    });
  });

  test('creates no objects if it does not need them', () => {
    const flink = cluster();
    const before = flink.node.findAll().length;
    new SecretMount(flink, 'Tls', {
      secret: kplus.Secret.fromSecretName(Chart.of(flink), 'Tls', 'tls'),
      path: '/etc/flink/tls',
    });
    expect(flink.node.findAll()).toHaveLength(before + 1);
  });

  test('does not restart pods when the order of mounts changes', () => {
    const both = (first: string, second: string): unknown => {
      const flink = cluster();
      for (const path of [first, second]) {
        new VolumeMount(flink, `Mount ${path}`, { path, volume: { name: path.slice(1), emptyDir: {} } });
      }
      return manifests(flink);
    };
    expect(both('/a', '/b')).toEqual(both('/b', '/a'));
  });
});

describe('SecretMount', () => {
  test('mounts the given keys, with their paths and permissions', () => {
    const flink = cluster();
    new SecretMount(flink.jobManager, 'Tls', {
      secret: secret(Chart.of(flink), 'my.tls'),
      path: '/tls/',
      items: { 'tls.crt': 'a/crt.pem' },
      mode: 0o440,
      optional: true,
    });
    const [jobManager] = workloads(manifests(flink));
    expect(podOf(jobManager).volumes).toContainEqual({
      name: 'my-tls-volume',
      secret: {
        secretName: 'my.tls',
        items: [{ key: 'tls.crt', path: 'a/crt.pem' }],
        defaultMode: 0o440,
        optional: true,
      },
    });
    expect(mainContainer(jobManager).volumeMounts).toContainEqual({ name: 'my-tls-volume', mountPath: '/tls' });
  });

  test('mounts one Secret at two paths', () => {
    const flink = cluster();
    const tls = secret(Chart.of(flink), 'tls');
    ['/a', '/b'].forEach((path) => new SecretMount(flink, path.slice(1), { secret: tls, path }));
    expect(mainContainer(workloads(manifests(flink))[1]).volumeMounts.slice(0, 2)).toEqual([
      { name: 'tls-volume', mountPath: '/a' },
      { name: 'tls-volume-2', mountPath: '/b' },
    ]);
  });
});

describe('SecretEnv', () => {
  test('is written before variables that reference it', () => {
    const flink = cluster({ env: { A: '$(Z)' } });
    new SecretEnv(flink, 'Z', { name: 'Z', secret: secret(Chart.of(flink)), key: 'z' });
    expect(mainContainer(workloads(manifests(flink))[0]).env).toEqual([
      { name: 'Z', valueFrom: { secretKeyRef: { name: 'warehouse', key: 'z' } } },
      { name: 'A', value: '$(Z)' },
    ]);
  });
});

describe('VolumeMount', () => {
  test('shares the volume of an object that is mounted twice', () => {
    const flink = cluster();
    const map = kplus.ConfigMap.fromConfigMapName(Chart.of(flink), 'Map', 'settings');
    new VolumeMount(flink, 'A', { path: '/a', configMap: map });
    new VolumeMount(flink, 'B', { path: '/b.txt', configMap: map, subPath: 'b.txt', readOnly: true });
    const [jobManager] = workloads(manifests(flink));
    expect(podOf(jobManager).volumes.filter(({ name }: any) => name === 'settings-config')).toEqual([
      { name: 'settings-config', configMap: { name: 'settings' } },
    ]);
    expect(mainContainer(jobManager).volumeMounts.slice(0, 2)).toEqual([
      { name: 'settings-config', mountPath: '/a' },
      { name: 'settings-config', mountPath: '/b.txt', subPath: 'b.txt', readOnly: true },
    ]);
  });
});

describe('PluginMount', () => {
  test('copies a plugin from an image before Flink starts', () => {
    const flink = cluster();
    new PluginMount(flink, 'Plugin', {
      name: 'My_Plugin',
      image: 'registry.example.com/plugin:1.2',
      imagePath: '/jars',
    });
    const [, taskManager] = workloads(manifests(flink));
    expect(podOf(taskManager).initContainers).toEqual([
      expect.objectContaining({
        name: 'my-plugin-plugin',
        image: 'registry.example.com/plugin:1.2',
        command: ['cp', '-R', '/jars/.', '/plugin'],
        volumeMounts: [{ name: 'my-plugin-plugin', mountPath: '/plugin' }],
      }),
    ]);
    expect(mainContainer(taskManager).volumeMounts).toContainEqual({
      name: 'my-plugin-plugin',
      mountPath: '/opt/flink/plugins/My_Plugin',
    });
  });

  test('mounts a plugin from a volume, read-only', () => {
    const flink = cluster();
    new PluginMount(flink, 'Plugin', {
      name: 'udf',
      claim: kplus.PersistentVolumeClaim.fromClaimName(flink, 'Claim', 'plugins'),
      subPath: 'udf',
    });
    expect(mainContainer(workloads(manifests(flink))[0]).volumeMounts).toContainEqual({
      name: 'plugins-pvc',
      mountPath: '/opt/flink/plugins/udf',
      subPath: 'udf',
      readOnly: true,
    });
  });
});

describe('KerberosMount', () => {
  test('mounts an existing Secret and uses it for the login, in both roles', () => {
    const flink = cluster();
    new KerberosMount(flink, 'Kerberos', {
      keytab: secret(Chart.of(flink), 'keytab'),
      principal: 'flink/host@EXAMPLE.ORG',
      krb5ConfFile: KRB5,
      jaasContexts: ['Client', 'KafkaClient'],
    });
    const all = manifests(flink);
    for (const workload of workloads(all)) {
      expect(podOf(workload).volumes.slice(0, 2)).toEqual([
        { name: 'kerberos-keytab-volume', secret: { secretName: 'keytab' } },
        {
          name: 'kerberos-krb5conf-volume',
          configMap: { name: 'kerberos-krb5conf-flink', items: [{ key: 'krb5.conf', path: 'krb5.conf' }] },
        },
      ]);
      expect(mainContainer(workload).volumeMounts.slice(0, 2)).toEqual([
        { name: 'kerberos-keytab-volume', mountPath: '/opt/kerberos/kerberos-keytab' },
        { name: 'kerberos-krb5conf-volume', mountPath: '/etc/krb5.conf', subPath: 'krb5.conf' },
      ]);
    }
    expect(Object.entries(flink.configuration.effective()).filter(([key]) => key.startsWith('security.'))).toEqual([
      ['security.kerberos.login.contexts', 'Client,KafkaClient'],
      ['security.kerberos.login.keytab', '/opt/kerberos/kerberos-keytab/krb5.keytab'],
      ['security.kerberos.login.principal', 'flink/host@EXAMPLE.ORG'],
    ]);
    expect(only(all, 'ConfigMap', 'kerberos-krb5conf-flink').data).toEqual({ 'krb5.conf': KRB5._text });
    expect(flink.warnings).toEqual([]);
  });

  test('creates a Secret for a keytab, with a warning', () => {
    const flink = cluster();
    new KerberosMount(flink, 'Kerberos', {
      keytabFile: KEYTAB,
      principal: 'flink',
      krb5ConfigMap: kplus.ConfigMap.fromConfigMapName(flink, 'Map', 'krb5'),
    });
    const all = manifests(flink);
    expect(only(all, 'Secret').data).toEqual({ 'flink.keytab': KEYTAB._base64 });
    expect(podOf(workloads(all)[1]).volumes[1]).toEqual({
      name: 'kerberos-krb5conf-volume',
      configMap: { name: 'krb5', items: [{ key: 'krb5.conf', path: 'krb5.conf' }] },
    });
    expect(flink.warnings.map(({ id, path, property }) => [id, path, property])).toEqual([
      ['FLK-SECRET-06', 'chart/Flink/Kerberos', 'keytabFile'],
    ]);
  });

  test('can be in each of the roles with the same properties', () => {
    const flink = cluster();
    for (const role of [flink.jobManager, flink.taskManager]) {
      new KerberosMount(role, 'Kerberos', { keytabFile: KEYTAB, principal: 'flink', krb5ConfFile: KRB5 });
    }
    expect(names(manifests(flink)).filter((name) => name.includes('kerberos'))).toEqual([
      'Secret/kerberos-keytab-flink',
      'ConfigMap/kerberos-krb5conf-flink',
    ]);
  });

  test('restarts both roles when krb5.conf changes', () => {
    const checksums = (text: string): unknown[] => {
      const flink = cluster();
      new KerberosMount(flink, 'Kerberos', {
        keytabFile: KEYTAB,
        principal: 'flink',
        krb5ConfFile: FlinkFile.fromText('krb5.conf', text),
      });
      return workloads(manifests(flink)).map(({ spec }) => spec.template.metadata.annotations['checksum/flink-config']);
    };
    const [before, after] = [checksums('[libdefaults]\n'), checksums('[libdefaults]\n\n')];
    expect(before.map((checksum, index) => checksum === after[index])).toEqual([false, false]);
  });
});

describe('HadoopConfMount', () => {
  test('creates a ConfigMap for files and passes its directory to the start scripts', () => {
    const flink = cluster({ hardening: Hardening.NONE });
    new HadoopConfMount(flink, 'Hadoop', {
      files: [FlinkFile.fromText('yarn-site.xml', '<configuration/>'), CORE_SITE],
    });
    const all = manifests(flink);
    const [jobManager] = workloads(all);
    const items = ['core-site.xml', 'yarn-site.xml'].map((key) => ({ key, path: key }));
    expect(podOf(jobManager).volumes[0]).toEqual({
      name: 'hadoop-config-volume',
      configMap: { name: 'hadoop-config-flink', items },
    });
    expect(mainContainer(jobManager).volumeMounts[0]).toEqual({
      name: 'hadoop-config-volume',
      mountPath: '/opt/hadoop/conf',
    });
    expect(mainContainer(jobManager).env).toEqual([{ name: 'HADOOP_CONF_DIR', value: '/opt/hadoop/conf' }]);
    expect(Object.keys(only(all, 'ConfigMap', 'hadoop-config-flink').data)).toEqual(['core-site.xml', 'yarn-site.xml']);
  });

  test('mounts all keys of an existing ConfigMap', () => {
    const flink = cluster();
    new HadoopConfMount(flink, 'Hadoop', { configMap: kplus.ConfigMap.fromConfigMapName(flink, 'Map', 'hadoop') });
    const all = manifests(flink);
    expect(podOf(workloads(all)[1]).volumes[0]).toEqual({
      name: 'hadoop-config-volume',
      configMap: { name: 'hadoop' },
    });
    expect(names(all).filter((name) => name.startsWith('ConfigMap'))).toEqual(['ConfigMap/flink-config']);
  });

  test('changes no option', () => {
    const flink = cluster();
    const before = flink.configuration.effective();
    new HadoopConfMount(flink, 'Hadoop', { files: [CORE_SITE] });
    expect(Object.fromEntries(flinkConfig(manifests(cluster())))).toEqual(before);
    expect(flink.configuration.effective()).toEqual(before);
  });
});

describe('the reported construct', () => {
  test('is the mount that adds a conflicting entry to the pod', () => {
    const flink = cluster({
      volumes: [{ name: 'x', emptyDir: {} }],
      volumeMounts: [{ name: 'x', mountPath: '/data' }],
    });
    new VolumeMount(flink, 'Data', { path: '/data', volume: { name: 'data', emptyDir: {} } });
    expect(
      problems(() => Testing.synth(Chart.of(flink))).map(({ path, id, property }) => [path, id, property]),
    ).toEqual([['chart/Flink/Data', 'FLK-VOL-03', 'path']]);
  });
});
