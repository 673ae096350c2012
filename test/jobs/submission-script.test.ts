import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FlinkSessionCluster, FlinkSessionJob, FlinkVersion, JobArtifact, JobState, UpgradeMode } from '../../src';
import { textHazard } from '../../src/kubernetes/text';
import { manifests, newChart, only, podOf } from '../support/synth';

// A bash that starts many programs, on a machine that has other work.
jest.setTimeout(60_000);

const { SAVEPOINT, STATELESS, FAIL } = UpgradeMode;
const FOLDER = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
const RUNS = join(FOLDER, 'runs');
const LAST = join(FOLDER, 'last');
const OTHER = 'f'.repeat(32);

/**
 * A client that stores runs in a file. `trouble` contains the names of commands that fail once, or `submit` for another
 * submission that is faster.
 */
const CLIENT = `#!/bin/bash
command=$1; id=$(printf '%s\\n' "$@" | sed -n 's/^-D$internal.pipeline.job-id=//p')
if grep -qx "$command" ${FOLDER}/trouble; then sed -i "0,/^$command$/{/^$command$/d}" ${FOLDER}/trouble; echo 'Flink has trouble' >&2; exit 1; fi
case $command in
  list) while read -r run state; do echo "28.11.2026 15:18:52 : $run : a job (x) : y ($state)"; done < ${RUNS} ;;
  run)
    printf '%s\\n' "$@" > ${LAST}
    if grep -qx submit ${FOLDER}/trouble; then echo > ${FOLDER}/trouble; echo "\${id:0:16}0000000100000000 RUNNING" >> ${RUNS}; fi
    if grep -qx failing ${FOLDER}/trouble; then echo "$id FAILED" >> ${RUNS}; else echo "$id RUNNING" >> ${RUNS}; fi ;;
  cancel) sed -i "s/^\${*: -1} .*/\${*: -1} CANCELED/" ${RUNS} ;;
  stop) sed -i "s/^\${*: -1} .*/\${*: -1} FINISHED/" ${RUNS}; echo '2026-11-28 15:18:52,000 INFO CliFrontend [] - Savepoint completed. Path: file:/savepoints/1'; echo 'Savepoint completed. Path: file:/savepoints/1' ;;
esac
`;
const SQL_CLIENT = `#!/bin/bash
exec flink run sql-client "$@"
`;
const STOPPED =
  '{"latest":{"savepoint":{"is_savepoint":true,"checkpoint_type":"SYNC_SAVEPOINT","tasks":{},' +
  '"external_path":"file:/savepoints/1"}}}';
const UNKNOWN_KIND = '{"latest":{"savepoint":{"is_savepoint":true,"tasks":{},"external_path":"file:/savepoints/1"}}}';
const NOTHING = '{"latest":{"savepoint":null}}';

let server: Server;
let checkpoints: string | undefined;

beforeAll((done) => {
  // Answers in plain text, or, if there is no answer to give, with a few bytes that mean nothing, as over TLS.
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () =>
      socket.end(checkpoints === undefined ? '\u0015\u0003\u0003' : `HTTP/1.1 200 OK\r\n\r\n${checkpoints}`),
    );
  }).listen(0, '127.0.0.1', done);
});

afterAll((done) => {
  rmSync(FOLDER, { recursive: true, force: true });
  server.close(done);
});

beforeEach(() => {
  rmSync(FOLDER, { recursive: true });
  mkdirSync(FOLDER);
  writeFileSync(RUNS, `${OTHER} RUNNING\n`);
  writeFileSync(join(FOLDER, 'trouble'), '');
  checkpoints = NOTHING;
});

const trouble = (...commands: string[]): void => writeFileSync(join(FOLDER, 'trouble'), `${commands.join('\n')}\n`);
const lastArguments = (): string => (existsSync(LAST) ? readFileSync(LAST, 'utf8') : '');
/** The states of the job's runs, oldest first; the run of another job is still there. */
function states(): string[] {
  const [first, ...own] = readFileSync(RUNS, 'utf8').trimEnd().split('\n');
  expect(first).toBe(`${OTHER} RUNNING`);
  return own.map((line) => line.split(' ')[1]!);
}

