import { type OperatorDeployment } from './operator-model';
import { isMap } from '../../kubernetes/pod-shapes';
import { type Wire } from '../../kubernetes/wire';
import { type Role } from '../../model/cluster-model';

const MAIN_CONTAINER = 'flink-main-container';
const PROBE_SWITCH = 'kubernetes.operator.jm-deployment.startup.probe.enabled';

/** The pod template of each role as the operator passes it to Flink: the role's own over the common one. */
export function roleTemplates(spec: OperatorDeployment['spec']): { readonly [role in Role]: Wire } {
  const { podTemplate = {}, jobManager = {}, taskManager = {} } = spec as { [field: string]: Wire };
  const templateOf = (role: Wire): Wire => mergeByPosition(podTemplate, role.podTemplate ?? {}) as Wire;
  return { jobmanager: withStartupProbe(templateOf(jobManager), spec), taskmanager: templateOf(taskManager) };
}

/** The operator's own probe, by which it sees that a JobManager has started. */
function withStartupProbe(template: Wire, { flinkConfiguration }: OperatorDeployment['spec']): Wire {
  const { spec = {} } = template as { spec?: Wire };
  const { containers = [] } = spec as { containers?: Wire[] };
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

/** The operator merges lists by position, at every depth. */
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
