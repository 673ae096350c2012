import { type ClusterContext, type ClusterRule } from './cluster-rule';
import { lookup } from '../configuration/catalogue/lookup';
import { LIBRARY, type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { type JobModel } from '../model/job-model';
import { type FlinkManifest } from '../props/contribution';
import { type FlinkFile } from '../props/flink-file';
import { join } from '../readers/reader';
import { type Check, checkIn, checkOf } from '../validation/check';
import { credentialIn, isCredentialName } from '../validation/credentials';
import { type Part } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

/** The strings of a cluster or of a session job that the manifests contain in plain text. */
export interface PlainTexts {
  readonly version: FlinkVersion;
  /** Options and arguments that may contain credentials. */
  readonly allowedCredentials: readonly string[];
  readonly options: readonly OptionEntry[];
  readonly annotations: { readonly [name: string]: unknown };
  readonly job?: JobModel;
  readonly objects: readonly ContributedObjects[];
  readonly files?: readonly FlinkFile[];
}

/** Further objects of a feature or a job. */
interface ContributedObjects {
  readonly part: Part;
  readonly property: string;
  readonly manifests?: readonly FlinkManifest[];
}

/** A credential in a string. */
interface Found {
  readonly part?: Part;
  readonly property: string;
  /** The kind of the credential, as a noun. */
  readonly found: string;
}

const textRule = checkOf<PlainTexts>();

export const CREDENTIAL_IN_OPTION = textRule({
  id: 'FLK-SECRET-01',
  severity: 'error',
  rule: '{key} looks like a credential (set by {source}): anyone who can read the ConfigMap or Git can read it',
  fix: 'use secretConfiguration, a SecretEnv or a SecretMount, or add the option to allowPlainCredentials',
  source: Sources.LIBRARY,
  find(texts, report) {
    for (const { key, spelt = key, source } of texts.options) {
      if (!isAllowed({ key, spelt }, texts) && isNamedCredential(key, texts)) {
        report(`configuration.${spelt}`, undefined, { key: spelt, source });
      }
    }
  },
});

/** The rules about pods report this rule, too, about environment variables and arguments of containers. */
export const CREDENTIAL_IN_TEXT = textRule({
  id: 'FLK-SECRET-07',
  severity: 'error',
  rule: 'the plain text contains {found}: anyone who can read the manifests can read it',
  fix: 'store it in a Secret and refer to the Secret',
  source: Sources.LIBRARY,
  find(texts, report) {
    const all = [...inArguments(texts), ...inAnnotations(texts), ...inObjects(texts), ...inOptions(texts)];
    for (const { part = 'cluster', property, found } of [...all, ...inFiles(texts)]) {
      report.on(part)(property, undefined, { found });
    }
  },
});

export const CREDENTIAL_IN_VARIABLE = defineRule({
  id: 'FLK-SECRET-04',
  severity: 'error',
  rule: 'the variable looks like a credential: anyone who can read the pod or Git can read it',
  fix: 'use a SecretEnv or envValues, or add the variable to allowPlainCredentials',
  source: Sources.LIBRARY,
});

/** Rules about the strings of a cluster or of a session job. */
export const PLAIN_TEXT_RULES: readonly Check<PlainTexts>[] = [CREDENTIAL_IN_OPTION, CREDENTIAL_IN_TEXT];

export const CREDENTIAL_RULES: readonly ClusterRule[] = PLAIN_TEXT_RULES.map((rule) => checkIn(rule, textsOf));

function textsOf({ cluster, inputs }: ClusterContext): PlainTexts {
  const { allowedCredentials, annotations, job, options, version } = cluster;
  return {
    version,
    allowedCredentials,
    options: options.entries.filter(({ source }) => source !== LIBRARY),
    annotations,
    job,
    objects: inputs.contributions.map(({ contribution: { manifests }, property, part }) => ({
      part,
      property,
      manifests,
    })),
    files: inputs.cluster.files,
  };
}

/** Arguments of the program are in the manifests, and in the list of processes. */
function inArguments({ job, allowedCredentials }: PlainTexts): Found[] {
  const found = (job?.args ?? []).slice(job?.scriptArgs).map((argument, index, all) => {
    const [, name, inline] = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(argument) ?? [];
    const value = inline ?? all[index + 1] ?? '';
    const isCredential =
      name !== undefined &&
      isCredentialName(name) &&
      !allowedCredentials.includes(name) &&
      !/^(?:-|\/|\$|$)/.test(value);
    const property = `job.args[${index}]`;
    return isCredential ? [{ property, found: `the value of ${name}` }] : inText(argument, property);
  });
  return found.flat();
}

function inAnnotations({ annotations }: PlainTexts): Found[] {
  return Object.entries(annotations).flatMap(([name, text]) => inText(text, join('annotations', name)));
}

function inObjects({ objects }: PlainTexts): Found[] {
  return objects.flatMap(({ manifests = [], property, part }) =>
    manifests
      .filter(({ kind }) => kind === 'ConfigMap')
      .flatMap(({ fields: { data } }) => Object.values((data ?? {}) as object))
      .flatMap((text) => inText(text, property).map((found) => ({ ...found, part }))),
  );
}

/** Another rule reports options whose names are those of credentials. */
function inOptions(texts: PlainTexts): Found[] {
  return texts.options.flatMap(({ key, spelt = key, value }) =>
    isAllowed({ key, spelt }, texts) || isNamedCredential(key, texts) ? [] : inText(value, `configuration.${spelt}`),
  );
}

function inFiles({ files = [] }: PlainTexts): Found[] {
  return files.flatMap(({ _text }, index) => inText(_text, `files[${index}]`));
}

function inText(text: unknown, property: string): Found[] {
  const found = typeof text === 'string' ? credentialIn(text) : undefined;
  return found === undefined ? [] : [{ property, found }];
}

function isAllowed({ key, spelt }: { key: string; spelt: string }, { allowedCredentials }: PlainTexts): boolean {
  return allowedCredentials.includes(key) || allowedCredentials.includes(spelt);
}

function isNamedCredential(key: string, { version }: PlainTexts): boolean {
  return isCredentialName(key) && (lookup(key, version)?.type ?? 'String') === 'String';
}
