import { mergeTemplate } from '../../kubernetes/merge';
import { type Wire } from '../../kubernetes/wire';
import { type Role } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';
import { type Parameters, type StepDecorator } from '../../model/step-decorator';

/** What Flink itself calls the main container; templates may use this name, or the role's, in every mode. */
export const MAIN_CONTAINER = 'flink-main-container';

/** Gives the user the last word on the pod, beside the checksum. */
export class PodTemplateOverrideDecorator implements StepDecorator {
  public readonly name = 'PodTemplateOverrideDecorator';

  public decorate(pod: FlinkPod, { role }: Parameters): FlinkPod {
    return overrideTemplate(pod, role.override, role.role);
  }
}

/** A pod with the user's last word on it; the main container goes by its own name, by Flink's, or by that of its role. */
export function overrideTemplate(pod: FlinkPod, override: Wire | undefined, role?: Role): FlinkPod {
  if (override === undefined) {
    return pod;
  }
  const { metadata = {}, spec = {} } = override as { metadata?: Wire; spec?: Wire };
  const { containers = [], ...rest } = spec as { containers?: Wire[] };
  const isMain = ({ name }: Wire): boolean => name === pod.main.name || name === role || name === MAIN_CONTAINER;
  const others = containers.filter((container) => !isMain(container));
  return {
    metadata: mergeTemplate(pod.metadata, metadata) as FlinkPod['metadata'],
    spec: mergeTemplate(pod.spec, others.length > 0 ? { ...rest, containers: others } : rest),
    main: { ...mergeTemplate(pod.main, containers.find(isMain) ?? {}), name: pod.main.name },
  };
}
