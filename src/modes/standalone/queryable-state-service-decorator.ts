import { Keys } from '../../configuration/keys';
import { selectorLabels } from '../../kubernetes/labels';
import { type Manifest } from '../../model/manifest';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { objectNames } from '../shared/names';
import { objectMetadata } from '../shared/objects';
import { portOf } from '../shared/ports';

/** Adds the Service by which clients query the state of running jobs. */
export class QueryableStateServiceDecorator implements StepDecorator {
  public readonly name = 'QueryableStateServiceDecorator';

  public accompanying({ cluster }: StepContext): Manifest[] {
    const { clusterName, options, queryableState } = cluster;
    if (queryableState === undefined) {
      return [];
    }
    const { nodePort } = queryableState;
    const port = portOf(options, Keys.QUERYABLE_STATE_PROXY_PORTS);
    const metadata = objectMetadata(cluster, 'taskmanager');
    return [
      {
        owner: 'taskManager',
        id: 'QueryableStateService',
        apiVersion: 'v1',
        kind: 'Service',
        name: objectNames.queryableStateService(clusterName),
        labels: metadata.labels,
        annotations: { ...metadata.annotations, ...queryableState.annotations },
        fields: ['spec'],
        body: () => ({
          spec: {
            type: nodePort === undefined ? 'ClusterIP' : 'NodePort',
            ports: [{ name: 'query-state', port, targetPort: port, ...(nodePort === undefined ? {} : { nodePort }) }],
            selector: selectorLabels(clusterName, 'taskmanager'),
          },
        }),
      },
    ];
  }
}
