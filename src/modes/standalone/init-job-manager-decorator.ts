import { Keys } from '../../configuration/keys';
import { recommendedLabels, selectorLabels } from '../../kubernetes/labels';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { jobManagerRpcPort, portOf, restBindPort } from '../shared/ports';
import { keepStandbysApart, spreadOwnPods } from '../shared/spread';

/** Sets up the main container of a JobManager: name, image, ports, resources, labels. */
export class InitJobManagerDecorator implements StepDecorator {
  public readonly name = 'InitJobManagerDecorator';

  public decorate(pod: FlinkPod, { cluster: { clusterName, options }, role }: StepContext): FlinkPod {
    const labels = selectorLabels(clusterName, role.flinkRole);
    const ports = [
      { name: 'rpc', containerPort: jobManagerRpcPort(options) },
      { name: 'blob-server', containerPort: portOf(options, Keys.BLOB_SERVER_PORT) },
      { name: 'webui', containerPort: restBindPort(options) },
    ];
    return addToPod(keepStandbysApart(spreadOwnPods(pod, labels), labels, role.replicas), {
      labels: { ...recommendedLabels(clusterName, role.flinkRole), ...labels },
      main: {
        name: role.flinkRole,
        image: role.image,
        resources: role.resources,
        ports: [...ports, ...((pod.main.ports as []) ?? [])],
      },
    });
  }
}
