import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isOneOf, mountPath, subPath, volume, volumeOf } from './mount-readers';
import { type Mounted, mountInto } from '../derivation/mount-host';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isConfigKey, volumeNameOf } from '../kubernetes/names';
import { claim } from '../readers/object-readers';
import { type Fields, list, nonEmptyString, type Reader, readStruct, string } from '../readers/reader';
import { RULES } from '../validation/rules';

/** Properties of a plugin. Exactly one of `image`, `claim` and `volume` says where its jars come from. */
export interface PluginMountProps {
  /** Folder of the plugin below `/opt/flink/plugins`; Flink gives each folder a class loader of its own. */
  readonly name: string;
  /**
   * An image that holds the jars; an init container copies them, so it needs `cp`.
   * @default - another source
   */
  readonly image?: string;
  /**
   * Folder of the jars in the image.
   * @default - the folder that the plugin gets in the pods
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
   * Folder of the jars in the volume.
   * @default - the root
   */
  readonly subPath?: string;
  /**
   * Schemes of the file systems that the plugin brings, such as `s3`, so that no warning says that nothing reads them.
   * @default - none
   */
  readonly schemes?: string[];
}

const FIELDS: Fields<PluginMountProps> = {
  name: folder,
  image: string,
  imagePath: mountPath,
  claim,
  volume,
  subPath,
  schemes: list(nonEmptyString),
};
const PLUGINS = '/opt/flink/plugins';

/**
 * A plugin of Flink in what is its scope: a cluster, a JobManager or a TaskManager. The file systems of Flink itself come with `FileSystem`.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/filesystems/plugins/
 */
export class PluginMount extends Construct {
  constructor(scope: Construct, id: string, props: PluginMountProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<PluginMountProps>(props, FIELDS, '', report, ['name']);
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

function copyContainer(folderVolume: string, image: string, from: string): ManifestJson {
  return {
    name: folderVolume,
    image,
    command: ['cp', '-R', `${from}/.`, TARGET],
    resources: RESOURCES,
    volumeMounts: [{ name: folderVolume, mountPath: TARGET }],
  };
}

/** Folders may be written as no Kubernetes name can. */
function objectName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'flink'
  );
}

function folder(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = string(value, property, report);
  if (given !== undefined && !isConfigKey(given)) {
    report(RULES['FLK-MOUNT-05'], property, given);
    return undefined;
  }
  return given;
}
