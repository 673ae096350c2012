import { type ManifestJson } from '../../kubernetes/manifest-json';
import { mergeTemplate } from '../../kubernetes/merge';
import { type FlinkPod } from '../../model/flink-pod';
import { type FlinkRole } from '../../model/role';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/** Flink's name of the main container. In every mode, templates can use this name or that of the role. */
export const MAIN_CONTAINER = 'flink-main-container';

/** Merges the pod template of the user into the pod; only the checksum is added later. */
export class PodTemplateOverrideDecorator implements StepDecorator {
  public readonly name = 'PodTemplateOverrideDecorator';

  public decorate(pod: FlinkPod, { role }: StepContext): FlinkPod {
    return overrideTemplate(pod, role.override, role.flinkRole);
  }
}

/** Merges a template into a pod. The main container has its own name there, Flink's name, or the name of its role. */
export function overrideTemplate(pod: FlinkPod, override: ManifestJson | undefined, role?: FlinkRole): FlinkPod {
  if (override === undefined) {
    return pod;
  }
  const { metadata = {}, spec = {} } = override as { metadata?: ManifestJson; spec?: ManifestJson };
  const { containers = [], ...rest } = spec as { containers?: ManifestJson[] };
  const isMain = ({ name }: ManifestJson): boolean =>
    name === pod.main.name || name === role || name === MAIN_CONTAINER;
  const others = containers.filter((container) => !isMain(container));
  return {
    metadata: mergeTemplate(pod.metadata, metadata) as FlinkPod['metadata'],
    spec: mergeTemplate(pod.spec, others.length > 0 ? { ...rest, containers: others } : rest),
    main: { ...mergeTemplate(pod.main, containers.find(isMain) ?? {}), name: pod.main.name },
  };
}
