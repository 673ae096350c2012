import { type ManifestJson } from '../../kubernetes/manifest-json';
import { mergeTemplate } from '../../kubernetes/merge';
import { type FlinkPod } from '../../model/flink-pod';
import { type FlinkRole } from '../../model/role';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/** What Flink itself calls the main container; templates may use this name, or the role's, in every mode. */
export const MAIN_CONTAINER = 'flink-main-container';

/** Gives the user the last word on the pod, beside the checksum. */
export class PodTemplateOverrideDecorator implements StepDecorator {
  public readonly name = 'PodTemplateOverrideDecorator';

  public decorate(pod: FlinkPod, { role }: StepContext): FlinkPod {
    return overrideTemplate(pod, role.override, role.flinkRole);
  }
}

/** A pod with the user's last word on it; the main container goes by its own name, by Flink's, or by that of its role. */
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
