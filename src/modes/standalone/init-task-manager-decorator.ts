import { Keys } from '../../configuration/keys';
import { recommendedLabels, selectorLabels } from '../../kubernetes/labels';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { portOf } from '../shared/ports';
import { spreadOwnPods } from '../shared/spread';

/** Sets up the main container of a TaskManager: name, image, ports, resources, labels. */
export class InitTaskManagerDecorator implements StepDecorator {
  public readonly name = 'InitTaskManagerDecorator';

  public decorate(pod: FlinkPod, { cluster: { clusterName, options, queryableState }, role }: StepContext): FlinkPod {
    const ports = [
      { name: 'rpc', containerPort: portOf(options, Keys.TASK_MANAGER_RPC_PORT) },
      { name: 'data', containerPort: portOf(options, Keys.TASK_MANAGER_DATA_PORT) },
      ...(queryableState === undefined
        ? []
        : [{ name: 'query-state', containerPort: portOf(options, Keys.QUERYABLE_STATE_PROXY_PORTS) }]),
    ];
    return addToPod(spreadOwnPods(pod, selectorLabels(clusterName, role.flinkRole)), {
      labels: { ...recommendedLabels(clusterName, role.flinkRole), ...selectorLabels(clusterName, role.flinkRole) },
      main: {
        name: role.flinkRole,
        image: role.image,
        resources: role.resources,
        ports: [...ports, ...((pod.main.ports as []) ?? [])],
      },
    });
  }
}
