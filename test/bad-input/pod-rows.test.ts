import { ROWS } from './rows/all';
import { type Row } from './rows/row';
import { DeploymentMode, FlinkSessionCluster, FlinkSessionJob, FlinkVersion, JobArtifact } from '../../src';
import { POD_OPTION_FIELDS } from '../../src/readers/pod-option-fields';
import { application, cluster, type Finding, manifests, newChart, problems } from '../support/synth';

/** Every row about the pod of the JobManager, through every other construct that has a pod of the same options. */

interface PodRow extends Row {
  readonly badPod: object;
  readonly goodPod: object;
}

/** The pod options of props that have nothing else: those of the JobManager, or those of both roles. */
function podOptionsIn(given: unknown): object | undefined {
  const { jobManager, ...common } = (typeof given === 'object' ? given : {}) as { jobManager?: object };
  const options = jobManager === undefined ? common : jobManager;
  const isOfOneKind = jobManager === undefined || Object.keys(common).length === 0;
  const names = Object.keys(typeof options === 'object' ? options : { '': 'no options' });
  return isOfOneKind && names.every((option) => option in POD_OPTION_FIELDS) ? options : undefined;
}

const POD_ROWS = ROWS.flatMap((row): PodRow[] => {
  const [badPod, goodPod] = [podOptionsIn(row.bad), podOptionsIn(row.good)];
  const isAboutPods = badPod !== undefined && goodPod !== undefined && Object.keys(badPod).length > 0;
  return isAboutPods ? [{ ...row, badPod, goodPod }] : [];
});

/** The same options for a pod whose main container has another name. */
function forContainer(name: string, options: any): any {
  const renamed = (part: any): any => {
    if (Array.isArray(part)) return part.map(renamed);
    const isMap = part !== null && typeof part === 'object' && Object.getPrototypeOf(part) === Object.prototype;
    if (isMap) return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, renamed(value)]));
    return part === 'jobmanager' ? name : part;
  };
  return { ...options, podTemplate: renamed(options?.podTemplate) };
}

/** The property without the construct or the prop that it is reported for: `env.A` for `JobManager › env.A`. */
function propertyOf({ at }: Row): string {
  return at.replace(/^JobManager › |^jobManager\./, '');
}

const MODES = { standalone: DeploymentMode.standalone(), native: DeploymentMode.native() };

function sessionJob(mode: DeploymentMode, pod: any): Finding[] {
  const chart = newChart('chart', { namespace: 'flink' });
  const flink = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode });
  const job = { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar') };
  let made: FlinkSessionJob | undefined;
  const errors = problems(() => {
    made = new FlinkSessionJob(chart, 'Job', { cluster: flink, job, pod: forContainer('submission', pod) });
    manifests(chart);
  });
  const warnings = made?.warnings.map(({ path, id, property, text }) => ({ path, id, property, text })) ?? [];
  return [...errors, ...warnings];
}

function through(make: () => any): Finding[] {
  let made: any;
  const errors = problems(() => {
    made = make();
    manifests(made);
  });
  return [...errors, ...(made?.warnings ?? [])];
}

const POD_CONSTRUCTS = [
  {
    name: 'the TaskManagers',
    run: (options: any) => through(() => cluster({ taskManager: forContainer('taskmanager', options) })),
    places: (property: string) => [`TaskManager › ${property}`, `Flink › taskManager.${property}`],
  },
  {
    name: 'the JobManager of an application',
    run: (options: any) => through(() => application({ jobManager: options })),
    places: (property: string) => [`JobManager › ${property}`, `Flink › jobManager.${property}`],
  },
  {
    name: 'both roles',
    run: (options: any) => through(() => cluster(options)),
    places: (property: string) => [`JobManager › ${property}`, `Flink › ${property}`],
  },
  ...Object.entries(MODES).map(([name, mode]) => ({
    name: `a session job in ${name} mode`,
    run: (pod: any) => sessionJob(mode, pod),
    places: (property: string) => [`Job › pod.${property}`],
  })),
];

/** Rows about what only the JobManager has: its name, its ports, its memory, and the restart policy of its workload. */
const ONLY_OF_JOB_MANAGER: { readonly [what: string]: readonly string[] } = {
  'the TaskManagers': [
    'a host port of the main container',
    'a memory limit below the process size',
    'a sidecar port that Flink uses',
    'a sidecar with the name of the main container',
  ],
  'both roles': ['a sidecar with the name of the main container'],
  'a session job': [
    'a host port of the main container',
    'a sidecar port that Flink uses',
    'a memory limit below the process size',
    'a sidecar with the name of the main container',
    'restart policy Never',
  ],
};

function isOnlyOfJobManager(name: string, { what }: Row): boolean {
  return Object.entries(ONLY_OF_JOB_MANAGER).some(([prefix, rows]) => name.startsWith(prefix) && rows.includes(what));
}

test('there are rows of every area of pods', () => {
  expect(POD_ROWS.length).toBeGreaterThan(150);
  expect([...new Set(POD_ROWS.map(({ id }) => id.replace(/-\d+$/, '')))].sort()).toEqual(
    expect.arrayContaining(['FLK-ENV', 'FLK-IMG', 'FLK-LABEL', 'FLK-POD', 'FLK-PORT', 'FLK-RES', 'FLK-VOL']),
  );
});

describe.each(POD_CONSTRUCTS)('$name', ({ name, run, places }) => {
  const rows = POD_ROWS.filter((row) => !isOnlyOfJobManager(name, row));

  test.each(rows)('reports $id for $what', (row) => {
    const found = run(row.badPod);
    const expected = places(propertyOf(row));
    const own = found.filter(
      ({ id, path, property }) => id === row.id && expected.includes(`${path.split('/').pop()} › ${property}`),
    );
    expect({ found, own: own.length }).toEqual({ found, own: 1 });
  });

  test.each(rows)('accepts the nearest valid neighbour of $what', (row) => {
    expect(run(row.goodPod).filter(({ id }) => id === row.id)).toEqual([]);
  });
});
