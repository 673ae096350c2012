import { configMapFields, configMapFiles } from './config-files';
import { objectNames } from './names';
import { type MetadataOf, objectMetadata } from './objects';
import { type ClusterModel } from '../../model/cluster-model';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

const VOLUME = 'hadoop-config-volume';
const CONF_DIR = '/opt/hadoop/conf';

/** Mounts the Hadoop configuration and sets `HADOOP_CONF_DIR` for the start scripts. */
export class HadoopConfMountDecorator<Cluster extends ClusterModel = ClusterModel> implements StepDecorator<Cluster> {
  public readonly name = 'HadoopConfMountDecorator';

  constructor(private readonly metadata: MetadataOf<Cluster> = ({ cluster }) => objectMetadata(cluster)) {}

  public decorate(pod: FlinkPod, { cluster: { clusterName, hadoop } }: StepContext<Cluster>): FlinkPod {
    if (hadoop === undefined) {
      return pod;
    }
    const configMap =
      'existing' in hadoop
        ? { name: hadoop.existing }
        : {
            name: objectNames.hadoopConfigMap(clusterName),
            items: hadoop.files.map(({ name }) => ({ key: name, path: name })),
          };
    return addToPod(pod, {
      volumes: [{ name: VOLUME, configMap }],
      volumeMounts: [{ name: VOLUME, mountPath: CONF_DIR }],
      env: [{ name: 'HADOOP_CONF_DIR', value: CONF_DIR }],
    });
  }

  public accompanying(parameters: StepContext<Cluster>): Manifest[] {
    const {
      cluster: { clusterName, hadoop },
      role,
    } = parameters;
    return role.role !== 'jobManager' || hadoop === undefined || 'existing' in hadoop
      ? []
      : [
          {
            owner: 'config',
            id: 'HadoopConf',
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: objectNames.hadoopConfigMap(clusterName),
            ...this.metadata(parameters),
            fields: configMapFields(hadoop.files),
            body: () => configMapFiles(hadoop.files),
          },
        ];
  }
}
