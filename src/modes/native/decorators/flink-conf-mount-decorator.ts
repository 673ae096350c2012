import { type ManifestJson } from '../../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type Manifest } from '../../../model/manifest';
import { type StepContext } from '../../../model/step-decorator';
import { configMapFields, configMapFiles } from '../../shared/config-files';
import { type NativeCluster, type NativeStep } from '../native-model';
import { accompanyingMetadata } from '../objects';
import { parametersOf } from '../parameters/parameters';

const VOLUME = 'flink-config-volume';

/** Adds a ConfigMap with the configuration and the logging files, mounted as Flink's configuration directory. */
export class FlinkConfMountDecorator implements NativeStep {
  public readonly name = 'FlinkConfMountDecorator';

  public decorate(pod: FlinkPod, parameters: StepContext<NativeCluster>): FlinkPod {
    const { native, clusterName } = parameters.cluster;
    const items: ManifestJson[] = [...native.logFiles.map(({ name }) => name), native.configFile.name].map((key) => ({
      key,
      path: key,
    }));
    return addToPod(pod, {
      volumes: [{ name: VOLUME, configMap: { name: `flink-config-${clusterName}`, items } }],
      volumeMounts: [{ name: VOLUME, mountPath: parametersOf(parameters).flinkConfDir }],
    });
  }

  public accompanying(parameters: StepContext<NativeCluster>): Manifest[] {
    const { cluster } = parameters;
    const {
      native: { configFile, configText, logFiles },
    } = cluster;
    return parameters.role.role !== 'jobManager'
      ? []
      : [
          {
            owner: 'config',
            id: 'Default',
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: `flink-config-${cluster.clusterName}`,
            ...accompanyingMetadata(cluster, parametersOf(parameters)),
            fields: ['data', ...configMapFields(logFiles).filter((field) => field !== 'data')],
            body: () => {
              const files = configMapFiles(logFiles);
              return { ...files, data: { ...(files.data as ManifestJson), [configFile.name]: configText() } };
            },
          },
        ];
  }
}
