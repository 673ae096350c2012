import fs from 'node:fs';
import path from 'node:path';
import { App, Chart, Size, Testing } from 'cdk8s';
import YAML from 'yaml';
import {
  DeploymentMode,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkVersion,
  Hardening,
  JobArtifact,
  UpgradeMode,
} from '../../../src';
import { fullPodOptions } from '../../support/full-props';
import { problems } from '../../support/synth';

const GOLDEN = path.join(__dirname, '../../../examples/operator/expected/operator-1-6.k8s.yaml');

describe('the two manifests of the documentation', () => {
  test('are what the example for operator 1.6 writes', () => {
    expect(YAML.parseAllDocuments(fs.readFileSync(GOLDEN, 'utf8')).map((document) => document.toJS())).toEqual([
      {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        metadata: { name: 'session-deployment-only', namespace: 'flink' },
        spec: {
          image: 'flink:1.13.6',
          flinkVersion: 'v1_13',
          imagePullPolicy: 'IfNotPresent',
          ingress: {
            template: 'flink.k8s.io/{{namespace}}/{{name}}(/|$)(.*)',
            className: 'nginx',
            annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' },
          },
          flinkConfiguration: { 'taskmanager.numberOfTaskSlots': '2' },
          serviceAccount: 'flink',
          jobManager: { replicas: 1, resource: { memory: '1024m', cpu: 1 } },
          taskManager: { replicas: 1, resource: { memory: '1024m', cpu: 1 } },
        },
      },
      {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkSessionJob',
        metadata: { name: 'session-job-only', namespace: 'flink' },
        spec: {
          deploymentName: 'session-deployment-only',
          job: {
            jarURI: 'http://192.168.56.85:8080/jars/flink/flink-on-k8s-demo-1.0-SNAPSHOT.jar',
            entryClass: 'com.yale.StreamWordCount',
            parallelism: 1,
            upgradeMode: 'stateless',
          },
        },
      },
    ]);
  });

  test('have three errors on operator 1.15: the version of Flink, the scheme of the jar and its host', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'flink' });
    const size = { memory: Size.mebibytes(1024), cpu: 1 };
    const cluster = new FlinkSessionCluster(chart, 'session-deployment-only', {
      mode: DeploymentMode.operator({ operatorVersion: '1.15' }),
      hardening: Hardening.NONE,
      version: FlinkVersion.V1_13,
      image: 'flink:1.13.6',
      serviceAccount: fullPodOptions().serviceAccount,
      jobManager: size,
      taskManager: size,
    });
    new FlinkSessionJob(chart, 'session-job-only', {
      cluster,
      job: {
        artifact: JobArtifact.http('http://192.168.56.85:8080/jars/flink/flink-on-k8s-demo-1.0-SNAPSHOT.jar'),
        entryClass: 'com.yale.StreamWordCount',
        parallelism: 1,
        upgradeMode: UpgradeMode.STATELESS,
      },
    });
    const findings = problems(() => Testing.synth(chart));
    expect(findings.map(({ path: at, property, id }) => [at, property, id])).toEqual([
      ['chart/session-deployment-only', 'version', 'FLK-OPR-03'],
      ['chart/session-job-only', 'job.artifact', 'FLK-OPR-47'],
      ['chart/session-job-only', 'job.artifact', 'FLK-OPR-48'],
    ]);
    expect(findings.map(({ text }) => /Fix: (.*)/.exec(text)![1])).toEqual([
      'use v1_15 or newer.',
      expect.stringContaining('kubernetes.operator.user.artifacts.allowed-schemes'),
      expect.stringContaining('use a public host'),
    ]);
  });
});
