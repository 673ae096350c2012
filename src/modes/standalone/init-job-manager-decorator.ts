import { Keys } from '../../configuration/keys';
import { recommendedLabels, selectorLabels } from '../../kubernetes/labels';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Parameters, type StepDecorator } from '../../model/step-decorator';
import { portOf, restBindPort } from '../shared/ports';
import { spreadOwnPods } from '../shared/spread';

/** Makes the main container a JobManager: name, image, ports, resources, labels. */
export class InitJobManagerDecorator implements StepDecorator {
  public readonly name = 'InitJobManagerDecorator';

  public decorate(pod: FlinkPod, { cluster: { clusterName, options }, role }: Parameters): FlinkPod {
    const ports = [
      { name: 'rpc', containerPort: portOf(options, Keys.JOB_MANAGER_RPC_PORT) },
      { name: 'blob-server', containerPort: portOf(options, Keys.BLOB_SERVER_PORT) },
      { name: 'webui', containerPort: restBindPort(options) },
    ];
    return addToPod(spreadOwnPods(pod, selectorLabels(clusterName, role.role)), {
      labels: { ...recommendedLabels(clusterName, role.role), ...selectorLabels(clusterName, role.role) },
      main: { name: role.role, image: role.image, resources: role.resources, ports: [...ports, ...pod.main.ports as [] ?? []] },
    });
  }
}
