import { configFileNames, configMapBody, needsBinaryData } from './config-files';
import { objectNames } from './names';
import { objectMetadata } from './objects';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

const VOLUME = 'flink-config-volume';
const CONF_DIR = '/opt/flink/conf';

/** Adds a ConfigMap with the configuration directory, mounted where the image reads it. */
export class FlinkConfMountDecorator implements StepDecorator {
  public readonly name = 'FlinkConfMountDecorator';

  public decorate(pod: FlinkPod, { cluster }: StepContext): FlinkPod {
    const items = configFileNames(cluster).map((key) => ({ key, path: key }));
    return addToPod(pod, {
      volumes: [{ name: VOLUME, configMap: { name: objectNames.configMap(cluster.clusterName), items } }],
      volumeMounts: [{ name: VOLUME, mountPath: CONF_DIR }],
    });
  }

  public accompanying({ cluster, role }: StepContext): Manifest[] {
    return role.role !== 'jobManager'
      ? []
      : [
          {
            owner: 'config',
            id: 'Default',
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: objectNames.configMap(cluster.clusterName),
            ...objectMetadata(cluster),
            fields: needsBinaryData(cluster) ? ['data', 'binaryData'] : ['data'],
            body: () => configMapBody(cluster),
          },
        ];
  }
}
