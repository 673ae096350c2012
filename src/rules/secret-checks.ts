import { checkKey } from './catalogue-checks';
import { lookup } from '../configuration/catalogue/lookup';
import { LIBRARY } from '../configuration/flink-options';
import { PORTS } from '../configuration/keys';
import { isScriptKey } from '../configuration/script-keys';
import { type Inputs } from '../derivation/inputs';
import { type ClusterModel } from '../model/cluster-model';
import { type JobModel } from '../model/job-model';
import { type Mode } from '../model/step-decorator';
import { type FlinkManifest } from '../props/contribution';
import { join } from '../readers/reader';
import { credentialIn, isCredentialName } from '../validation/credentials';
import { type Problem, type Report, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

/** What must not be readable by everybody who can read the manifests. */
export function checkSecrets(cluster: ClusterModel, inputs: Inputs, mode: Mode['name'], problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  const {
    cluster: { files = [] },
    contributions,
  } = inputs;
  checkArguments(cluster.job, cluster.allowedCredentials, report);
  checkTexts(cluster.annotations, 'annotations', report);
  contributions.forEach(({ contribution: { manifests }, property, part }) =>
    checkObjects(manifests, property, reporter(problems, part)),
  );
  for (const { key, spelt = key, value, source } of cluster.options.entries) {
    if (source !== LIBRARY) {
      checkOption(key, spelt, value, source, cluster, report);
    }
  }
  files.forEach(({ _text: content }, index) => checkText(content, `files[${index}]`, report));
  if (cluster.secretOptions.length > 0) {
    checkSecretOptions(cluster, mode, problems);
  }
}

/** What decides about plain credentials. */
type Rules = Pick<ClusterModel, 'version' | 'allowedCredentials'>;

export function checkOption(
  key: string,
  spelt: string,
  value: string,
  source: string,
  { version, allowedCredentials }: Rules,
  report: Report,
): void {
  if (allowedCredentials.includes(key) || allowedCredentials.includes(spelt)) {
    return;
  }
  const property = `configuration.${spelt}`;
  if (isCredentialName(key) && (lookup(key, version)?.type ?? 'String') === 'String') {
    report(RULES['FLK-SECRET-01'], property, undefined, { key: spelt, source });
    return;
  }
  checkText(value, property, report);
}

/** Arguments of the program stand in the manifests, and in the list of processes. */
export function checkArguments(job: JobModel | undefined, allowed: readonly string[], report: Report): void {
  job?.args.slice(job.scriptArgs).forEach((argument, index, all) => {
    const [, name, inline] = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(argument) ?? [];
    const value = inline ?? all[index + 1] ?? '';
    if (name !== undefined && isCredentialName(name) && !allowed.includes(name) && !/^(?:-|\/|\$|$)/.test(value)) {
      report(RULES['FLK-SECRET-07'], `job.args[${index}]`, undefined, { found: `the value of ${name}` });
    } else {
      checkText(argument, `job.args[${index}]`, report);
    }
  });
}

/** ConfigMaps that come with a feature or a job. */
export function checkObjects(manifests: readonly FlinkManifest[] | undefined, property: string, report: Report): void {
  manifests
    ?.filter(({ kind }) => kind === 'ConfigMap')
    .forEach(({ fields: { data } }) => {
      Object.values((data ?? {}) as object).forEach((text) => checkText(text, property, report));
    });
}

export function checkTexts(texts: { readonly [name: string]: unknown }, property: string, report: Report): void {
  Object.entries(texts).forEach(([name, text]) => checkText(text, join(property, name), report));
}

function checkText(text: unknown, property: string, report: Report): void {
  const found = typeof text === 'string' ? credentialIn(text) : undefined;
  if (found !== undefined) {
    report(RULES['FLK-SECRET-07'], property, undefined, { found });
  }
}

/** Beginnings of keys that something else than the process reads: the calculation of memory, Services, probes. */
const READ_ELSEWHERE = [
  'jobmanager.memory.',
  'taskmanager.memory.',
  'kubernetes.',
  'jobmanager.rpc.',
  'high-availability.cluster-id',
];

function checkSecretOptions(cluster: ClusterModel, mode: Mode['name'], problems: Problem[]): void {
  for (const { key, property, part } of cluster.secretOptions) {
    const report = reporter(problems, part);
    if (mode !== 'standalone') {
      report(RULES['FLK-SECRET-03'], property, undefined, { where: `in ${mode} mode` });
    } else if (cluster.job === undefined && !cluster.version._isAtLeast('1.16')) {
      report(RULES['FLK-SECRET-03'], property, undefined, { where: 'of a session cluster before Flink 1.16' });
    }
    if (isScriptKey(key) || key in PORTS || READ_ELSEWHERE.some((prefix) => key.startsWith(prefix))) {
      report(RULES['FLK-SECRET-02'], property);
    } else if (cluster.options.get(key) !== undefined) {
      report(RULES['FLK-CONF-05'], property, undefined, {
        first: 'configuration',
        firstValue: '******',
        second: property,
      });
    } else {
      checkKey({ key, value: '', kind: 'explicit', source: property }, cluster.version, report, property);
    }
  }
}
