import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chart } from 'cdk8s';
import { DeploymentMode, FlinkSessionCluster, FlinkSessionJob, FlinkVersion, JobArtifact, JobState, PluginMount, UpgradeMode } from '../../src';
import { manifests, newChart, only, podOf } from '../support/synth';

const ARTIFACT = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');
const SAVEPOINTS = { configuration: { 'state.savepoints.dir': 's3://bucket/savepoints' } };

function chartWith(job: any = {}, props: any = {}, cluster: any = {}): Chart {
  const chart = newChart('chart', { namespace: 'flink' });
  const session = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, ...cluster });
  new FlinkSessionJob(chart, 'Clicks', { cluster: session, job: { artifact: ARTIFACT, ...job }, ...props });
  return chart;
}

/** What the script is told: where, which run, and how. */
function told(job: any = {}, props: any = {}, cluster: any = {}): Record<string, any> {
  const { args } = podOf(only(manifests(chartWith(job, props, cluster)), 'Job')).containers[0];
  const [address, port, names, content, state, upgrade, savepoint, program, shared, ...rest] = args as string[];
  const [client, run] = [rest.slice(0, Number(shared)), rest.slice(Number(shared))];
  return { address, port, names, content, state, upgrade, savepoint, program, client, run };
}

test('the client is told where the cluster is and what runs', () => {
  const job = { entryClass: 'com.example.Job', parallelism: 4, args: ['--topic', 'clicks'], savepoint: { path: 's3://b/s', allowNonRestoredState: true } };
  expect(told(job)).toMatchObject({
    address: 'flink-jobmanager-rest',
    port: '8081',
    state: 'running',
    upgrade: 'fail',
    savepoint: 's3://b/s',
    program: 'run',
    client: ['-Dhigh-availability.type=NONE'],
    run: ['--parallelism', '4', '--allowNonRestoredState', '--class', 'com.example.Job', '/opt/flink/usrlib/job.jar', '--topic', 'clicks'],
  });
});

describe('ids of runs', () => {
  test('their first part comes from the names of cluster and job alone', () => {
    const { names } = told();
    expect(names).toMatch(/^[0-9a-f]{16}$/);
    expect([told({ args: ['x'] }), told({ parallelism: 2 }), told({}, {}, { image: 'registry.example.com/flink:1.20.4' })].map((other) => other.names)).toEqual([names, names, names]);
    expect(told({}, { jobName: 'other' }).names).not.toBe(names);
    expect(told({}, {}, { clusterName: 'other' }).names).not.toBe(names);
  });

  test.each<[string, any, any]>([
    ['an argument', { args: ['x'] }, {}],
    ['the parallelism', { parallelism: 2 }, {}],
    ['the class', { entryClass: 'a.B' }, {}],
    ['the savepoint', { savepoint: { path: 's3://b/s' } }, {}],
    ['the jar', { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/other.jar') }, {}],
    ['an option', {}, { configuration: { 'pipeline.object-reuse': true } }],
    ['the image', {}, { pod: { image: 'registry.example.com/jobs:2' } }],
  ])('their second part changes with %s', (_, job, props) => {
    expect(told(job, props).content).not.toBe(told().content);
  });

  test('neither changes with the state, the upgrade mode or labels', () => {
    const { names, content } = told();
    for (const other of [told({ state: JobState.SUSPENDED }), told({ upgradeMode: UpgradeMode.STATELESS }), told({}, { labels: { team: 'a' } })]) {
      expect([other.names, other.content]).toEqual([names, content]);
    }
  });
});

test.each<[string, any, any, string]>([
  ['a refusal where nobody says where savepoints go', {}, {}, 'fail'],
  ['a savepoint where somebody does', {}, SAVEPOINTS, 'savepoint'],
  ['what the job says', { upgradeMode: UpgradeMode.STATELESS }, SAVEPOINTS, 'stateless'],
])('a change is %s', (_, job, cluster, upgrade) => {
  expect(told(job, {}, cluster).upgrade).toBe(upgrade);
});

describe('a savepoint of a store that the cluster does not read', () => {
  const job = { artifact: ARTIFACT, savepoint: { path: 's4://bucket/savepoint' } };
  const warned = (cluster: (chart: Chart) => any): string[] => {
    const chart = newChart('chart', { namespace: 'flink' });
    const made = cluster(chart);
    const submitted = new FlinkSessionJob(chart, 'Clicks', { cluster: made, job });
    expect(submitted.warnings.map(({ id, path, property }) => `${id} ${path} ${property}`)).toEqual(made.config === undefined ? [] : ['FLK-FS-01 chart/Clicks job.savepoint.path']);
    if (made.config !== undefined) new PluginMount(made, 'S4', { name: 's4', image: 'registry.example.com/s4:1', schemes: ['s4'] });
    return submitted.warnings.map(({ id }) => id);
  };

  test.each([DeploymentMode.standalone(), DeploymentMode.native(), DeploymentMode.operator()])('is told until something reads it', (mode) => {
    expect(warned((chart) => new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode }))).toEqual([]);
  });

  test('is the business of a cluster that is made elsewhere', () => {
    expect(warned((chart) => FlinkSessionCluster.fromClusterName(chart, 'Other', 'other', { version: FlinkVersion.V1_20 }))).toEqual([]);
  });
});

