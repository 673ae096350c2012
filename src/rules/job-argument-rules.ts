import { clusterRule } from './cluster-rule';
import { jobRule } from './job-context';
import { misreadByStartScript } from './start-script-arguments';
import { references } from '../kubernetes/expansion';
import { type JobModel } from '../model/job-model';

/** Rules about the arguments of a program. */

export const UNDEFINED_VARIABLE = jobRule({
  id: 'FLK-JOB-07',
  severity: 'error',
  rule: '{owner} has no such variable, so the program would get the reference itself',
  fix: 'define it in {properties}, or correct the name',
  source: 'Kubernetes: dependent variables',
  find({ job, program }, report) {
    const variables = program?.variables();
    if (program === undefined || variables === undefined) {
      return;
    }
    const { owner, properties } = program;
    for (const name of referencesOf(job)) {
      if (!variables.has(name)) {
        report('job.args', `$(${name})`, { owner, properties });
      }
    }
  },
});

export const UNEXPANDED_REFERENCE = jobRule({
  id: 'FLK-JOB-38',
  severity: 'error',
  rule: 'references to variables are not replaced in {mode} mode',
  fix: 'let the program read the variable from its environment',
  source: 'Kubernetes: dependent variables',
  find({ job, program, traits }, report) {
    if (program === undefined) {
      referencesOf(job).forEach((name) => report('job.args', `$(${name})`, { mode: traits.name }));
    }
  },
});

export const ARGUMENT_WITHOUT_VALUE = clusterRule({
  id: 'FLK-JOB-22',
  severity: 'error',
  rule: "Flink's start script reads this argument, too, at any position, and fails because no value follows",
  fix: 'add a value, or use another name',
  source: 'Flink: bash-java-utils',
  modes: ({ usesStandaloneEntryPoint }) => usesStandaloneEntryPoint,
  find({ cluster: { job } }, report) {
    const { argument, effect } = misreadOf(job) ?? {};
    if (effect === 'missing value') {
      report('job.args', argument);
    }
  },
});

export const ARGUMENT_SIZES_JOB_MANAGER = clusterRule({
  id: 'FLK-JOB-51',
  severity: 'error',
  rule: "Flink's start script reads this argument, too, at any position, and derives the JobManager's memory from it",
  fix: 'use another name, and jobManager.memory for the size of the JobManager',
  source: 'Flink: bash-java-utils',
  modes: ({ usesStandaloneEntryPoint }) => usesStandaloneEntryPoint,
  find({ cluster: { job } }, report) {
    const { argument, effect } = misreadOf(job) ?? {};
    if (effect === 'memory') {
      report('job.args', argument);
    }
  },
});

function referencesOf({ args }: JobModel): ReadonlySet<string> {
  return new Set(args.flatMap(references));
}

/** What the start script reads of the user's arguments. */
function misreadOf(job: JobModel | undefined): ReturnType<typeof misreadByStartScript> {
  return job && misreadByStartScript(job.args.slice(job.scriptArgs));
}
