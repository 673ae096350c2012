import { clusterOptions } from './cluster-options';
import { type Inputs } from './inputs';
import { roleModel } from './role-model';
import { type SecretOptions, secretOptions } from './secret-options';
import { isConfigKey } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type FlinkFile } from '../props/flink-file';
import { Hardening } from '../props/hardening';
import { INVALID_FILE_NAME } from '../readers/file-reader';
import { type Problem, reporter } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const DUPLICATE_FILE = defineRule({
  id: 'FLK-FILE-02',
  severity: 'error',
  rule: 'two files have this name',
  fix: 'keep one; logging sets the logging files',
  source: Sources.LIBRARY,
});

export const FILE_OF_LIBRARY = defineRule({
  id: 'FLK-FILE-03',
  severity: 'error',
  rule: 'the library writes this file',
  fix: 'put the options into configuration',
  source: Sources.LIBRARY,
});

/** The rules about files report this rule, too. */
export const INVALID_FILE_CONTENT = defineRule({
  id: 'FLK-FILE-04',
  severity: 'error',
  rule: 'the content is neither a string nor base64',
  fix: 'create the file with FlinkFile.fromText, .fromBytes or .fromPath',
  source: Sources.LIBRARY,
});

const NO_SECRETS: SecretOptions = { options: [], env: [] };

function hasSecretOptions({ cluster, contributions }: Inputs): boolean {
  return (
    cluster.secretConfiguration !== undefined ||
    contributions.some(({ contribution }) => contribution.secretConfiguration !== undefined)
  );
}

/** Derives the model of a cluster from the collected input. Invalid input is reported and never throws. */
export function clusterModel(inputs: Inputs, problems: Problem[]): ClusterModel {
  const { cluster, contributions } = inputs;
  const options = clusterOptions(inputs, problems);
  const secrets = hasSecretOptions(inputs) ? secretOptions(inputs, problems) : NO_SECRETS;
  const restService = contributions.find(({ contribution }) => contribution.restService !== undefined)?.contribution
    .restService;
  return {
    clusterName: cluster.clusterName,
    namespace: cluster.namespace,
    version: cluster.version,
    options,
    files: files(inputs, problems),
    allowedCredentials: cluster.allowPlainCredentials?.map(({ key }) => key) ?? [],
    secretOptions: secrets.options,
    hardening: cluster.hardening ?? Hardening.RESTRICTED,
    labels: cluster.labels ?? {},
    annotations: cluster.annotations ?? {},
    restService: restService ?? { type: 'ClusterIP' },
    queryableState: inputs.taskManager?.queryableState,
    job: inputs.job,
    kerberos: contributions.find(({ contribution }) => contribution.kerberos !== undefined)?.contribution.kerberos,
    hadoop: contributions.find(({ contribution }) => contribution.hadoop !== undefined)?.contribution.hadoop,
    jobManager: roleModel('jobManager', { inputs, options, secretEnv: secrets.env }, problems),
    taskManager: roleModel('taskManager', { inputs, options, secretEnv: secrets.env }, problems),
    present: { jobManager: inputs.jobManager !== undefined, taskManager: inputs.taskManager !== undefined },
    manifests: contributions.flatMap(({ contribution }) => contribution.manifests ?? []),
  };
}

/** The library writes Flink's configuration file under the name that the release reads. */
const OWNED_FILES: readonly string[] = ['flink-conf.yaml', 'config.yaml'];

/** Files are recognized only by their name, so this object can be of any class. */
function hasContent(file: FlinkFile): boolean {
  return [file._text, file._base64].every((content) => content === undefined || typeof content === 'string');
}

function files({ cluster, contributions }: Inputs, problems: Problem[]): ReadonlyMap<string, FlinkFile> {
  const result = new Map<string, FlinkFile>();
  const add = (file: FlinkFile, property: string, part: Problem['part']): void => {
    const report = reporter(problems, part);
    if (typeof file.name !== 'string' || !isConfigKey(file.name)) {
      report(INVALID_FILE_NAME, property, file.name);
    } else if (OWNED_FILES.includes(file.name)) {
      report(FILE_OF_LIBRARY, property, file.name);
    } else if (result.has(file.name)) {
      report(DUPLICATE_FILE, property, file.name);
    } else if (!hasContent(file)) {
      report(INVALID_FILE_CONTENT, property, file.name);
    } else {
      result.set(file.name, file);
    }
  };
  cluster.files?.forEach((file, index) => add(file, `files[${index}]`, 'cluster'));
  for (const { contribution, property, part } of contributions) {
    contribution.files?.forEach((file) => add(file, property, part));
  }
  return new Map([...result.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map((file) => [file.name, file]));
}
