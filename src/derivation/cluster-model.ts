import { clusterOptions } from './cluster-options';
import { type Inputs } from './inputs';
import { roleModel } from './role-model';
import { type SecretOptions, secretOptions } from './secret-options';
import { isConfigKey } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type FlinkFile } from '../props/flink-file';
import { Hardening } from '../props/hardening';
import { type Problem, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

const NO_SECRETS: SecretOptions = { options: [], env: [] };

function hasSecretOptions({ cluster, contributions }: Inputs): boolean {
  return (
    cluster.secretConfiguration !== undefined ||
    contributions.some(({ contribution }) => contribution.secretConfiguration !== undefined)
  );
}

/** Derives the model of a cluster from what was collected; pure, and total: bad input becomes problems, never an exception. */
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

/** Flink's own configuration file is written by the library, whichever of its two names the release reads. */
const OWNED_FILES: readonly string[] = ['flink-conf.yaml', 'config.yaml'];

/** Files are recognised by their name alone, so this one may be of any class. */
function hasContent(file: FlinkFile): boolean {
  return [file._text, file._base64].every((content) => content === undefined || typeof content === 'string');
}

function files({ cluster, contributions }: Inputs, problems: Problem[]): ReadonlyMap<string, FlinkFile> {
  const result = new Map<string, FlinkFile>();
  const add = (file: FlinkFile, property: string, part: Problem['part']): void => {
    const report = reporter(problems, part);
    if (typeof file.name !== 'string' || !isConfigKey(file.name)) {
      report(RULES['FLK-FILE-01'], property, file.name);
    } else if (OWNED_FILES.includes(file.name)) {
      report(RULES['FLK-FILE-03'], property, file.name);
    } else if (result.has(file.name)) {
      report(RULES['FLK-FILE-02'], property, file.name);
    } else if (!hasContent(file)) {
      report(RULES['FLK-FILE-04'], property, file.name);
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