test('the pod is locked down, has the configuration of the cluster, and is no pod of the cluster', () => {
  const job = only(manifests(chartWith()), 'Job', 'flink-clicks');
  const { containers: [main], volumes, ...pod } = podOf(job);
  expect(main.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, runAsNonRoot: true });
  expect(pod).toMatchObject({ restartPolicy: 'OnFailure', automountServiceAccountToken: false });
  expect(volumes).toContainEqual({ name: 'flink-config-volume', configMap: { name: 'flink-config' } });
  expect(job.spec.template.metadata.labels).not.toHaveProperty('app');
  expect(main.image).toBe('flink:1.20.4');
});

test.each([
  [DeploymentMode.standalone(), 'other-jobmanager-rest', 'other-config'],
  [DeploymentMode.native(), 'other-rest', 'flink-config-other'],
])('a cluster that is made elsewhere is found by its name', (mode, service, config) => {
  const chart = newChart('chart', { namespace: 'flink' });
  const cluster = FlinkSessionCluster.fromClusterName(chart, 'Other', 'other', { version: FlinkVersion.V2_2, mode });
  new FlinkSessionJob(chart, 'Clicks', { cluster, job: { artifact: ARTIFACT } });
  const pod = podOf(only(manifests(chart), 'Job', 'other-clicks'));
  expect(pod.containers[0].args[0]).toBe(service);
  expect(pod.volumes[0].configMap.name).toBe(config);
});

test('a SQL script is run by the client of the distribution', () => {
  const chart = chartWith({ artifact: JobArtifact.sql('SELECT 1;') });
  const { args } = podOf(only(manifests(chart), 'Job')).containers[0];
  expect(args.slice(7)).toEqual(['execution.state-recovery.path', '1', '-Dhigh-availability.type=NONE', '-f', '/opt/flink/job/job.sql']);
  expect(only(manifests(chart), 'ConfigMap', 'flink-clicks').data).toEqual({ 'job.sql': 'SELECT 1;' });
});

test('a jar is fetched before it is submitted, verified or not', () => {
  const { initContainers } = podOf(only(manifests(chartWith({ artifact: JobArtifact.http('https://repo.example.com/job.jar') }, {}, { version: FlinkVersion.V1_15 })), 'Job'));
  expect(initContainers[0].command.slice(3)).toEqual(['fetch', '/opt/flink/usrlib/job.jar', 'https://repo.example.com/job.jar']);
});

