import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isOneOf, volumeOf } from './mount-source';
import { mountInto } from '../derivation/mount-host';
import { claim, configMap } from '../readers/object-readers';
import { type Fields, boolean, readStruct, requiring } from '../readers/reader';
import { mountPath, subPath, volume } from '../readers/volume-readers';

/** Properties of a volume in the main container. Exactly one of `claim`, `configMap` and `volume` is required. */
export interface VolumeMountProps {
  /** Absolute path of the directory, or of the file if `subPath` is a file. */
  readonly path: string;
  /**
   * A PersistentVolumeClaim, which exists already or is created elsewhere in the app. Pods on several nodes need a
   * claim that several nodes can mount.
   * @default - another source
   */
  readonly claim?: kplus.IPersistentVolumeClaim;
  /**
   * A ConfigMap, which exists already or is created elsewhere in the app.
   * @default - another source
   */
  readonly configMap?: kplus.IConfigMap;
  /**
   * Any other volume.
   * @default - another source
   */
  readonly volume?: kplus.k8s.Volume;
  /**
   * The directory or file in the volume that is mounted.
   * @default - the root
   */
  readonly subPath?: string;
  /**
   * Whether the volume is mounted read-only.
   * @default false
   */
  readonly readOnly?: boolean;
}

const FIELDS: Fields<VolumeMountProps> = { path: mountPath, claim, configMap, volume, subPath, readOnly: boolean };

/**
 * A volume in the scope of this construct: a cluster, a JobManager or a TaskManager.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class VolumeMount extends Construct {
  constructor(scope: Construct, id: string, props: VolumeMountProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<VolumeMountProps>(props, requiring(FIELDS, 'path'), '', report);
      const source = isOneOf(read, ['claim', 'configMap', 'volume'], report) ? volumeOf(read) : undefined;
      if (source === undefined || read.path === undefined) {
        return undefined;
      }
      const { path, subPath: below, readOnly } = read;
      const inVolume = {
        ...(below === undefined ? {} : { subPath: below }),
        ...(readOnly === true ? { readOnly } : {}),
      };
      const mount = { name: source.name, mountPath: path, ...inVolume };
      return { order: path, contribution: { pods: { volumes: [source], volumeMounts: [mount] } } };
    });
  }
}
