import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DeploymentMode, FlinkApplicationCluster, FlinkVersion, JobArtifact } from '../../src';
import { ids, manifests, newChart, problems } from '../support/synth';

const { compare } = require('../../conformance/operator-examples/compare') as {
  compare(directory: string, expected?: string): { compared: number; differences: string[] };
};
const DIRECTORY = process.env.FLINK_OPERATOR_EXAMPLES;
const EXPECTED = path.join(__dirname, '../../examples/operator-examples/expected');

describe("the operator's own examples", () => {
  // Skipped without the directory: the examples belong to the operator, and `npm test` needs no external files.
  const all = DIRECTORY === undefined ? test.skip : test;
  all('are what examples/operator-examples writes (FLINK_OPERATOR_EXAMPLES is their directory)', () => {
    expect(compare(DIRECTORY!)).toEqual({ compared: 26, differences: [] });
  });

  test('are compared by meaning, and a difference is reported', () => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'examples-'));
    try {
      const file = 'basic.k8s.yaml';
      const text = fs.readFileSync(path.join(EXPECTED, file), 'utf8');
      fs.writeFileSync(path.join(directory, file), text);
      const nested = text
        .replace('taskmanager.numberOfTaskSlots: "2"', 'taskmanager: { numberOfTaskSlots: 2 }')
        .replace('upgradeMode:', 'state: running\n    upgradeMode:');
      expect(nested).not.toBe(text);
      const of = (changed: string): string => {
        const other = fs.mkdtempSync(path.join(os.tmpdir(), 'examples-'));
        fs.writeFileSync(path.join(other, 'basic.yaml'), changed);
        return other;
      };
      expect(compare(of(nested), directory)).toEqual({ compared: 1, differences: [] });
      expect(compare(of(text.replace('parallelism: 2', 'parallelism: 3')), directory).differences).toHaveLength(1);
      expect(compare(of('apiVersion: v1'), directory).differences).toEqual([
        'basic: FlinkDeployment basic-example\nis not among the examples',
      ]);
    } finally {
      fs.rmSync(directory, { recursive: true, force: true });
    }
  });

  const job = {
    artifact: JobArtifact.inImage('local:///opt/flink/examples/streaming/StateMachineExample.jar'),
    parallelism: 2,
  };
  const host = {
    volumes: [{ name: 'data', hostPath: { path: '/tmp/flink' } }],
    volumeMounts: [{ name: 'data', mountPath: '/flink-data' }],
  };
  test.each([
    {
      what: 'state in a directory of one node',
      props: { ...host, configuration: { 'state.checkpoints.dir': 'file:///flink-data/checkpoints' } },
      expected: ['FLK-STATE-01', 'FLK-VOL-06'],
    },
    { what: 'an image with a mutable tag', props: { image: 'flink-beam-example:latest' }, expected: ['FLK-IMG-03'] },
    {
      what: 'an option removed in Flink 2',
      props: { version: FlinkVersion.V2_2, configuration: { 'security.ssl.enabled': true } },
      expected: ['FLK-OPT-03'],
    },
  ])('with $what need an exception', ({ props, expected }) => {
    const chart = newChart();
    new FlinkApplicationCluster(chart, 'flink', {
      version: FlinkVersion.V1_20,
      mode: DeploymentMode.operator(),
      job,
      ...props,
    });
    expect(ids(problems(() => manifests(chart)))).toEqual(expected);
  });
});