/** The script as the container runs it, with a client that remembers its runs in a file and a server of nothing. */
describe('the script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  const runs = join(folder, 'runs');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const CLIENT = `#!/bin/bash
command=$1; id=$(printf '%s\\n' "$@" | sed -n 's/^-D$internal.pipeline.job-id=//p')
case $command in
  list) while read -r run state rest; do echo "28.11.2026 15:18:52 : $run : a job (x) : y ($state)"; done < ${runs} ;;
  run) printf '%s\\n' "$@" > ${folder}/last; echo "$id RUNNING" >> ${runs} ;;
  cancel) sed -i "s/^\${*: -1} .*/\${*: -1} CANCELED/" ${runs} ;;
  stop) sed -i "s/^\${*: -1} .*/\${*: -1} FINISHED/" ${runs}; echo 'Savepoint completed. Path: file:/savepoints/1' ;;
esac
`;

  function submit(job: any): { code: number; log: string; runs: string[] } {
    writeFileSync(join(folder, 'flink'), CLIENT, { mode: 0o755 });
    const [container] = podOf(only(manifests(chartWith(job, {}, SAVEPOINTS)), 'Job')).containers;
    // Kubernetes makes one dollar of two; the work folder is the test's, and a port that is open stands for the cluster.
    const [bash, flag, script, name] = container.command.map((word: string) => word.replaceAll('$$', '$'));
    const here = script.replaceAll('/tmp/flink-submission', join(folder, 'work')).replace(/^until \(exec 3<>.*$/m, '').replaceAll(/^ {2}\{ exec 3<>.*$/gm, '  return 0');
    const args = container.args.map((word: string) => word.replaceAll('$$', '$'));
    try {
      execFileSync(bash, [flag, here, name, ...args], { env: { PATH: `${folder}:${process.env.PATH}` }, stdio: 'pipe' });
      return { code: 0, log: '', runs: states() };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: Buffer };
      return { code: status, log: stderr.toString(), runs: states() };
    }
  }

  function states(): string[] {
    return execFileSync('cat', [runs]).toString().split('\n').filter((line) => line !== '').map((line) => line.split(' ')[1]!);
  }

  test('submits once, changes as it is told, and suspends', () => {
    writeFileSync(runs, 'ffffffffffffffffffffffffffffffff RUNNING\n');
    const savepoint = UpgradeMode.SAVEPOINT;
    expect(submit({ upgradeMode: savepoint })).toMatchObject({ code: 0, runs: ['RUNNING', 'RUNNING'] });
    expect(submit({ upgradeMode: savepoint })).toMatchObject({ code: 0, runs: ['RUNNING', 'RUNNING'] });
    expect(submit({ args: ['x'], upgradeMode: UpgradeMode.FAIL })).toMatchObject({ code: 1, runs: ['RUNNING', 'RUNNING'] });
    expect(submit({ args: ['x'], upgradeMode: savepoint })).toMatchObject({ code: 0, runs: ['RUNNING', 'FINISHED', 'RUNNING'] });
    expect(execFileSync('cat', [join(folder, 'last')]).toString()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
    rmSync(join(folder, 'work'), { recursive: true });
    expect(submit({ args: ['y'], upgradeMode: UpgradeMode.STATELESS })).toMatchObject({ code: 0, runs: ['RUNNING', 'FINISHED', 'CANCELED', 'RUNNING'] });
    expect(submit({ args: ['y'], state: JobState.SUSPENDED, upgradeMode: UpgradeMode.STATELESS })).toMatchObject({ code: 0, runs: ['RUNNING', 'FINISHED', 'CANCELED', 'CANCELED'] });
  });

  test('hands arguments to the program as they are', () => {
    writeFileSync(runs, '');
    const evil = ['$(touch "$0.x")', '`id`', '"; exit 3; "', '*', 'a b', '$HOME', '$$'];
    expect(submit({ args: evil, upgradeMode: UpgradeMode.STATELESS })).toMatchObject({ code: 0, runs: ['RUNNING'] });
    expect(execFileSync('cat', [join(folder, 'last')]).toString()).toContain(`/opt/flink/usrlib/job.jar\n${evil.join('\n')}\n`);
  });
});
