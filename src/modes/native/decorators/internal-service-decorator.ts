import { type Manifest } from '../../../model/manifest';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { accompanyingMetadata } from '../objects';
import { KubernetesJobManagerParameters } from '../parameters/job-manager-parameters';

/** Adds the headless Service by which TaskManagers find the JobManager; high availability replaces it. */
export class InternalServiceDecorator implements NativeStep {
  public readonly name = 'InternalServiceDecorator';

  public accompanying({ cluster }: StepContext<NativeCluster>): Manifest[] {
    const parameters = new KubernetesJobManagerParameters(cluster);
    if (parameters.isHighlyAvailable) {
      return [];
    }
    const { clusterId, selectors, rpcPort, blobServerPort } = parameters;
    const metadata = accompanyingMetadata(cluster, parameters, {
      ...parameters.commonLabels,
      ...parameters.internalServiceLabels,
    });
    return [
      {
        owner: 'jobManager',
        id: 'Service',
        apiVersion: 'v1',
        kind: 'Service',
        name: clusterId,
        ...metadata,
        annotations: { ...metadata.annotations, ...parameters.internalServiceAnnotations },
        fields: ['spec'],
        body: () => ({
          spec: {
            clusterIP: 'None',
            selector: selectors,
            ports: [
              { name: 'jobmanager-rpc', port: rpcPort },
              { name: 'blobserver', port: blobServerPort },
            ],
          },
        }),
      },
    ];
  }
}
