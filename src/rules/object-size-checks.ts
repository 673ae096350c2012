import { type Inputs } from '../derivation/inputs';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel } from '../model/cluster-model';
import { type Manifest } from '../model/manifest';
import { mountedFiles } from '../model/mounted';
import { type Mode } from '../model/step-decorator';
import { type Part, type Problem, type Report, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

/** What the API server takes of the values of one ConfigMap or Secret; names are not counted. */
const MOST = 1_048_576;
/** What an annotation holds, and so the copy of an object that `kubectl apply` keeps in one. */
const MOST_IN_ANNOTATION = 262_144;
/** Below this a cluster is far from both limits, however its characters are written. */
const FAR = 32_768;

interface Planned {
  readonly mode: Mode['name'];
  readonly inputs: Inputs;
  readonly manifests: () => readonly Manifest[];
}

/** The objects of a cluster that hold files, against what the API server takes; nearly no cluster has to write them for that. */
export function checkObjectSizes(
  cluster: ClusterModel,
  { mode, inputs, manifests }: Planned,
  problems: Problem[],
): void {
  if (weight(cluster, inputs, mode) <= FAR) {
    return;
  }
  for (const manifest of manifests()) {
    if (holdsFiles(manifest)) {
      const { part, property } = blamed(manifest, inputs);
      checkObjectSize(manifest, manifest.body(), property, reporter(problems, part));
    }
  }
  if (mode === 'operator') {
    const data = {
      options: cluster.options.entries.map(({ key, value }) => `${key}: ${value}\n`).join(''),
      ...textsOf(cluster.files),
    };
    checkObjectSize(
      { kind: 'ConfigMap', name: `flink-config-${cluster.clusterName}` },
      { data },
      'files',
      reporter(problems, 'cluster'),
    );
  }
}

/** What the operator writes into a ConfigMap of its own. */
function textsOf(files: ClusterModel['files']): ManifestJson {
  return Object.fromEntries([...files.values()].map(({ name, _text = '' }) => [`file ${name}`, _text]));
}

/** One object that holds files. */
export function checkObjectSize(
  { kind, name }: Pick<Manifest, 'kind' | 'name'>,
  body: ManifestJson,
  property: string,
  report: Report,
): void {
  const size =
    sum(body.data, kind === 'Secret' ? decodedLength : byteLength) +
    sum(body.binaryData, decodedLength) +
    sum(body.stringData, byteLength);
  if (size > MOST) {
    report(RULES['FLK-FILE-05'], property, undefined, { kind, name, size });
  } else if (size > MOST_IN_ANNOTATION) {
    report(RULES['FLK-FILE-07'], property, undefined, { kind, name, size });
  }
}

export function holdsFiles({ kind, apiVersion }: Pick<Manifest, 'kind' | 'apiVersion'>): boolean {
  return apiVersion === 'v1' && (kind === 'ConfigMap' || kind === 'Secret');
}

/** Characters of all that may become a part of such an object. */
function weight(cluster: ClusterModel, { contributions }: Inputs, mode: Mode['name']): number {
  const { options, files, jobManager, manifests, taskManager } = cluster;
  let characters = 0;
  for (const { key, value } of options.entries) {
    characters += key.length + value.length;
  }
  for (const { _text, _base64 } of files.values()) {
    characters += (_text ?? _base64 ?? '').length;
  }
  // What a mode makes of mounts is not in the model any more.
  for (const { _text, _base64 } of contributions.flatMap(({ contribution }) => mountedFiles(contribution))) {
    characters += (_text ?? _base64 ?? '').length;
  }
  // The template of a native TaskManager lies in a ConfigMap.
  const templates =
    mode === 'native' ? [jobManager, taskManager].map(({ template, override }) => ({ template, override })) : [];
  for (const other of [...manifests.filter(holdsFiles), ...templates]) {
    characters += JSON.stringify(other).length;
  }
  return characters;
}

/** Whoever brings what the object holds. */
function blamed({ id, kind, name }: Manifest, { contributions }: Inputs): { part: Part; property: string } {
  const brings = (field: 'hadoop' | 'kerberos'): Part | undefined =>
    contributions.find(({ contribution }) => contribution[field] !== undefined)?.part;
  switch (id) {
    case 'HadoopConf':
      return { part: brings('hadoop') ?? 'cluster', property: 'files' };
    case 'Keytab':
      return { part: brings('kerberos') ?? 'cluster', property: 'keytabFile' };
    case 'Krb5Conf':
      return { part: brings('kerberos') ?? 'cluster', property: 'krb5ConfFile' };
    case 'PodTemplate':
      return { part: 'taskManager', property: 'podTemplate' };
    default:
      return (
        contributions.find(({ contribution }) =>
          contribution.manifests?.some((one) => one.kind === kind && one.name === name),
        ) ?? { part: 'cluster', property: 'files' }
      );
  }
}

function sum(values: unknown, length: (text: string) => number): number {
  return Object.values((values ?? {}) as object).reduce<number>(
    (total, value) => total + (typeof value === 'string' ? length(value) : 0),
    0,
  );
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** Of bytes that are written in base64. */
function decodedLength(text: string): number {
  return (text.length / 4) * 3 - /=*$/.exec(text)![0].length;
}
