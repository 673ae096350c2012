import { isHighlyAvailable } from '../../configuration/high-availability';
import { Keys } from '../../configuration/keys';
import { selectorLabels } from '../../kubernetes/labels';
import { type Manifest } from '../../model/manifest';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { objectNames } from '../shared/names';
import { objectMetadata } from '../shared/objects';
import { portOf, restBindPort } from '../shared/ports';

/**
 * Adds the Service by which TaskManagers and clients find the JobManager: its name is `jobmanager.rpc.address`. With
 * high availability, they look up the address of the leader's pod; a Service would also select standby JobManagers.
 */
export class InternalServiceDecorator implements StepDecorator {
  public readonly name = 'InternalServiceDecorator';

  public accompanying({ cluster }: StepContext): Manifest[] {
    const { clusterName, options } = cluster;
    if (isHighlyAvailable(options)) {
      return [];
    }
    const rest = portOf(options, Keys.REST_PORT);
    const bound = restBindPort(options);
    return [
      {
        owner: 'jobManager',
        id: 'Service',
        apiVersion: 'v1',
        kind: 'Service',
        name: objectNames.internalService(clusterName),
        ...objectMetadata(cluster, 'jobmanager'),
        fields: ['spec'],
        body: () => ({
          spec: {
            type: 'ClusterIP',
            ports: [
              { name: 'rpc', port: portOf(options, Keys.JOB_MANAGER_RPC_PORT) },
              { name: 'blob-server', port: portOf(options, Keys.BLOB_SERVER_PORT) },
              { name: 'webui', port: rest, ...(bound === rest ? {} : { targetPort: bound }) },
            ],
            selector: selectorLabels(clusterName, 'jobmanager'),
          },
        }),
      },
    ];
  }
}
