import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FlinkSessionCluster, FlinkSessionJob, FlinkVersion, JobArtifact, JobState, UpgradeMode } from '../../src';
import { manifests, newChart, only, podOf } from '../support/synth';

// Bash starts many processes, which takes long on a busy machine.
jest.setTimeout(60_000);

const { SAVEPOINT, STATELESS, FAIL } = UpgradeMode;
const DIRECTORY = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
const RUNS = join(DIRECTORY, 'runs');
const LAST = join(DIRECTORY, 'last');
const OTHER = 'f'.repeat(32);

/**
 * A stand-in for Flink's client that keeps the runs in a file. The file `trouble` lists commands that fail once;
 * `submit` there means that another process submits the job first.
 */
const CLIENT = `#!/bin/bash
command=$1
id=$(printf '%s\\n' "$@" | sed -n 's/^-D$internal.pipeline.job-id=//p')
if grep -qx "$command" ${DIRECTORY}/trouble; then
  sed -i "0,/^$command$/{/^$command$/d}" ${DIRECTORY}/trouble
  echo 'Flink has trouble' >&2
  exit 1
fi
case $command in
  list) while read -r run state; do echo "28.11.2026 15:18:52 : $run : a job (x) : y ($state)"; done < ${RUNS} ;;
  run)
    printf '%s\\n' "$@" > ${LAST}
    if grep -qx submit ${DIRECTORY}/trouble; then
      echo > ${DIRECTORY}/trouble
      echo "\${id:0:16}0000000100000000 RUNNING" >> ${RUNS}
    fi
    if grep -qx failing ${DIRECTORY}/trouble; then result=FAILED; else result=RUNNING; fi
    echo "$id $result" >> ${RUNS} ;;
  cancel) sed -i "s/^\${*: -1} .*/\${*: -1} CANCELED/" ${RUNS} ;;
  stop)
    sed -i "s/^\${*: -1} .*/\${*: -1} FINISHED/" ${RUNS}
    echo '2026-11-28 15:18:52,000 INFO CliFrontend [] - Savepoint completed. Path: file:/savepoints/1'
    echo 'Savepoint completed. Path: file:/savepoints/1' ;;
esac
`;
const STOPPED =
  '{"latest":{"savepoint":{"is_savepoint":true,"checkpoint_type":"SYNC_SAVEPOINT","tasks":{},' +
  '"external_path":"file:/savepoints/1"}}}';
const UNKNOWN_KIND = '{"latest":{"savepoint":{"is_savepoint":true,"tasks":{},"external_path":"file:/savepoints/1"}}}';
const NOTHING = '{"latest":{"savepoint":null}}';

let server: Server;
let checkpoints: string | undefined;

beforeAll((done) => {
  // Answers in clear text or, without an answer, like TLS with a few bytes that are not HTTP.
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () =>
      socket.end(checkpoints === undefined ? '\u0015\u0003\u0003' : `HTTP/1.1 200 OK\r\n\r\n${checkpoints}`),
    );
  }).listen(0, '127.0.0.1', done);
});

afterAll((done) => {
  rmSync(DIRECTORY, { recursive: true, force: true });
  server.close(done);
});

beforeEach(() => {
  rmSync(DIRECTORY, { recursive: true });
  mkdirSync(DIRECTORY);
  writeFileSync(RUNS, `${OTHER} RUNNING\n`);
  writeFileSync(join(DIRECTORY, 'trouble'), '');
  checkpoints = NOTHING;
});

const trouble = (...commands: string[]): void => writeFileSync(join(DIRECTORY, 'trouble'), `${commands.join('\n')}\n`);
const lastArguments = (): string => (existsSync(LAST) ? readFileSync(LAST, 'utf8') : '');
/** The states of the job's runs, oldest first. Checks that the other job is unchanged. */
function states(): string[] {
  const [first, ...own] = readFileSync(RUNS, 'utf8').trimEnd().split('\n');
  expect(first).toBe(`${OTHER} RUNNING`);
  return own.map((line) => line.split(' ')[1]!);
}

interface Outcome {
  readonly code: number;
  readonly log: string;
  readonly states: string[];
}

