import { type OptionEntry } from '../../configuration/flink-options';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type SecretEnvModel, type SecretMountModel } from '../../model/mounted';

/** Pod properties that Flink has an option for, by the names that users know. */
export interface Carried {
  readonly properties: ReadonlySet<string>;
  readonly options: readonly OptionEntry[];
}

interface Candidate {
  readonly property: string;
  /** Absent if the option cannot express the value. */
  readonly entries?: readonly OptionEntry[];
}

/** Strings without the separators of maps and lists in the old notation. */
const PLAIN = /^[^:,;'"\s]+$/;
const ENV_PREFIX = { jobManager: 'containerized.master.env.', taskManager: 'containerized.taskmanager.env.' } as const;

/**
 * The properties of a role that options can set in releases without pod templates. Labels are not among them: they
 * would be part of the selector, which cannot change.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.12/deployment/config.html#kubernetes
 */
export function carriedByOptions(role: RoleModel, cluster: ClusterModel): Carried {
  const candidates = [...ofRole(role), ...ofBoth(role, cluster)].filter(({ entries }) => entries !== undefined);
  return {
    properties: new Set(candidates.map(({ property }) => property)),
    options: candidates.flatMap(({ entries }) => entries!),
  };
}

/** Options of one role. */
function ofRole(model: RoleModel): Candidate[] {
  const { role, flinkRole, template } = model;
  const { metadata, spec, main } = template;
  const key = (name: string): string => `kubernetes.${flinkRole}.${name}`;
  return [
    candidate(model, 'nodeSelector', key('node-selector'), mapText(spec.nodeSelector)),
    candidate(model, 'tolerations', key('tolerations'), listOfMaps(spec.tolerations)),
    candidate(model, 'podAnnotations', key('annotations'), mapText(metadata.annotations)),
    { property: 'env', entries: variables(main.env as ManifestJson[] | undefined, ENV_PREFIX[role], `${role}.env`) },
  ];
}

/** Options that apply to the pods of both roles, so they are only of use if the roles have the same value. */
function ofBoth(model: RoleModel, cluster: ClusterModel): Candidate[] {
  const { jobManager, taskManager, version } = cluster;
  const same = <T>(of: (role: RoleModel) => T): T | undefined =>
    JSON.stringify(of(jobManager)) === JSON.stringify(of(taskManager)) ? of(model) : undefined;
  const secrets = same(({ template }) => template.spec.imagePullSecrets as ManifestJson[] | undefined);
  const policy = same(({ stated }) => stated.imagePullPolicy);
  const mounts = version._can('mountsSecrets') ? same(({ secretMounts }) => secretMounts) : undefined;
  const env = version._can('mountsSecrets') ? same(({ secretEnv }) => secretEnv) : undefined;
  return [
    candidate(model, 'imagePullSecrets', 'kubernetes.container.image.pull-secrets', names(secrets)),
    candidate(model, 'imagePullPolicy', 'kubernetes.container.image.pull-policy', policy),
    candidate(model, 'SecretMount', 'kubernetes.secrets', mountPaths(mounts)),
    candidate(model, 'SecretEnv', 'kubernetes.env.secretKeyRef', references(env)),
  ];
}

function candidate({ role }: RoleModel, property: string, key: string, value: string | undefined): Candidate {
  const source = `${role}.${property}`;
  return { property, entries: value === undefined ? undefined : [{ key, value, kind: 'explicit', source }] };
}

function variables(
  env: readonly ManifestJson[] | undefined,
  prefix: string,
  source: string,
): readonly OptionEntry[] | undefined {
  return env?.every(({ valueFrom }) => valueFrom === undefined) !== true
    ? undefined
    : env.map(({ name, value }): OptionEntry => {
        const key = `${prefix}${String(name)}`;
        return { key, value: String(value ?? ''), kind: 'explicit', source };
      });
}

/** Paths by the names of Secrets, if each Secret is mounted once and with all of its keys. */
function mountPaths(mounts: readonly SecretMountModel[] = []): string | undefined {
  const paths = Object.fromEntries(mounts.map(({ secretName, mountPath }) => [secretName, mountPath]));
  const isWhole = ({ items, mode, optional }: SecretMountModel): boolean =>
    items === undefined && mode === undefined && optional === undefined;
  return Object.keys(paths).length === mounts.length && mounts.every(isWhole) ? mapText(paths) : undefined;
}

function references(env: readonly SecretEnvModel[] | undefined): string | undefined {
  return listOfMaps(env?.map(({ name, secretName, key }) => ({ env: name, secret: secretName, key })));
}

function names(secrets: readonly ManifestJson[] = []): string | undefined {
  const items = secrets.map(({ name }) => String(name));
  return items.length === 0 || !items.every((item) => PLAIN.test(item)) ? undefined : items.join(';');
}

function mapText(map: unknown): string | undefined {
  const entries = Object.entries((map ?? {}) as { [key: string]: unknown });
  const isPlain = entries.every(([key, value]) => PLAIN.test(key) && PLAIN.test(String(value)));
  return entries.length === 0 || !isPlain
    ? undefined
    : entries.map(([key, value]) => `${key}:${String(value)}`).join(',');
}

function listOfMaps(items: unknown): string | undefined {
  const maps = ((items as readonly ManifestJson[] | undefined) ?? []).map(mapText);
  return maps.length === 0 || maps.includes(undefined) ? undefined : maps.join(';');
}
