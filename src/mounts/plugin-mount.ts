import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isOneOf, volumeOf } from './mount-source';
import { type Mounted, mountInto } from '../derivation/mount-host';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isConfigKey, volumeNameOf } from '../kubernetes/names';
import { claim } from '../readers/object-readers';
import { type Fields, list, nonEmptyString, type Reader, readStruct, requiring, string } from '../readers/reader';
import { mountPath, subPath, volume } from '../readers/volume-readers';
import { defineRule } from '../validation/rule';

export const INVALID_PLUGIN_NAME = defineRule({
  id: 'FLK-MOUNT-05',
  severity: 'error',
  rule: 'not a valid name of a plugin directory',
  fix: 'use letters, digits, ".", "-" and "_"',
  source: 'Flink: plugin directories',
});

/** Properties of a plugin. Exactly one of `image`, `claim` and `volume`, the source of its jars, is required. */
export interface PluginMountProps {
  /** Directory of the plugin below `/opt/flink/plugins`. Flink loads each directory with its own class loader. */
  readonly name: string;
  /**
   * An image that contains the jars. An init container copies them, so the image needs `cp`.
   * @default - another source
   */
  readonly image?: string;
  /**
   * Directory of the jars in the image.
   * @default - the directory of the plugin in the pods
   */
  readonly imagePath?: string;
  /**
   * A PersistentVolumeClaim with the jars.
   * @default - another source
   */
  readonly claim?: kplus.IPersistentVolumeClaim;
  /**
   * Any other volume with the jars.
   * @default - another source
   */
  readonly volume?: kplus.k8s.Volume;
  /**
   * Directory of the jars in the volume.
   * @default - the root
   */
  readonly subPath?: string;
  /**
   * Schemes of the file systems in the plugin, such as `s3`. They suppress the warning that nothing reads these URIs.
   * @default - none
   */
  readonly schemes?: string[];
}

const FIELDS: Fields<PluginMountProps> = {
  name: directory,
  image: string,
  imagePath: mountPath,
  claim,
  volume,
  subPath,
  schemes: list(nonEmptyString),
};
const PLUGINS = '/opt/flink/plugins';

/**
 * A Flink plugin in the scope of this construct: a cluster, a JobManager or a TaskManager. Use `FileSystem` for the
 * file systems of the distribution.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/filesystems/plugins/
 */
export class PluginMount extends Construct {
  constructor(scope: Construct, id: string, props: PluginMountProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<PluginMountProps>(props, requiring(FIELDS, 'name'), '', report);
      return !isOneOf(read, ['image', 'claim', 'volume'], report) || read.name === undefined
        ? undefined
        : plugin(read.name, read);
    });
  }
}

function plugin(
  name: string,
  { image, imagePath, subPath: below, schemes, ...sources }: Partial<PluginMountProps>,
): Mounted | undefined {
  const path = `${PLUGINS}/${name}`;
  const source =
    image === undefined ? volumeOf(sources) : { name: volumeNameOf(objectName(name), '-plugin'), emptyDir: {} };
  if (source === undefined) {
    return undefined;
  }
  const mount = {
    name: source.name,
    mountPath: path,
    ...(image === undefined && below !== undefined ? { subPath: below } : {}),
  };
  const copy = image === undefined ? [] : [copyContainer(source.name as string, image, imagePath ?? path)];
  return {
    order: path,
    contribution: {
      fileSystemSchemes: schemes,
      pods: {
        volumes: [source],
        volumeMounts: [image === undefined ? { ...mount, readOnly: true } : mount],
        ...(copy.length === 0 ? {} : { initContainers: copy }),
      },
    },
  };
}

const TARGET = '/plugin';
const RESOURCES = { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '100m', memory: '64Mi' } };

function copyContainer(volumeName: string, image: string, from: string): ManifestJson {
  return {
    name: volumeName,
    image,
    command: ['cp', '-R', `${from}/.`, TARGET],
    resources: RESOURCES,
    volumeMounts: [{ name: volumeName, mountPath: TARGET }],
  };
}

/** Names of directories can contain characters that names in Kubernetes cannot. */
function objectName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'flink'
  );
}

function directory(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = string(value, property, report);
  if (given !== undefined && !isConfigKey(given)) {
    report(INVALID_PLUGIN_NAME, property, given);
    return undefined;
  }
  return given;
}