/** Runs the script like the container: in a new pod, or, with `isRestart`, as the next start of the container. */
function submit(job: any, { env = {}, isRestart = false } = {}): Promise<Outcome> {
  writeFileSync(join(DIRECTORY, 'flink'), CLIENT, { mode: 0o755 });
  if (!isRestart) rmSync(join(DIRECTORY, 'work'), { recursive: true, force: true });
  const chart = newChart('chart', { namespace: 'flink' });
  const cluster = new FlinkSessionCluster(chart, 'Flink', {
    version: FlinkVersion.V1_20,
    configuration: { 'state.savepoints.dir': 's3://bucket/savepoints' },
  });
  new FlinkSessionJob(chart, 'Clicks', {
    cluster,
    job: { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar'), upgradeMode: SAVEPOINT, ...job },
  });
  const [container] = podOf(only(manifests(chart), 'Job')).containers;
  // Kubernetes replaces $$ by $. The directories are those of the test, and waiting times are short.
  const [bash, flag, script, name] = container.command.map((word: string) => word.replaceAll('$$', '$'));
  const here = script
    .replaceAll('/tmp/flink-submission', join(DIRECTORY, 'work'))
    .replaceAll('/opt/flink/', `${DIRECTORY}/`)
    .replaceAll(/sleep \d/g, 'sleep 0.01')
    .replace('-ge 60', '-ge 4');
  const [, , ...args] = container.args.map((word: string) => word.replaceAll('$$', '$'));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    execFile(
      bash,
      [flag, here, name, '127.0.0.1', String(port), ...args],
      { env: { PATH: `${DIRECTORY}:${process.env.PATH}`, ...env } },
      (error, _, log) => {
        resolve({ code: error === null ? 0 : Number(error.code), log, states: states() });
      },
    );
  });
}

test('submits a job once when it runs several times', async () => {
  expect(await submit({})).toMatchObject({ code: 0, states: ['RUNNING'] });
  expect(await submit({})).toMatchObject({
    code: 0,
    states: ['RUNNING'],
    log: expect.stringContaining('is there already'),
  });
});

