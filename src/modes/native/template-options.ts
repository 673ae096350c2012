import { type OptionEntry } from '../../configuration/flink-options';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';

/** Properties of a pod that Flink has an option for, by the names that users know them by. */
export interface Carried {
  readonly properties: ReadonlySet<string>;
  readonly options: readonly OptionEntry[];
}

interface Candidate {
  readonly property: string;
  /** Absent where the option cannot say it. */
  readonly entries?: readonly OptionEntry[];
}

/** In the old syntax of maps and lists these have a meaning of their own. */
const PLAIN = /^[^:,;'"\s]+$/;
const ENV_PREFIX = { jobManager: 'containerized.master.env.', taskManager: 'containerized.taskmanager.env.' } as const;

/**
 * What a release without pod templates can be told of a role's pods by options. Labels are left out: there they would be part of the
 * selector, which cannot change.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.12/deployment/config.html#kubernetes
 */
export function carriedByOptions(role: RoleModel, cluster: ClusterModel, hasSecrets: boolean): Carried {
  const candidates = [...ofRole(role), ...ofBoth(role, cluster, hasSecrets)].filter(
    ({ entries }) => entries !== undefined,
  );
  return {
    properties: new Set(candidates.map(({ property }) => property)),
    options: candidates.flatMap(({ entries }) => entries!),
  };
}

/** Options that each role has of its own. */
function ofRole({ role, flinkRole, template: { metadata, spec, main } }: RoleModel): Candidate[] {
  const part = role;
  const key = (name: string): string => `kubernetes.${flinkRole}.${name}`;
  return [
    one('nodeSelector', key('node-selector'), mapText(spec.nodeSelector), part),
    one('tolerations', key('tolerations'), listOfMaps(spec.tolerations), part),
    one('podAnnotations', key('annotations'), mapText(metadata.annotations), part),
    { property: 'env', entries: variables(main.env as ManifestJson[] | undefined, ENV_PREFIX[role], part) },
  ];
}

/** Options that hold for the pods of both roles, and so say nothing where the roles differ. */
function ofBoth(role: RoleModel, { jobManager, taskManager }: ClusterModel, hasSecrets: boolean): Candidate[] {
  const part = role.role;
  const same = <T>(of: (one: RoleModel) => T): T | undefined => {
    const [first, second] = [of(jobManager), of(taskManager)].map((value) => JSON.stringify(value));
    return first === second ? of(role) : undefined;
  };
  const pulls = same(({ template }) => template.spec.imagePullSecrets as ManifestJson[] | undefined);
  const policy = same(({ stated }) => stated.imagePullPolicy);
  const mounts = hasSecrets ? same(({ secretMounts }) => secretMounts) : undefined;
  const variable = hasSecrets ? same(({ secretEnv }) => secretEnv) : undefined;
  const variableRefs = variable?.map(({ name, secretName, key }) => ({ env: name, secret: secretName, key }));
  const isWhole =
    mounts !== undefined &&
    new Set(mounts.map(({ secretName }) => secretName)).size === mounts.length &&
    mounts.every(({ items, mode, optional }) => items === undefined && mode === undefined && optional === undefined);
  const paths = Object.fromEntries((mounts ?? []).map(({ secretName, mountPath }) => [secretName, mountPath]));
  return [
    one(
      'imagePullSecrets',
      'kubernetes.container.image.pull-secrets',
      listText(pulls?.map(({ name }) => String(name))),
      part,
    ),
    one('imagePullPolicy', 'kubernetes.container.image.pull-policy', policy, part),
    one('SecretMount', 'kubernetes.secrets', isWhole ? mapText(paths) : undefined, part),
    one('SecretEnv', 'kubernetes.env.secretKeyRef', listOfMaps(variableRefs), part),
  ];
}

function one(property: string, key: string, value: string | undefined, part: string): Candidate {
  return {
    property,
    entries: value === undefined ? undefined : [{ key, value, kind: 'explicit', source: `${part}.${property}` }],
  };
}

function variables(env: readonly ManifestJson[] | undefined, prefix: string, part: string): OptionEntry[] | undefined {
  return env?.every(({ valueFrom }) => valueFrom === undefined) !== true
    ? undefined
    : env.map(({ name, value }): OptionEntry => ({
        key: `${prefix}${String(name)}`,
        value: String(value ?? ''),
        kind: 'explicit',
        source: `${part}.env`,
      }));
}

function listText(items: readonly string[] | undefined): string | undefined {
  return items === undefined || items.length === 0 || !items.every((item) => PLAIN.test(item))
    ? undefined
    : items.join(';');
}

function mapText(map: unknown): string | undefined {
  const entries = Object.entries((map ?? {}) as { [key: string]: unknown });
  const isPlain = entries.every(([key, value]) => PLAIN.test(key) && PLAIN.test(String(value)));
  return entries.length === 0 || !isPlain
    ? undefined
    : entries.map(([key, value]) => `${key}:${String(value)}`).join(',');
}

function listOfMaps(items: unknown): string | undefined {
  const texts = ((items as readonly ManifestJson[] | undefined) ?? []).map(mapText);
  return texts.length === 0 || texts.includes(undefined) ? undefined : texts.join(';');
}
