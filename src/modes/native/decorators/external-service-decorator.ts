import { type ManifestJson } from '../../../kubernetes/manifest-json';
import { type ClusterModel } from '../../../model/cluster-model';
import { type Manifest } from '../../../model/manifest';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { accompanyingMetadata } from '../objects';
import { KubernetesJobManagerParameters } from '../parameters/job-manager-parameters';

/** Adds the Service by which users and clients reach the REST endpoint and the web UI. */
export class ExternalServiceDecorator implements NativeStep {
  public readonly name = 'ExternalServiceDecorator';

  public accompanying({ cluster }: StepContext<NativeCluster>): Manifest[] {
    const parameters = new KubernetesJobManagerParameters(cluster);
    const metadata = accompanyingMetadata(cluster, parameters, {
      ...parameters.commonLabels,
      ...parameters.restServiceLabels,
    });
    return [
      {
        owner: 'jobManager',
        id: 'RestService',
        apiVersion: 'v1',
        kind: 'Service',
        name: `${parameters.clusterId}-rest`,
        ...metadata,
        annotations: { ...metadata.annotations, ...parameters.restServiceAnnotations },
        sendsEmptyAnnotations: cluster.native.isBare && cluster.version._can('writesEmptyMaps'),
        fields: ['spec'],
        body: () => ({ spec: spec(parameters, cluster.restService) }),
      },
    ];
  }
}

function spec(
  { exposedType, selectors, restPort, restBindPort }: KubernetesJobManagerParameters,
  { nodePort, loadBalancerSourceRanges }: ClusterModel['restService'],
): ManifestJson {
  return {
    ...(exposedType === 'Headless_ClusterIP' ? { type: 'ClusterIP', clusterIP: 'None' } : { type: exposedType }),
    selector: selectors,
    ports: [
      { name: 'rest', port: restPort, targetPort: restBindPort, ...(nodePort === undefined ? {} : { nodePort }) },
    ],
    ...(loadBalancerSourceRanges === undefined ? {} : { loadBalancerSourceRanges }),
  };
}
