import { hash } from 'node:crypto';
import { type ArtifactSource, fetchedName, SQL_FILE } from './artifact-source';
import { type ArtifactVolume, type HttpArtifactOptions } from './job-artifact';
import { literal } from '../kubernetes/expansion';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { SCRIPT_DIR, USER_LIB } from '../model/job-paths';
import { configMapFiles } from '../modes/shared/config-files';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { FlinkFile } from '../props/flink-file';

/** The name of the volume in the Flink documentation. */
const VOLUME = 'job-artifacts-volume';
const SCRIPT_VOLUME = 'job-script-volume';

/** Adds an artifact to the pods. It is a feature, so that modes do not depend on the kind of artifact. */
export class ArtifactFeature implements IFlinkFeature {
  /** @param jobName Name of a job on a session cluster */
  constructor(
    private readonly source: ArtifactSource,
    private readonly jobName?: string,
  ) {}

  public bind({ clusterName }: IFlinkContext): FlinkContribution {
    const { source } = this;
    switch (source.kind) {
      case 'inImage':
      case 'fileSystem':
        return {};
      case 'hostPath':
        return onVolume({ hostPath: { path: source.path } });
      case 'volume':
        return onVolume(volumeOf(source.volume), source.volume.subPath);
      case 'http':
        return source.options.sha256 === undefined && this.jobName === undefined
          ? fetchedByFlink(source.url)
          : fetched(source.url, source.options);
      case 'python':
        return source.file === undefined ? {} : script(source.file, this.objectName(clusterName));
      case 'sql':
        return script(FlinkFile.fromText(SQL_FILE, source.script), this.objectName(clusterName));
    }
  }

  private objectName(clusterName: string): string {
    return this.jobName === undefined ? `${clusterName}-job` : `${clusterName}-${this.jobName}`;
  }
}

function volumeOf({ claim, volume }: ArtifactVolume): ManifestJson {
  if (claim !== undefined) {
    return { persistentVolumeClaim: { claimName: claim.name, readOnly: true } };
  }
  const { name: _name, ...source } = volume as unknown as ManifestJson;
  return source;
}

/** Both roles need the jar: TaskManagers load its classes from the same path. */
function onVolume(source: ManifestJson, subPath?: string): FlinkContribution {
  const mount = { name: VOLUME, mountPath: USER_LIB, ...(subPath === undefined ? {} : { subPath }), readOnly: true };
  return { pods: { volumes: [{ name: VOLUME, ...source }], volumeMounts: [mount] } };
}

/** Flink rejects a URL without encryption unless an option allows it. */
function fetchedByFlink(url: string): FlinkContribution {
  return url.startsWith('http://') ? { configuration: { 'user.artifacts.raw-http-enabled': true } } : {};
}

// All values of the user are arguments, so that the shell does not interpret them.
const FETCH = `set -eu
if command -v curl > /dev/null; then
  curl --fail --silent --show-error --location --globoff --proto '=http,https' --retry 5 --output "$1.part" --url "$2"
elif command -v wget > /dev/null; then
  wget --no-verbose --tries=5 --output-document="$1.part" -- "$2"
else
  echo 'the image has neither curl nor wget: give an image to JobArtifact.http' >&2
  exit 1
fi
if [ $# -gt 2 ] && ! echo "$3  $1.part" | sha256sum --check --status; then
  echo "$2 is not the file with the SHA-256 $3 but:" >&2
  sha256sum "$1.part" >&2
  exit 1
fi
mv "$1.part" "$1"
`;

function fetched(url: string, { sha256, image }: HttpArtifactOptions): FlinkContribution {
  const target = `${USER_LIB}/${fetchedName(url)}`;
  const container: ManifestJson = {
    name: 'fetch-job-artifact',
    ...(image === undefined ? {} : { image }),
    command: [
      'bash',
      '-c',
      FETCH,
      'fetch',
      target,
      literal(url),
      ...(sha256 === undefined ? [] : [sha256.toLowerCase()]),
    ],
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '256Mi' } },
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: [{ name: VOLUME, mountPath: USER_LIB }],
  };
  return {
    pods: {
      initContainers: [container],
      volumes: [{ name: VOLUME, emptyDir: {} }],
      volumeMounts: [{ name: VOLUME, mountPath: USER_LIB, readOnly: true }],
    },
  };
}

/**
 * The client reads the script in the pod of the JobManager. The checksum restarts the pod if the script has changed.
 */
function script(file: FlinkFile, name: string): FlinkContribution {
  return {
    manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', name, fields: configMapFiles([file]) }],
    jobManager: {
      annotations: { 'checksum/flink-job': hash('sha256', `${file.name}\0${file._text ?? file._base64 ?? ''}`) },
      volumes: [{ name: SCRIPT_VOLUME, configMap: { name } }],
      volumeMounts: [{ name: SCRIPT_VOLUME, mountPath: SCRIPT_DIR, readOnly: true }],
    },
  };
}
