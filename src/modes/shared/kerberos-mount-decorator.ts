import { base64Of, configMapFields, configMapFiles } from './config-files';
import { objectNames } from './names';
import { type MetadataOf, objectMetadata } from './objects';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { fileName, type FileSource, KEYTAB_DIR } from '../../model/mounted';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

const KEYTAB_VOLUME = 'kerberos-keytab-volume';
const KRB5_VOLUME = 'kerberos-krb5conf-volume';
/** The default path of every JVM on Linux, so no option is needed. */
const KRB5_PATH = '/etc/krb5.conf';
const KRB5_FILE = 'krb5.conf';

/** Mounts the keytab and krb5.conf. Options set the principal. */
export class KerberosMountDecorator<Cluster extends ClusterModel = ClusterModel> implements StepDecorator<Cluster> {
  public readonly name = 'KerberosMountDecorator';

  constructor(
    private readonly metadata: MetadataOf<Cluster> = ({ cluster }) => objectMetadata(cluster),
    /** The name of krb5.conf in its volume; only a file with the name `krb5.conf` is mounted. */
    private readonly krb5Name: (cluster: ClusterModel, krb5Conf: FileSource) => string = () => KRB5_FILE,
  ) {}

  public decorate(pod: FlinkPod, { cluster }: StepContext<Cluster>): FlinkPod {
    const { clusterName, kerberos } = cluster;
    if (kerberos === undefined) {
      return pod;
    }
    const { login, krb5Conf } = kerberos;
    const keytab =
      login === undefined
        ? {}
        : {
            volumes: [
              {
                name: KEYTAB_VOLUME,
                secret: { secretName: objectOf(login.keytab, objectNames.kerberosKeytab(clusterName)) },
              },
            ],
            volumeMounts: [{ name: KEYTAB_VOLUME, mountPath: KEYTAB_DIR }],
          };
    const krb5 =
      krb5Conf === undefined
        ? {}
        : {
            volumes: [
              { name: KRB5_VOLUME, configMap: krb5Volume(krb5Conf, clusterName, this.krb5Name(cluster, krb5Conf)) },
            ],
            volumeMounts: [{ name: KRB5_VOLUME, mountPath: KRB5_PATH, subPath: KRB5_FILE }],
          };
    return addToPod(addToPod(pod, keytab), krb5);
  }

  public accompanying(parameters: StepContext<Cluster>): Manifest[] {
    const {
      cluster: { clusterName, kerberos: { login, krb5Conf } = {} },
      role,
    } = parameters;
    return role.role !== 'jobManager'
      ? []
      : [
          ...(login !== undefined && 'file' in login.keytab
            ? [{ ...keytabSecret(clusterName, login.keytab), ...this.metadata(parameters) }]
            : []),
          ...(krb5Conf !== undefined && 'file' in krb5Conf
            ? [{ ...krb5ConfigMap(clusterName, krb5Conf), ...this.metadata(parameters) }]
            : []),
        ];
  }
}

type Described = Omit<Manifest, 'labels' | 'annotations'>;

function keytabSecret(clusterName: string, { file }: Extract<FileSource, { file: unknown }>): Described {
  return {
    owner: 'config',
    id: 'Keytab',
    apiVersion: 'v1',
    kind: 'Secret',
    name: objectNames.kerberosKeytab(clusterName),
    fields: ['data'],
    body: () => ({ data: { [file.name]: base64Of(file) } }),
  };
}

function krb5ConfigMap(clusterName: string, { file }: Extract<FileSource, { file: unknown }>): Described {
  return {
    owner: 'config',
    id: 'Krb5Conf',
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: objectNames.kerberosKrb5Conf(clusterName),
    fields: configMapFields([file]),
    body: () => configMapFiles([file]),
  };
}

function krb5Volume(source: FileSource, clusterName: string, path: string): ManifestJson {
  return {
    name: objectOf(source, objectNames.kerberosKrb5Conf(clusterName)),
    items: [{ key: fileName(source), path }],
  };
}

function objectOf(source: FileSource, own: string): string {
  return 'file' in source ? own : source.existing;
}
