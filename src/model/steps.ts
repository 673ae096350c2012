import { type FlinkPod } from './flink-pod';
import { type Manifest } from './manifest';
import { type Mode, type Parameters, type StepDecorator } from './step-decorator';

/** The pod of a role when every step has added its part. */
export function decorated(steps: readonly StepDecorator[], parameters: Parameters): FlinkPod {
  let pod = parameters.role.template;
  for (const step of steps) {
    pod = step.decorate?.(pod, parameters) ?? pod;
  }
  return pod;
}

/** The pod of a role when every step that the mode has for the role has added its part. */
export function rolePod({ jobManager, taskManager }: Mode, parameters: Parameters): FlinkPod {
  return decorated(parameters.role.role === 'jobmanager' ? jobManager : taskManager, parameters);
}

/** The objects that go with the pods of a role. */
export function accompanying(steps: readonly StepDecorator[], parameters: Parameters): Manifest[] {
  const manifests: Manifest[] = [];
  for (const step of steps) {
    if (step.accompanying !== undefined) {
      manifests.push(...step.accompanying(parameters));
    }
  }
  return manifests;
}
