import { type ClusterContext, type ClusterRule, clusterRuleOf } from './cluster-rule';
import { INVALID_FILE_CONTENT } from '../derivation/cluster-model';
import { type Inputs } from '../derivation/inputs';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Manifest } from '../model/manifest';
import { mountedFiles } from '../model/mounted';
import { type FlinkFile } from '../props/flink-file';
import { checkOf, type ReportOn, runCheck } from '../validation/check';
import { type Part } from '../validation/problem';
import { Sources } from '../validation/rule';

/** Rules about files and the objects that contain them. */

/** The most bytes in the values of one ConfigMap or Secret; names are not counted. */
const MOST = 1_048_576;
/** The most bytes in an annotation, in which `kubectl apply` keeps a copy of the object. */
const MOST_IN_ANNOTATION = 262_144;
/** Below this, a cluster is far from both limits, however its characters are encoded. */
const FAR = 32_768;

/** An object with files, and the property that its content comes from. */
interface SizedObject {
  readonly kind: string;
  readonly name: string;
  readonly size: number;
  readonly part: Part;
  readonly property: string;
}

const sizeRule = checkOf<readonly SizedObject[]>();

export const OBJECT_TOO_LARGE = sizeRule({
  id: 'FLK-FILE-05',
  severity: 'error',
  rule: 'the {kind} {name} would contain {size} bytes, and the limit is 1048576',
  fix: 'put large files into the image or on a volume',
  source: Sources.KUBERNETES,
  find(objects, report) {
    for (const { part, property, kind, name, size } of objects.filter((object) => object.size > MOST)) {
      report.on(part)(property, undefined, { kind, name, size });
    }
  },
});

export const OBJECT_LARGER_THAN_ANNOTATION = sizeRule({
  id: 'FLK-FILE-07',
  severity: 'warning',
  rule: 'the {kind} {name} contains {size} bytes; kubectl apply copies it into an annotation, which has at most 262144',
  fix: 'apply it with --server-side and suppress this rule, or put large files into the image or on a volume',
  source: Sources.KUBERNETES,
  find(objects, report) {
    const large = objects.filter(({ size }) => size > MOST_IN_ANNOTATION && size <= MOST);
    for (const { part, property, kind, name, size } of large) {
      report.on(part)(property, undefined, { kind, name, size });
    }
  },
});

const SIZE_RULES = [OBJECT_TOO_LARGE, OBJECT_LARGER_THAN_ANNOTATION];

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const NEITHER_STRING_NOR_BASE64 = clusterRuleOf(INVALID_FILE_CONTENT, {
  find({ cluster: { files } }, report) {
    for (const { name, _text: content, _base64: base64 } of files.values()) {
      if (content === undefined && (base64 === undefined || !BASE64.test(base64))) {
        report(`files.${name}`);
      }
    }
  },
});

export const FILE_RULES: readonly ClusterRule[] = [NEITHER_STRING_NOR_BASE64];

/**
 * Checks the sizes of a cluster's objects with files. Hardly any cluster has so much content that they are rendered.
 */
export function checkObjectSizes(
  context: ClusterContext,
  manifests: () => readonly Manifest[],
  reportOn: ReportOn,
): void {
  if (weightOf(context) > FAR) {
    const planned = manifests().filter(containsFiles);
    const objects = planned.map((manifest) => ({
      ...identity(manifest),
      ...blamed(manifest, context.inputs),
      size: sizeOf(manifest.kind, manifest.body()),
    }));
    checkSizes([...objects, ...createdAtRunTime(context)], reportOn);
  }
}

/** Checks the size of one further object of a construct, if it contains files. */
export function checkObjectSize(object: FurtherObject, property: string, reportOn: ReportOn): void {
  if (containsFiles(object)) {
    const size = sizeOf(object.kind, object.fields);
    checkSizes([{ ...identity(object), part: 'cluster', property, size }], reportOn);
  }
}

interface FurtherObject extends Pick<Manifest, 'apiVersion' | 'kind' | 'name'> {
  readonly fields: ManifestJson;
}

function checkSizes(objects: readonly SizedObject[], reportOn: ReportOn): void {
  SIZE_RULES.forEach((rule) => runCheck(rule, objects, reportOn));
}

function identity({ kind, name }: Pick<Manifest, 'kind' | 'name'>): Pick<SizedObject, 'kind' | 'name'> {
  return { kind, name };
}

function containsFiles({ kind, apiVersion }: Pick<Manifest, 'kind' | 'apiVersion'>): boolean {
  return apiVersion === 'v1' && (kind === 'ConfigMap' || kind === 'Secret');
}

/** The ConfigMap that the operator creates from a resource. */
function createdAtRunTime({ cluster, traits }: ClusterContext): SizedObject[] {
  if (!traits.writesConfigMapAtRunTime) {
    return [];
  }
  const options = cluster.options.entries.map(({ key, value }) => `${key}: ${value}\n`).join('');
  const files = [...cluster.files.values()].map(({ _text = '' }) => _text);
  const size = sum([options, ...files], byteLength);
  return [{ kind: 'ConfigMap', name: `flink-config-${cluster.clusterName}`, part: 'cluster', property: 'files', size }];
}

/** The number of characters of everything that can become part of such an object. */
function weightOf({ cluster, inputs: { contributions }, traits }: ClusterContext): number {
  const { options, files, jobManager, manifests, taskManager } = cluster;
  // The files of mounts are not in the model, because each mode renders them differently.
  const mounted = contributions.flatMap(({ contribution }) => mountedFiles(contribution));
  const templates = traits.storesPodTemplates
    ? [jobManager, taskManager].map(({ template, override }) => ({ template, override }))
    : [];
  let characters = charactersOf(files.values()) + charactersOf(mounted);
  for (const { key, value } of options.entries) {
    characters += key.length + value.length;
  }
  for (const other of [...manifests.filter(containsFiles), ...templates]) {
    characters += JSON.stringify(other).length;
  }
  return characters;
}

function charactersOf(files: Iterable<FlinkFile>): number {
  let characters = 0;
  for (const { _text, _base64 } of files) {
    characters += (_text ?? _base64 ?? '').length;
  }
  return characters;
}

/** The construct and the property that the content of an object comes from. */
function blamed({ id, kind, name }: Manifest, { contributions }: Inputs): Pick<SizedObject, 'part' | 'property'> {
  const partWith = (field: 'hadoop' | 'kerberos'): Part =>
    contributions.find(({ contribution }) => contribution[field] !== undefined)?.part ?? 'cluster';
  const contributor = contributions.find(({ contribution }) =>
    contribution.manifests?.some((one) => one.kind === kind && one.name === name),
  );
  switch (id) {
    case 'HadoopConf':
      return { part: partWith('hadoop'), property: 'files' };
    case 'Keytab':
      return { part: partWith('kerberos'), property: 'keytabFile' };
    case 'Krb5Conf':
      return { part: partWith('kerberos'), property: 'krb5ConfFile' };
    case 'PodTemplate':
      return { part: 'taskManager', property: 'podTemplate' };
    default:
      return { part: contributor?.part ?? 'cluster', property: contributor?.property ?? 'files' };
  }
}

function sizeOf(kind: string, { binaryData, data, stringData }: ManifestJson): number {
  const dataLength = sum(data, kind === 'Secret' ? decodedLength : byteLength);
  return dataLength + sum(binaryData, decodedLength) + sum(stringData, byteLength);
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

/** The number of bytes that a base64 string encodes. */
function decodedLength(text: string): number {
  return (text.length / 4) * 3 - /=*$/.exec(text)![0].length;
}
