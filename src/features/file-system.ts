import type * as kplus from 'cdk8s-plus-27';
import { ALIYUN, AZURE, type FileSystemPlugin, GOOGLE, S3_HADOOP, S3_PRESTO } from './file-system-plugins';
import { checkFileSystem } from './file-system-rules';
import { readOptions } from './read-options';
import { type WorkloadIdentity } from './workload-identity';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type FlinkProblem } from '../props/flink-problem';
import { featureProblems } from '../readers/feature-problems';
import { secret } from '../readers/object-readers';
import { type AnyFields, type Fields, boolean, instanceLike, nonEmptyString } from '../readers/reader';

/** Options that all file systems have. */
export interface FileSystemOptions {
  /**
   * The identity of the pods in the cloud.
   * @default - the identity of the node, or of the ServiceAccount given by `serviceAccount`
   */
  readonly identity?: WorkloadIdentity;
}

/** Options of access to a store with the S3 protocol. */
export interface S3FileSystemOptions extends FileSystemOptions {
  /**
   * URL of a store other than Amazon S3, such as `https://minio.example.com`; sets `s3.endpoint`.
   * @default - Amazon S3
   */
  readonly endpoint?: string;
  /**
   * Sends the bucket in the path of requests instead of in the host name; sets `s3.path.style.access`.
   * @default - the default of Flink, which is false
   */
  readonly pathStyleAccess?: boolean;
  /**
   * A Secret with the keys `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, for stores without identities.
   * @default - the identity of the pods
   */
  readonly credentials?: kplus.ISecret;
}

const FIELDS: Fields<FileSystemOptions> = {
  identity: instanceLike<WorkloadIdentity>('a WorkloadIdentity, such as WorkloadIdentity.aws(…)', '_cloud', 'bind()'),
};
const S3_FIELDS: Fields<S3FileSystemOptions> = {
  ...FIELDS,
  endpoint: nonEmptyString,
  pathStyleAccess: boolean,
  credentials: secret,
};
const WEB_IDENTITY = 'com.amazonaws.auth.WebIdentityTokenCredentialsProvider';
const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

/**
 * A file system plugin that the image contains and does not enable. It is enabled in exactly the Flink release of the
 * image. For a plugin of your own, use `PluginMount`.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/filesystems/overview/
 */
export class FileSystem implements IFlinkFeature {
  /** `s3://` and `s3a://` with the client of Hadoop: for files that jobs write, and for checkpoints. */
  public static s3Hadoop(options: S3FileSystemOptions = {}): FileSystem {
    return new FileSystem(S3_HADOOP, S3_FIELDS, options);
  }

  /** `s3://` and `s3p://` with the client of Presto: for checkpoints. */
  public static s3Presto(options: S3FileSystemOptions = {}): FileSystem {
    return new FileSystem(S3_PRESTO, S3_FIELDS, options);
  }

  /** `gs://`, Google Cloud Storage; requires Flink 1.15. */
  public static google(options: FileSystemOptions = {}): FileSystem {
    return new FileSystem(GOOGLE, FIELDS, options);
  }

  /**
   * `abfs://` and `wasb://`, Azure Blob Storage.
   *
   * The Hadoop release in the plugin does not support workload identities; set keys with `secretConfiguration`.
   */
  public static azure(options: FileSystemOptions = {}): FileSystem {
    return new FileSystem(AZURE, FIELDS, options);
  }

  /** `oss://`, Aliyun Object Storage Service. */
  public static aliyun(options: FileSystemOptions = {}): FileSystem {
    return new FileSystem(ALIYUN, FIELDS, options);
  }

  private constructor(
    private readonly plugin: FileSystemPlugin,
    private readonly fields: AnyFields,
    private readonly given: S3FileSystemOptions,
  ) {}

  public bind(context: IFlinkContext): FlinkContribution {
    const { name, schemes } = this.plugin;
    const fields = this.fields as Fields<S3FileSystemOptions>;
    const { options, problems: misread } = readOptions(this.given, fields, `fileSystems.${name}`);
    const { identity, endpoint, pathStyleAccess, credentials } = options;
    const { problems = [], ...identified } = identity?.bind(context) ?? {};
    return {
      ...identified,
      ...(credentials === undefined ? {} : { pods: { ...identified.pods, env: credentialsEnv(credentials) } }),
      builtInPlugins: [name],
      fileSystemSchemes: [...schemes],
      configuration: {
        ...(endpoint === undefined ? {} : { 's3.endpoint': endpoint }),
        ...(pathStyleAccess === undefined ? {} : { 's3.path.style.access': pathStyleAccess }),
      },
      defaults: identityOptions(this.plugin, options),
      problems: [...misread, ...problems, ...this.problems(options, context)],
    };
  }

  private problems({ identity, credentials }: S3FileSystemOptions, { version }: IFlinkContext): FlinkProblem[] {
    const { plugin } = this;
    const context = { plugin, version, identity: identity?._cloud, hasCredentials: credentials !== undefined };
    return featureProblems((report) => checkFileSystem(context, report));
  }
}

function credentialsEnv({ name }: kplus.ISecret): { [key: string]: unknown }[] {
  return CREDENTIALS.map((key) => ({ name: key, valueFrom: { secretKeyRef: { name, key } } }));
}

function identityOptions(
  { credentialsProvider }: FileSystemPlugin,
  { identity }: S3FileSystemOptions,
): { [key: string]: string } {
  const usesToken = identity?._cloud === 'aws' && credentialsProvider !== undefined;
  return usesToken ? { [credentialsProvider]: WEB_IDENTITY } : {};
}