test('applies a change in the upgrade mode', async () => {
  await submit({});
  expect(await submit({ args: ['x'], upgradeMode: FAIL })).toMatchObject({
    code: 1,
    states: ['RUNNING'],
    log: expect.stringContaining('leaves it alone'),
  });
  expect(await submit({ args: ['x'] })).toMatchObject({ code: 0, states: ['FINISHED', 'RUNNING'] });
  expect(lastArguments()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
  expect(await submit({ args: ['y'], upgradeMode: STATELESS })).toMatchObject({
    code: 0,
    states: ['FINISHED', 'CANCELED', 'RUNNING'],
  });
  expect(lastArguments()).not.toContain('--fromSavepoint');
});

test('resumes a suspended job from its savepoint, and does not run a finished job again', async () => {
  await submit({});
  expect(await submit({ state: JobState.SUSPENDED })).toMatchObject({ code: 0, states: ['FINISHED'] });
  expect(await submit({})).toMatchObject({
    code: 0,
    states: ['FINISHED'],
    log: expect.stringContaining('has finished'),
  });
  checkpoints = STOPPED;
  expect(await submit({})).toMatchObject({ code: 0, states: ['FINISHED', 'RUNNING'] });
  expect(lastArguments()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
});

test('starts a job that was suspended without state again', async () => {
  await submit({ upgradeMode: STATELESS });
  expect(await submit({ upgradeMode: STATELESS, state: JobState.SUSPENDED })).toMatchObject({
    code: 0,
    states: ['CANCELED'],
  });
  expect(await submit({ upgradeMode: STATELESS })).toMatchObject({ code: 0, states: ['CANCELED', 'RUNNING'] });
});

describe.each<{ what: string; answer: string | undefined }>([
  { what: 'with TLS', answer: undefined },
  { what: 'in Flink 1.11', answer: UNKNOWN_KIND },
])('when the savepoint of a run is unknown $what', ({ answer }) => {
  test('does not lose state', async () => {
    await submit({});
    await submit({ state: JobState.SUSPENDED });
    checkpoints = answer;
    for (const job of [{}, { args: ['x'] }]) {
      expect(await submit(job)).toMatchObject({
        code: 1,
        states: ['FINISHED'],
        log: expect.stringContaining('give that one as the savepoint of the job'),
      });
    }
    expect(await submit({ savepoint: { path: 's3://b/s' } })).toMatchObject({
      code: 0,
      states: ['FINISHED', 'RUNNING'],
    });
    expect(lastArguments()).toContain('--fromSavepoint\ns3://b/s\n');
  });

  test('uses the savepoint that it has just taken', async () => {
    await submit({});
    checkpoints = answer;
    expect(await submit({ args: ['x'] })).toMatchObject({ code: 0, states: ['FINISHED', 'RUNNING'] });
    expect(lastArguments()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
  });
});

describe('on failures', () => {
  test('waits for a cluster that does not answer yet, and does not submit again', async () => {
    await submit({});
    trouble('list', 'list', 'list');
    expect(await submit({})).toMatchObject({ code: 0, states: ['RUNNING'] });
  });

  test('fails if a cluster never answers', async () => {
    trouble('list', 'list', 'list', 'list');
    expect(await submit({})).toMatchObject({ code: 1, states: [], log: expect.stringContaining('does not answer') });
  });

  test('keeps the run if a savepoint fails', async () => {
    await submit({});
    trouble('stop');
    expect(await submit({ args: ['x'] })).toMatchObject({
      code: 1,
      states: ['RUNNING'],
      log: expect.stringContaining('Flink has trouble'),
    });
  });

  test('restores a savepoint on its next start if the submission failed', async () => {
    await submit({});
    trouble('run');
    expect(await submit({ args: ['x'] })).toMatchObject({ code: 1, states: ['FINISHED'] });
    expect(await submit({ args: ['x'] }, { isRestart: true })).toMatchObject({
      code: 0,
      states: ['FINISHED', 'RUNNING'],
    });
    expect(lastArguments()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
  });

  test('fails if a run fails, and uses another id for the next run', async () => {
    trouble('failing');
    expect(await submit({})).toMatchObject({ code: 1, states: ['FAILED'] });
    trouble();
    expect(await submit({})).toMatchObject({
      code: 0,
      states: ['FAILED', 'RUNNING'],
      log: expect.stringContaining('is FAILED, and left no savepoint'),
    });
  });

  test('keeps one run of two concurrent submissions', async () => {
    trouble('submit');
    expect(await submit({})).toMatchObject({
      code: 1,
      states: ['RUNNING', 'RUNNING'],
      log: expect.stringContaining('was submitted meanwhile'),
    });
    expect(await submit({}, { isRestart: true })).toMatchObject({ code: 0, states: ['FINISHED', 'RUNNING'] });
  });

  test('fails if the image does not contain a plugin', async () => {
    expect(await submit({}, { env: { ENABLE_BUILT_IN_PLUGINS: 'flink-s3-fs-hadoop-1.20.4.jar' } })).toMatchObject({
      code: 1,
      states: [],
      log: expect.stringContaining('no plugin flink-s3'),
    });
  });
});

test('enables plugins like the image', async () => {
  mkdirSync(join(DIRECTORY, 'opt'));
  ['a-1.jar', 'b-1.jar'].forEach((name) => writeFileSync(join(DIRECTORY, 'opt', name), name));
  expect(await submit({}, { env: { ENABLE_BUILT_IN_PLUGINS: 'a-1.jar;b-1.jar' } })).toMatchObject({
    code: 0,
    states: ['RUNNING'],
  });
  expect(['a-1', 'b-1'].map((name) => readFileSync(join(DIRECTORY, 'plugins', name, `${name}.jar`), 'utf8'))).toEqual([
    'a-1.jar',
    'b-1.jar',
  ]);
});

test('does not let a shell interpret the arguments of a program', async () => {
  const letter = fc.constantFrom(...'$(){}[]<>|&;\'"`\\*?~!# \t\n=-%abc0ü\u{1F980}');
  const random = fc
    .sample(fc.string({ unit: letter, maxLength: 12 }), { numRuns: 300, seed: 7 })
    .filter((text) => !/\$\([A-Za-z_.-]/.test(text));
  const args = ['$(touch "$0.x")', '`id`', '"; exit 3; "', "'; exit 3; '", '${IFS}', '-D', ...random];
  expect(await submit({ args })).toMatchObject({ code: 0, states: ['RUNNING'] });
  expect(lastArguments()).toContain(`/opt/flink/usrlib/job.jar\n${args.join('\n')}\n`);
});
