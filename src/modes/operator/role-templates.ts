import { type OperatorDeployment } from './operator-model';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isMap } from '../../kubernetes/pod-shapes';
import { type Role } from '../../model/role';
import { MAIN_CONTAINER } from '../shared/pod-template-override-decorator';

const PROBE_SWITCH = 'kubernetes.operator.jm-deployment.startup.probe.enabled';

/** The pod template of each role that the operator passes to Flink: the common one, with that of the role merged. */
export function roleTemplates(spec: OperatorDeployment['spec']): { readonly [role in Role]: ManifestJson } {
  const { podTemplate = {}, jobManager = {}, taskManager = {} } = spec as { [field: string]: ManifestJson };
  const templateOf = (role: ManifestJson): ManifestJson =>
    mergeByPosition(podTemplate, role.podTemplate ?? {}) as ManifestJson;
  return { jobManager: withStartupProbe(templateOf(jobManager), spec), taskManager: templateOf(taskManager) };
}

/** Adds the operator's own probe, which detects that a JobManager has started. */
function withStartupProbe(template: ManifestJson, { flinkConfiguration }: OperatorDeployment['spec']): ManifestJson {
  const { spec = {} } = template as { spec?: ManifestJson };
  const { containers = [] } = spec as { containers?: ManifestJson[] };
  const main = containers.find(({ name }) => name === MAIN_CONTAINER);
  if (main?.startupProbe !== undefined || flinkConfiguration[PROBE_SWITCH]?.toLowerCase() === 'false') {
    return template;
  }
  const startupProbe = {
    httpGet: { path: '/config', port: 'rest' },
    periodSeconds: 1,
    failureThreshold: 2_147_483_647,
  };
  const probed = { ...main, name: MAIN_CONTAINER, startupProbe };
  const all = main === undefined ? [...containers, probed] : containers.map((one) => (one === main ? probed : one));
  return { ...template, spec: { ...spec, containers: all } };
}

/** Merges as the operator does: lists by position, at every depth. */
function mergeByPosition(under: unknown, over: unknown): unknown {
  if (Array.isArray(under) && Array.isArray(over)) {
    const merged = over.map((item, index) => (index < under.length ? mergeByPosition(under[index], item) : item));
    return [...merged, ...under.slice(over.length)];
  }
  if (isMap(under) && isMap(over)) {
    const merged = Object.entries(over).map(
      ([key, value]) => [key, Object.hasOwn(under, key) ? mergeByPosition(under[key], value) : value] as const,
    );
    return { ...under, ...Object.fromEntries(merged) };
  }
  return over;
}