type Environment = { [name: string]: string };

interface Outcome {
  readonly code: number;
  readonly log: string;
  readonly states: string[];
}

/** A string as Kubernetes gives it to a container: `$(NAME)` is replaced if the variable exists, `$$` is one dollar. */
function expanded(text: string, env: Environment): string {
  return text.replace(/\$(?:\$|\(([^)]*)\))/g, (whole, name?: string) =>
    name === undefined ? '$' : (env[name] ?? whole),
  );
}

/** The variables of a container; each one can refer to those before it. */
function environment(container: any): Environment {
  const env: Environment = {};
  for (const { name, value } of container.env) env[name] = expanded(value, env);
  return env;
}

/** Properties of the job's construct, variables that the image sets, and whether the container has run before. */
interface Surroundings {
  readonly props?: any;
  readonly env?: Environment;
  readonly isRestart?: boolean;
}

/** Runs the script as the container does, in a new pod unless the container is restarted. */
function submit(job: any, { props = {}, env = {}, isRestart = false }: Surroundings = {}): Promise<Outcome> {
  writeFileSync(join(FOLDER, 'flink'), CLIENT, { mode: 0o755 });
  writeFileSync(join(FOLDER, 'sql-client.sh'), SQL_CLIENT, { mode: 0o755 });
  if (!isRestart) rmSync(join(FOLDER, 'work'), { recursive: true, force: true });
  const chart = newChart('chart', { namespace: 'flink' });
  const cluster = new FlinkSessionCluster(chart, 'Flink', {
    version: FlinkVersion.V1_20,
    configuration: { 'state.savepoints.dir': 's3://bucket/savepoints' },
  });
  new FlinkSessionJob(chart, 'Clicks', {
    cluster,
    job: { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar'), upgradeMode: SAVEPOINT, ...job },
    ...props,
  });
  const [container] = podOf(only(manifests(chart), 'Job')).containers;
  const variables = environment(container);
  const [bash, flag, script, name] = container.command.map((word: string) => expanded(word, variables));
  // The directories are those of the test, and waiting is short.
  const here = script
    .replaceAll('/tmp/flink-submission', join(FOLDER, 'work'))
    .replaceAll('/opt/flink/', `${FOLDER}/`)
    .replaceAll(/sleep \d/g, 'sleep 0.01')
    .replace('-ge 60', '-ge 4');
  const args = container.args.map((word: string) => expanded(word, variables));
  const { port } = server.address() as AddressInfo;
  const rest = { SUBMISSION_REST_ADDRESS: '127.0.0.1', SUBMISSION_REST_PORT: String(port) };
  return new Promise((resolve) => {
    execFile(
      bash,
      [flag, here, name, ...args],
      { env: { PATH: `${FOLDER}:${process.env.PATH}`, ...env, ...variables, ...rest } },
      (error, _, log) => {
        resolve({ code: error === null ? 0 : Number(error.code), log, states: states() });
      },
    );
  });
}

test('submits once, however often it runs', async () => {
  expect(await submit({})).toMatchObject({ code: 0, states: ['RUNNING'] });
  expect(await submit({})).toMatchObject({
    code: 0,
    states: ['RUNNING'],
    log: expect.stringContaining('is already submitted'),
  });
});

test('a change is made as the upgrade mode says', async () => {
  await submit({});
  expect(await submit({ args: ['x'], upgradeMode: FAIL })).toMatchObject({
    code: 1,
    states: ['RUNNING'],
    log: expect.stringContaining('UpgradeMode.FAIL does not replace it'),
  });
  expect(await submit({ args: ['x'] })).toMatchObject({ code: 0, states: ['FINISHED', 'RUNNING'] });
  expect(lastArguments()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
  expect(await submit({ args: ['y'], upgradeMode: STATELESS })).toMatchObject({
    code: 0,
    states: ['FINISHED', 'CANCELED', 'RUNNING'],
  });
  expect(lastArguments()).not.toContain('--fromSavepoint');
});

test('a suspended job resumes from its savepoint, and a job that has finished is not run again', async () => {
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

test('a job suspended without state starts without state', async () => {
  await submit({ upgradeMode: STATELESS });
  expect(await submit({ upgradeMode: STATELESS, state: JobState.SUSPENDED })).toMatchObject({
    code: 0,
    states: ['CANCELED'],
  });
  expect(await submit({ upgradeMode: STATELESS })).toMatchObject({ code: 0, states: ['CANCELED', 'RUNNING'] });
});

describe.each<[string, string | undefined]>([
  ['over TLS', undefined],
  ['of Flink 1.11', UNKNOWN_KIND],
])('if the cluster does not report the savepoint of a run, as %s,', (_, answer) => {
  test('no state is lost', async () => {
    await submit({});
    await submit({ state: JobState.SUSPENDED });
    checkpoints = answer;
    for (const job of [{}, { args: ['x'] }]) {
      expect(await submit(job)).toMatchObject({
        code: 1,
        states: ['FINISHED'],
        log: expect.stringContaining('set the savepoint of the job to that savepoint'),
      });
    }
    expect(await submit({ savepoint: { path: 's3://b/s' } })).toMatchObject({
      code: 0,
      states: ['FINISHED', 'RUNNING'],
    });
    expect(lastArguments()).toContain('--fromSavepoint\ns3://b/s\n');
  });

  test('the savepoint that the script has just taken is used', async () => {
    await submit({});
    checkpoints = answer;
    expect(await submit({ args: ['x'] })).toMatchObject({ code: 0, states: ['FINISHED', 'RUNNING'] });
    expect(lastArguments()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
  });
});

describe('when something fails', () => {
  test('the script waits for a cluster that does not answer yet, and submits nothing meanwhile', async () => {
    await submit({});
    trouble('list', 'list', 'list');
    expect(await submit({})).toMatchObject({ code: 0, states: ['RUNNING'] });
  });

  test('a cluster that never answers is a failure', async () => {
    trouble('list', 'list', 'list', 'list');
    expect(await submit({})).toMatchObject({ code: 1, states: [], log: expect.stringContaining('does not answer') });
  });

  test('a savepoint that fails leaves the run', async () => {
    await submit({});
    trouble('stop');
    expect(await submit({ args: ['x'] })).toMatchObject({
      code: 1,
      states: ['RUNNING'],
      log: expect.stringContaining('Flink has trouble'),
    });
  });

  test('a submission that fails after a savepoint is repeated from that savepoint', async () => {
    await submit({});
    trouble('run');
    expect(await submit({ args: ['x'] })).toMatchObject({ code: 1, states: ['FINISHED'] });
    expect(await submit({ args: ['x'] }, { isRestart: true })).toMatchObject({
      code: 0,
      states: ['FINISHED', 'RUNNING'],
    });
    expect(lastArguments()).toContain('--fromSavepoint\nfile:/savepoints/1\n');
  });

  test('a run that fails is a failure, and the next one has another id', async () => {
    trouble('failing');
    expect(await submit({})).toMatchObject({ code: 1, states: ['FAILED'] });
    trouble();
    expect(await submit({})).toMatchObject({
      code: 0,
      states: ['FAILED', 'RUNNING'],
      log: expect.stringContaining('is FAILED and left no savepoint'),
    });
  });

  test('of two submissions at once, one run is left', async () => {
    trouble('submit');
    expect(await submit({})).toMatchObject({
      code: 1,
      states: ['RUNNING', 'RUNNING'],
      log: expect.stringContaining('was submitted at the same time'),
    });
    expect(await submit({}, { isRestart: true })).toMatchObject({ code: 0, states: ['FINISHED', 'RUNNING'] });
  });

  test('a plugin that the image does not contain is a failure', async () => {
    expect(await submit({}, { env: { ENABLE_BUILT_IN_PLUGINS: 'flink-s3-fs-hadoop-1.20.4.jar' } })).toMatchObject({
      code: 1,
      states: [],
      log: expect.stringContaining('does not contain the plugin flink-s3'),
    });
  });
});

test('plugins are enabled as the entry point of the image does it', async () => {
  mkdirSync(join(FOLDER, 'opt'));
  ['a-1.jar', 'b-1.jar'].forEach((name) => writeFileSync(join(FOLDER, 'opt', name), name));
  expect(await submit({}, { env: { ENABLE_BUILT_IN_PLUGINS: 'a-1.jar;b-1.jar' } })).toMatchObject({
    code: 0,
    states: ['RUNNING'],
  });
  expect(['a-1', 'b-1'].map((name) => readFileSync(join(FOLDER, 'plugins', name, `${name}.jar`), 'utf8'))).toEqual([
    'a-1.jar',
    'b-1.jar',
  ]);
});

test('a job without a savepoint starts without one, whatever the image sets', async () => {
  expect(await submit({}, { env: { SUBMISSION_SAVEPOINT: 's3://b/other' } })).toMatchObject({ code: 0 });
  expect(lastArguments()).not.toContain('--fromSavepoint');
});

test('values of options and variables arrive as they are written', async () => {
  const name = `two words, 'one' "quote", $HOME, $(STAGE), $$, \`id\` and --`;
  const path = `s3://bucket/$(STAGE)/$HOME/'one'"quote"\`id\``;
  const props = { configuration: { 'pipeline.name': name }, pod: { env: { STAGE: 'prod' } } };
  expect(await submit({ savepoint: { path } }, { props })).toMatchObject({
    code: 0,
    states: ['RUNNING'],
    log: expect.stringContaining(` from ${path}\n`),
  });
  expect(lastArguments()).toContain(`\n-Dpipeline.name=${name}\n`);
  expect(lastArguments()).toContain(`\n--fromSavepoint\n${path}\n`);
});

test.each<[string, string[]]>([
  ['first', ['--', 'a', '--', 'b']],
  ['last', ['a', '--']],
  ['alone', ['--']],
])('two dashes that come %s among the arguments of a program are its own', async (_, args) => {
  expect(await submit({ args })).toMatchObject({ code: 0, states: ['RUNNING'] });
  const [command, ...given] = lastArguments().trimEnd().split('\n');
  expect(command).toBe('run');
  expect(given.slice(given.indexOf('--detached'))).toEqual(['--detached', '/opt/flink/usrlib/job.jar', ...args]);
});

test('a SQL script is submitted by the SQL client, which gets the savepoint as an option', async () => {
  const job = { artifact: JobArtifact.sql('INSERT INTO a SELECT * FROM b;') };
  expect(await submit(job)).toMatchObject({ code: 0, states: ['RUNNING'] });
  const [, client, ...given] = lastArguments().trimEnd().split('\n');
  expect(client).toBe('sql-client');
  expect(given.slice(-2)).toEqual(['-f', '/opt/flink/job/job.sql']);
  expect(lastArguments()).not.toContain('savepoint');
  expect(await submit({ ...job, savepoint: { path: 's3://b/s' } })).toMatchObject({
    code: 0,
    states: ['FINISHED', 'RUNNING'],
  });
  expect(lastArguments()).toContain('\n-Dexecution.state-recovery.path=file:/savepoints/1\n-f\n');
});

test('no argument of a program is read by a shell', async () => {
  const letter = fc.constantFrom(...'$(){}[]<>|&;\'"`\\*?~!# \t\n=-%abc0ü\u{1F980}');
  const random = fc
    .sample(fc.string({ unit: letter, maxLength: 12 }), { numRuns: 300, seed: 7 })
    .filter((text) => !/\$\([A-Za-z_.-]/.test(text) && textHazard(text) === undefined);
  const args = ['$(touch "$0.x")', '`id`', '"; exit 3; "', "'; exit 3; '", '${IFS}', '-D', ...random];
  expect(await submit({ args })).toMatchObject({ code: 0, states: ['RUNNING'] });
  expect(lastArguments()).toContain(`/opt/flink/usrlib/job.jar\n${args.join('\n')}\n`);
});
