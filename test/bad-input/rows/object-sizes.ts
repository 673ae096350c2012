import { type Row, rule } from './row';
import {
  DeploymentMode,
  FlinkFile,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkVersion,
  HadoopConfMount,
  JobArtifact,
  KerberosMount,
} from '../../../src';
import { cluster, manifests, newChart } from '../../support/synth';

const LIMIT = 1_048_576;

/** A cluster with one file of this many characters. */
function file(size: number): any {
  return { files: [FlinkFile.fromText('a', 'x'.repeat(size))] };
}

function bytes(size: number): any {
  return { files: [FlinkFile.fromBytes('a', Buffer.alloc(size).toString('base64'))] };
}

/** A cluster with an option value of this many characters. */
function option(size: number, mode: DeploymentMode): any {
  return { mode, namespace: 'a', configuration: { 'pipeline.global-job-parameters': `k:${'x'.repeat(size)}` } };
}

/** Two files of a Hadoop configuration, of this many characters each. */
function hadoop(size: number, mode = DeploymentMode.standalone()): () => unknown {
  return () => {
    const flink = cluster({ mode, namespace: 'a' });
    const files = ['core-site.xml', 'hdfs-site.xml'].map((name) =>
      FlinkFile.fromText(name, `<configuration><!--${'x'.repeat(size)}--></configuration>`),
    );
    new HadoopConfMount(flink, 'Mount', { files });
    return flink;
  };
}

/** A krb5.conf and a keytab with these sizes in bytes. */
function kerberos({ krb5 = 16, keytab = 16 }): () => unknown {
  return () => {
    const flink = cluster();
    const head = '[libdefaults]\n';
    new KerberosMount(flink, 'Mount', {
      principal: 'flink@EXAMPLE.ORG',
      krb5ConfFile: FlinkFile.fromText('krb5.conf', `${head}#${'x'.repeat(krb5 - head.length - 1)}`),
      keytabFile: FlinkFile.fromBytes(
        'flink.keytab',
        Buffer.concat([Buffer.from('BQIAAAA1', 'base64'), Buffer.alloc(keytab - 6)]).toString('base64'),
      ),
    });
    return flink;
  };
}

/** A feature with a Secret. */
function secret(fields: object): any {
  return {
    features: [{ bind: () => ({ manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'flink-x', fields }] }) }],
  };
}

function template(size: number): any {
  return { mode: DeploymentMode.native(), namespace: 'a', taskManager: { env: { LONG: 'x'.repeat(size) } } };
}

/** A session job with a SQL script of this many characters. */
function script(size: number): () => unknown {
  return () => {
    const chart = newChart('chart', { namespace: 'a' });
    const flink = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V2_2 });
    new FlinkSessionJob(chart, 'Job', { cluster: flink, job: { artifact: JobArtifact.sql('x'.repeat(size)) } });
    manifests(chart);
  };
}

export const OBJECT_SIZES: readonly Row[] = [
  ...rule(
    'FLK-FILE-05',
    {
      what: 'a file larger than a ConfigMap',
      bad: file(LIMIT),
      at: 'files',
      says: ['ConfigMap flink-config would contain 105', 'the limit is 1048576', 'into the image'],
      good: file(1_030_000),
    },
    {
      what: 'a binary file larger than a ConfigMap',
      bad: bytes(LIMIT),
      at: 'files',
      says: ['the limit is 1048576'],
      good: bytes(1_030_000),
    },
    ...[DeploymentMode.native(), DeploymentMode.operator()].map((mode) => ({
      what: `a configuration larger than a ConfigMap in ${mode.name} mode`,
      bad: option(LIMIT, mode),
      at: 'files',
      says: ['ConfigMap flink-config-flink would contain 10', 'or on a volume'],
      good: option(1_030_000, mode),
    })),
    ...[DeploymentMode.standalone(), DeploymentMode.native(), DeploymentMode.operator()].map((mode) => ({
      what: `a Hadoop configuration larger than a ConfigMap in ${mode.name} mode`,
      bad: hadoop(600_000, mode),
      at: '/Flink/Mount › files',
      says: ['ConfigMap hadoop-config-flink would contain 12000', 'the limit is 1048576'],
      good: hadoop(500_000, mode),
    })),
    {
      what: 'a krb5.conf larger than a ConfigMap',
      bad: kerberos({ krb5: LIMIT + 1 }),
      at: '/Flink/Mount › krb5ConfFile',
      says: ['ConfigMap kerberos-krb5conf-flink would contain 1048577'],
      good: kerberos({ krb5: LIMIT }),
      also: ['FLK-SECRET-06'],
    },
    {
      what: 'a keytab larger than a Secret',
      bad: kerberos({ keytab: LIMIT + 1 }),
      at: '/Flink/Mount › keytabFile',
      says: ['Secret kerberos-keytab-flink would contain 1048577'],
      good: kerberos({ keytab: LIMIT }),
      also: ['FLK-SECRET-06'],
    },
    {
      what: 'a Secret of a feature that is too large',
      bad: secret({ stringData: { a: 'é'.repeat(LIMIT / 2), b: 'x' } }),
      at: 'features[0]',
      says: ['Secret flink-x would contain 1048577'],
      good: secret({ stringData: { a: 'é'.repeat(LIMIT / 2) } }),
    },
    {
      what: 'an encoded Secret of a feature that is too large',
      bad: secret({ data: { a: Buffer.alloc(LIMIT + 1).toString('base64') } }),
      at: 'features[0]',
      says: ['would contain 1048577'],
      good: secret({ data: { a: Buffer.alloc(LIMIT).toString('base64') } }),
    },
    {
      what: 'a pod template of native TaskManagers larger than a ConfigMap',
      bad: template(LIMIT),
      at: 'TaskManager › podTemplate',
      says: ['ConfigMap pod-template-flink would contain 10'],
      good: template(1_000_000),
    },
    {
      what: 'a SQL script larger than a ConfigMap',
      bad: script(LIMIT + 1),
      at: '/Job › job.artifact',
      says: ['ConfigMap flink-job would contain 1048577'],
      good: script(LIMIT),
    },
  ),
  ...rule('FLK-FILE-07', {
    what: 'a file larger than an annotation',
    bad: file(262_144),
    at: 'files',
    says: ['ConfigMap flink-config contains 26', 'kubectl apply', 'at most 262144', '--server-side'],
    good: file(250_000),
  }),
];
