import { Keys } from '../../configuration/keys';
import { selectorLabels } from '../../kubernetes/labels';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { type Manifest } from '../../model/manifest';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { objectNames } from '../shared/names';
import { objectMetadata } from '../shared/objects';
import { portOf, restBindPort } from '../shared/ports';

/** Adds the Service of `restAccess`, by which users reach the REST endpoint and the web UI. */
export class ExternalServiceDecorator implements StepDecorator {
  public readonly name = 'ExternalServiceDecorator';

  public accompanying({ cluster }: StepContext): Manifest[] {
    if (cluster.restService.type === 'None') {
      return [];
    }
    const metadata = objectMetadata(cluster, 'jobmanager');
    return [
      {
        owner: 'jobManager',
        id: 'RestService',
        apiVersion: 'v1',
        kind: 'Service',
        name: objectNames.restService(cluster.clusterName),
        labels: metadata.labels,
        annotations: { ...metadata.annotations, ...cluster.restService.annotations },
        fields: ['spec'],
        body: () => ({ spec: spec(cluster) }),
      },
    ];
  }
}

function spec({ clusterName, options, restService }: ClusterModel): ManifestJson {
  const { type, nodePort, loadBalancerSourceRanges } = restService;
  return {
    type: type === 'Headless' ? 'ClusterIP' : type,
    ...(type === 'Headless' ? { clusterIP: 'None' } : {}),
    ports: [
      {
        name: 'rest',
        port: portOf(options, Keys.REST_PORT),
        targetPort: restBindPort(options),
        ...(nodePort === undefined ? {} : { nodePort }),
      },
    ],
    selector: selectorLabels(clusterName, 'jobmanager'),
    ...(loadBalancerSourceRanges === undefined ? {} : { loadBalancerSourceRanges }),
  };
}
