import { type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { type Mode, type StepContext, type StepDecorator } from '../../model/step-decorator';

/** The pod of a role after all steps. */
export function decorated(steps: readonly StepDecorator[], parameters: StepContext): FlinkPod {
  let pod = parameters.role.template;
  for (const step of steps) {
    pod = step.decorate?.(pod, parameters) ?? pod;
  }
  return pod;
}

/** The pod of a role after all steps that the mode has for the role. */
export function rolePod({ jobManager, taskManager }: Mode, parameters: StepContext): FlinkPod {
  return decorated(parameters.role.role === 'jobManager' ? jobManager : taskManager, parameters);
}

/** The objects that belong to the pods of a role. */
export function accompanying(steps: readonly StepDecorator[], parameters: StepContext): Manifest[] {
  const manifests: Manifest[] = [];
  for (const step of steps) {
    if (step.accompanying !== undefined) {
      manifests.push(...step.accompanying(parameters));
    }
  }
  return manifests;
}
