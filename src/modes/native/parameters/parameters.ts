import { KubernetesJobManagerParameters } from './job-manager-parameters';
import { type KubernetesParameters } from './kubernetes-parameters';
import { KubernetesTaskManagerParameters } from './task-manager-parameters';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster } from '../native-model';

/** The parameters of the role whose pod is decorated. */
export function parametersOf({ cluster, role }: StepContext<NativeCluster>): KubernetesParameters {
  return role.role === 'jobManager'
    ? new KubernetesJobManagerParameters(cluster)
    : new KubernetesTaskManagerParameters(cluster);
}
