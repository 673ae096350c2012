import type * as kplus from 'cdk8s-plus-27';
import { type ArtifactSource } from './artifact-source';
import { type FlinkFile } from '../props/flink-file';

/** The volume with a jar. Exactly one of `claim` and `volume` is required. */
export interface ArtifactVolume {
  /**
   * A PersistentVolumeClaim. Pods on several nodes need a claim that several nodes can mount.
   * @default - another volume
   */
  readonly claim?: kplus.IPersistentVolumeClaim;
  /**
   * Any other volume. Its `name` is ignored.
   * @default - a claim
   */
  readonly volume?: kplus.k8s.Volume;
  /**
   * The directory of the jars in the volume.
   * @default - the root
   */
  readonly subPath?: string;
}

/** Options of a jar that is fetched. */
export interface HttpArtifactOptions {
  /**
   * The SHA-256 checksum of the file, 64 hexadecimal digits. An init container fetches the file, and fails if it has
   * another checksum.
   * @default - the file is not verified, and Flink fetches it itself, which requires Flink 1.19 or newer
   */
  readonly sha256?: string;
  /**
   * Image of the init container, with `bash`, `sha256sum` and one of `curl` and `wget`.
   * @default - the image of the role
   */
  readonly image?: string;
}

/** Options of a Python program. */
export interface PythonArtifactOptions {
  /**
   * Python files, directories and packages that the program imports, as paths or URIs in the pods, `-pyfs`.
   * @default - none
   */
  readonly files?: string[];
  /**
   * The interpreter of the program and of its functions, `-pyclientexec` and `-pyexec`: `/usr/bin/python3`.
   * @default - `python` in the `PATH` of the image
   */
  readonly executable?: string;
}

/** Options of a SQL script. */
export interface SqlArtifactOptions {
  /**
   * URI of a jar with a program whose argument is the path of the script, such as the SQL runner in the examples of the
   * operator.
   * @default - the SQL client of Flink on a session cluster, from 1.18 on; its SQL driver in an application, from 2.0
   * on
   */
  readonly runner?: string;
}

/**
 * The program of a job: a jar in the image, on a volume or at a URL, or a script. An artifact that the release or the
 * deployment mode does not support is an error with an alternative.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/#application-cluster-resource-definitions
 */
export class JobArtifact {
  /**
   * A jar in the image.
   *
   * @param uri URI of the jar: `local:///opt/flink/usrlib/job.jar`. In another directory, standalone clusters find it
   * from Flink 1.19 on
   */
  public static inImage(uri: string): JobArtifact {
    return new JobArtifact({ kind: 'inImage', uri });
  }

  /**
   * A jar in a directory of every node. Requires `Hardening.RESTRICTED_WITH_HOST_PATH` or `Hardening.NONE`, because
   * namespaces that enforce `restricted` or `baseline` reject such a pod.
   *
   * @param path Absolute path of the directory
   * @param jar Path of the jar in the directory
   */
  public static hostPath(path: string, jar: string): JobArtifact {
    return new JobArtifact({ kind: 'hostPath', path, jar });
  }

  /**
   * A jar on a volume.
   *
   * @param source The volume
   * @param jar Path of the jar in the volume
   */
  public static volume(source: ArtifactVolume, jar: string): JobArtifact {
    return new JobArtifact({ kind: 'volume', volume: source, jar });
  }

  /**
   * A jar that is fetched when a pod starts.
   *
   * @param url URL of the jar, with `https://` or `http://`
   */
  public static http(url: string, options: HttpArtifactOptions = {}): JobArtifact {
    return new JobArtifact({ kind: 'http', url, options });
  }

  /**
   * A jar in a file system that Flink reads with a plugin, from 1.19 on. For a session job, the operator reads it.
   *
   * @param uri URI of the jar: `s3://bucket/jobs/job-1.0.jar`
   *
   * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/#application-cluster-resource-definitions
   */
  public static fileSystem(uri: string): JobArtifact {
    return new JobArtifact({ kind: 'fileSystem', uri });
  }

  /**
   * A Python program in the image. The official image has no Python, so the cluster needs an image with PyFlink.
   *
   * @param path Path of the program in the pods: `/opt/app/job.py`
   *
   * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/docker/#using-flink-python-on-docker
   */
  public static python(path: string, options: PythonArtifactOptions = {}): JobArtifact {
    return new JobArtifact({ kind: 'python', path, options });
  }

  /**
   * A Python program in a ConfigMap. The cluster needs an image with PyFlink.
   *
   * @param file The program
   */
  public static pythonFile(file: FlinkFile, options: PythonArtifactOptions = {}): JobArtifact {
    return new JobArtifact({ kind: 'python', file, options });
  }

  /**
   * A SQL script in a ConfigMap.
   *
   * @param script The statements
   */
  public static sql(script: string, options: SqlArtifactOptions = {}): JobArtifact {
    return new JobArtifact({ kind: 'sql', script, options });
  }

  /** @internal */
  public readonly _source: ArtifactSource;

  private constructor(source: ArtifactSource) {
    this._source = source;
  }
}
