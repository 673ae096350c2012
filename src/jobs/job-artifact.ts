import type * as kplus from 'cdk8s-plus-27';
import { type ArtifactSource } from './artifact-source';
import { type FlinkFile } from '../props/flink-file';

/** Where a jar lies on a volume. Exactly one of `claim` and `volume` says on which. */
export interface ArtifactVolume {
  /**
   * A PersistentVolumeClaim; pods on several nodes need one that can be mounted by many.
   * @default - another volume
   */
  readonly claim?: kplus.IPersistentVolumeClaim;
  /**
   * Any other volume; its `name` is ignored.
   * @default - a claim
   */
  readonly volume?: kplus.k8s.Volume;
  /**
   * The folder of the volume with the jars.
   * @default - the root
   */
  readonly subPath?: string;
}

/** How a jar is fetched. */
export interface HttpArtifactOptions {
  /**
   * The SHA-256 of the file, 64 hexadecimal digits: an init container fetches it and starts Flink only if it is right.
   * @default - nothing is verified, and Flink fetches the file itself, which it can from 1.19 on
   */
  readonly sha256?: string;
  /**
   * Image of the init container, with `bash`, `sha256sum` and one of `curl` and `wget`.
   * @default - the image of the role
   */
  readonly image?: string;
}

/** How a Python program is run. */
export interface PythonArtifactOptions {
  /**
   * Python files, folders and packages that the program imports, by their paths or URIs in the pods, `-pyfs`.
   * @default - none
   */
  readonly files?: string[];
  /**
   * The interpreter of the program and of its functions, `-pyclientexec` and `-pyexec`: `/usr/bin/python3`.
   * @default - `python` in the path of the image
   */
  readonly executable?: string;
}

/** How a SQL script is run. */
export interface SqlArtifactOptions {
  /**
   * Jar with a program that takes the path of the script as its argument, such as the SQL runner among the operator's examples.
   * @default - Flink's own, which runs on a session cluster from 1.13 on, and as an application from 2.0 on
   */
  readonly runner?: string;
}

/**
 * What a job runs: a jar in the image, on a volume or behind a URL, or a script. What a release or a deployment mode cannot do is an error
 * that says what to use instead.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/#application-cluster-resource-definitions
 */
export class JobArtifact {
  /**
   * A jar that the image holds.
   *
   * @param uri Its place, as a URI: `local:///opt/flink/usrlib/job.jar`. In another folder, standalone clusters find it from Flink 1.19 on
   */
  public static inImage(uri: string): JobArtifact {
    return new JobArtifact({ kind: 'inImage', uri });
  }

  /**
   * A jar in a folder of every node. Namespaces that enforce `restricted` or `baseline` refuse such a pod, so it needs
   * `Hardening.RESTRICTED_WITH_HOST_PATH` or `Hardening.NONE`.
   *
   * @param path The folder, absolute
   * @param jar The jar's path in the folder
   */
  public static hostPath(path: string, jar: string): JobArtifact {
    return new JobArtifact({ kind: 'hostPath', path, jar });
  }

  /**
   * A jar on a volume.
   *
   * @param source The volume
   * @param jar The jar's path on it
   */
  public static volume(source: ArtifactVolume, jar: string): JobArtifact {
    return new JobArtifact({ kind: 'volume', volume: source, jar });
  }

  /**
   * A jar that is fetched when a pod starts.
   *
   * @param url Where it is, `https://` or `http://`
   */
  public static http(url: string, options: HttpArtifactOptions = {}): JobArtifact {
    return new JobArtifact({ kind: 'http', url, options });
  }

  /**
   * A jar in a file system that Flink, or the operator for a session job, reads through a plugin; Flink can from 1.19 on.
   *
   * @param uri Where it is: `s3://bucket/jobs/job-1.0.jar`
   *
   * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/#application-cluster-resource-definitions
   */
  public static fileSystem(uri: string): JobArtifact {
    return new JobArtifact({ kind: 'fileSystem', uri });
  }

  /**
   * A Python program that the image holds. The official image has no Python, so the cluster needs one of its own, with PyFlink installed.
   *
   * @param path The program's path in the pods: `/opt/app/job.py`
   *
   * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/docker/#using-flink-python-on-docker
   */
  public static python(path: string, options: PythonArtifactOptions = {}): JobArtifact {
    return new JobArtifact({ kind: 'python', path, options });
  }

  /**
   * A Python program that a ConfigMap brings into an image with Python and PyFlink.
   *
   * @param file The program
   */
  public static pythonFile(file: FlinkFile, options: PythonArtifactOptions = {}): JobArtifact {
    return new JobArtifact({ kind: 'python', file, options });
  }

  /**
   * A SQL script, which a ConfigMap brings into the pods.
   *
   * @param script Its statements
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
