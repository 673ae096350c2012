import { selectorLabels } from '../../kubernetes/labels';
import { type Manifest } from '../../model/manifest';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { objectNames } from '../shared/names';
import { objectMetadata } from '../shared/objects';

/** Adds the headless Service that gives the pods of a StatefulSet their DNS names. */
export class HeadlessServiceDecorator implements StepDecorator {
  public readonly name = 'HeadlessServiceDecorator';

  public accompanying({ cluster, role }: StepContext): Manifest[] {
    return role.volumeClaimTemplates.length === 0
      ? []
      : [
          {
            owner: 'taskManager',
            id: 'HeadlessService',
            apiVersion: 'v1',
            kind: 'Service',
            name: objectNames.taskManagerService(cluster.clusterName),
            ...objectMetadata(cluster, 'taskmanager'),
            fields: ['spec'],
            body: () => ({ spec: { clusterIP: 'None', selector: selectorLabels(cluster.clusterName, 'taskmanager') } }),
          },
        ];
  }
}
