import type * as kplus from 'cdk8s-plus-27';
import { readOptions } from './read-options';
import { type WorkloadIdentity } from './workload-identity';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type FlinkProblem } from '../props/flink-problem';
import { secret } from '../readers/object-readers';
import { type AnyFields, type Fields, boolean, instanceLike, nonEmptyString } from '../readers/reader';

/** What all file systems have in common. */
export interface FileSystemOptions {
  /**
   * Who the pods are to the cloud.
   * @default - whoever the node, or an account given by `serviceAccount`, is
   */
  readonly identity?: WorkloadIdentity;
}

/** Access to a store that speaks the protocol of S3. */
export interface S3FileSystemOptions extends FileSystemOptions {
  /**
   * Address of a store that is not Amazon's: `https://minio.example.com`, `s3.endpoint`.
   * @default - Amazon S3
   */
  readonly endpoint?: string;
  /**
   * Whether the bucket stands in the path of requests and not in the host name, `s3.path.style.access`.
   * @default - Flink's own, which is false
   */
  readonly pathStyleAccess?: boolean;
  /**
   * A Secret with the keys `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, for stores without identities.
   * @default - the identity of the pods
   */
  readonly credentials?: kplus.ISecret;
}

/** What a plugin of Flink is and needs. */
interface Plugin {
  /** Its jar in the image is `flink-<name>-<version>.jar`. */
  readonly name: string;
  readonly schemes: readonly string[];
  /** The options that a file system of this kind takes. */
  readonly fields: AnyFields;
  /** The first release whose image holds it. */
  readonly since?: string;
  /** The first release that takes the short-lived credentials of AWS; and the option that makes it do so, where there is one. */
  readonly webIdentity?: { readonly since: string; readonly provider?: string };
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
const S3_HADOOP: Plugin = {
  name: 's3-fs-hadoop',
  schemes: ['s3', 's3a'],
  fields: S3_FIELDS,
  webIdentity: { since: '1.12', provider: 'fs.s3a.aws.credentials.provider' },
};
const S3_PRESTO: Plugin = {
  name: 's3-fs-presto',
  schemes: ['s3', 's3p'],
  fields: S3_FIELDS,
  webIdentity: { since: '1.14' },
};
const GOOGLE: Plugin = { name: 'gs-fs-hadoop', schemes: ['gs'], fields: FIELDS, since: '1.15' };
const AZURE: Plugin = { name: 'azure-fs-hadoop', schemes: ['abfs', 'abfss', 'wasb', 'wasbs'], fields: FIELDS };
const ALIYUN: Plugin = { name: 'oss-fs-hadoop', schemes: ['oss'], fields: FIELDS };

/**
 * A file system that comes with Flink but is not switched on in the image, of exactly the Flink release that the image holds.
 *
 * For one of your own there is `PluginMount`.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/filesystems/overview/
 */
export class FileSystem implements IFlinkFeature {
  /** `s3://` and `s3a://` on Hadoop's client: for files that jobs write, and for checkpoints. */
  public static s3Hadoop(options: S3FileSystemOptions = {}): FileSystem {
    return new FileSystem(S3_HADOOP, options);
  }

  /** `s3://` and `s3p://` on Presto's client: for checkpoints. */
  public static s3Presto(options: S3FileSystemOptions = {}): FileSystem {
    return new FileSystem(S3_PRESTO, options);
  }

  /** `gs://`, Google Cloud Storage; from Flink 1.15 on. */
  public static google(options: FileSystemOptions = {}): FileSystem {
    return new FileSystem(GOOGLE, options);
  }

  /**
   * `abfs://` and `wasb://`, Azure Blob Storage.
   *
   * The plugin holds a Hadoop that does not know workload identities; keys come by `secretConfiguration`.
   */
  public static azure(options: FileSystemOptions = {}): FileSystem {
    return new FileSystem(AZURE, options);
  }

  /** `oss://`, Aliyun Object Storage Service. */
  public static aliyun(options: FileSystemOptions = {}): FileSystem {
    return new FileSystem(ALIYUN, options);
  }

  private constructor(
    private readonly plugin: Plugin,
    private readonly given: S3FileSystemOptions,
  ) {}

  public bind(context: IFlinkContext): FlinkContribution {
    const {
      plugin,
      plugin: { name, schemes },
    } = this;
    const { options, problems: misread } = readOptions(
      this.given,
      plugin.fields as Fields<S3FileSystemOptions>,
      `fileSystems.${name}`,
    );
    const { identity, endpoint, pathStyleAccess, credentials } = options;
    const { problems = [], ...identified } = identity?.bind(context) ?? {};
    const env =
      credentials === undefined
        ? []
        : ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((key) => ({
            name: key,
            valueFrom: { secretKeyRef: { name: credentials.name, key } },
          }));
    return {
      ...identified,
      ...(env.length === 0 ? {} : { pods: { ...identified.pods, env } }),
      builtInPlugins: [name],
      fileSystemSchemes: [...schemes],
      configuration: {
        ...(endpoint === undefined ? {} : { 's3.endpoint': endpoint }),
        ...(pathStyleAccess === undefined ? {} : { 's3.path.style.access': pathStyleAccess }),
      },
      defaults: identityOptions(plugin, options),
      problems: [...misread, ...problems, ...problemsOf(plugin, options, context)],
    };
  }
}

function identityOptions({ webIdentity }: Plugin, { identity }: S3FileSystemOptions): { [key: string]: string } {
  return identity?._cloud === 'aws' && webIdentity?.provider !== undefined
    ? { [webIdentity.provider]: WEB_IDENTITY }
    : {};
}

function problemsOf(
  { name, since, webIdentity }: Plugin,
  { identity, credentials }: S3FileSystemOptions,
  { version }: IFlinkContext,
): FlinkProblem[] {
  const property = `fileSystems.${name}`;
  const problem = (isProblem: boolean, rule: string, fix: string): FlinkProblem[] =>
    isProblem ? [{ property, rule, fix }] : [];
  const isBefore = (release: string | undefined): boolean => release !== undefined && !version._isAtLeast(release);
  const cloud = identity?._cloud;
  return [
    problem(
      isBefore(since),
      `the image holds this plugin from Flink ${since} on`,
      'use a newer Flink, or a PluginMount',
    ),
    problem(
      cloud === 'aws' && isBefore(webIdentity?.since),
      `its AWS client knows no web identities before Flink ${webIdentity?.since}`,
      'use a newer Flink, or give credentials',
    ),
    problem(
      name === 's3-fs-presto' && credentials !== undefined && isBefore('1.14'),
      'it does not look for keys in the environment before Flink 1.14',
      'use FileSystem.s3Hadoop()',
    ),
    problem(
      cloud === 'azure' && name === 'azure-fs-hadoop',
      'workload identities need Hadoop 3.4.1, and the plugin of every release holds an older one',
      'mount a plugin of your own, with WorkloadIdentity.azure() among features, or give the key by secretConfiguration',
    ),
    problem(
      cloud !== undefined && CLOUDS[name] !== undefined && CLOUDS[name] !== cloud,
      'the identity is of another cloud',
      `use WorkloadIdentity.${CLOUDS[name]}()`,
    ),
    problem(
      identity !== undefined && credentials !== undefined,
      'it has both an identity and credentials',
      'keep one of the two',
    ),
  ].flat();
}

const CLOUDS: { readonly [plugin: string]: string } = {
  'azure-fs-hadoop': 'azure',
  'gs-fs-hadoop': 'google',
  's3-fs-hadoop': 'aws',
  's3-fs-presto': 'aws',
};
