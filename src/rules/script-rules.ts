import { type JobContext, jobRule } from './job-context';
import { firstRelease } from '../configuration/releases';
import { type ArtifactModel } from '../model/job-model';
import { type Check } from '../validation/check';
import { Sources } from '../validation/rule';

/** Rules about Python programs and SQL scripts, and what runs them. */

export const IMAGE_WITHOUT_PYTHON = jobRule({
  id: 'FLK-JOB-31',
  severity: 'error',
  rule: 'the official image has no Python',
  fix: 'set image to one with Python and PyFlink',
  source: Sources.IMAGE,
  find({ job: { artifact }, hasOwnImage }, report) {
    if (artifact.kind === 'python' && !hasOwnImage) {
      report('job.artifact');
    }
  },
});

export const NO_SQL_APPLICATIONS = jobRule({
  id: 'FLK-JOB-32',
  severity: 'error',
  rule: 'Flink {release} cannot run a SQL script as an application, which is possible since {first}',
  fix: 'set runner, or use a FlinkSessionJob',
  source: 'FLIP-480: SQL scripts in application mode',
  find({ job: { artifact }, version, isApplication }, report) {
    if (isApplication && needsSqlSupport(artifact) && !version._can('runsSqlApplications')) {
      const facts = { release: version.releaseLine, first: firstRelease('runsSqlApplications') };
      report('job.artifact', undefined, facts);
    }
  },
});

export const SQL_CLIENT_WITHOUT_OPTIONS = jobRule({
  id: 'FLK-JOB-33',
  severity: 'error',
  rule: 'the SQL client of Flink {release} accepts no options, which is possible since {first}',
  fix: 'set runner',
  source: 'Flink: SQL client',
  find({ job: { artifact }, version, isApplication }, report) {
    if (!isApplication && needsSqlSupport(artifact) && !version._can('acceptsSqlClientOptions')) {
      const facts = { release: version.releaseLine, first: firstRelease('acceptsSqlClientOptions') };
      report('job.artifact', undefined, facts);
    }
  },
});

/** Rules about scripts, in the order in which they are checked. */
export const SCRIPT_RULES: readonly Check<JobContext>[] = [
  IMAGE_WITHOUT_PYTHON,
  NO_SQL_APPLICATIONS,
  SQL_CLIENT_WITHOUT_OPTIONS,
];

/** Whether Flink itself runs the script, and not a jar of the user. */
function needsSqlSupport({ kind, jar }: ArtifactModel): boolean {
  return kind === 'sql' && jar === undefined;
}
