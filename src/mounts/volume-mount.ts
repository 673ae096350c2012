import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isOneOf, mountPath, subPath, volume, volumeOf } from './mount-readers';
import { mountInto } from '../derivation/mount-host';
import { claim, configMap } from '../readers/object-readers';
import { type Fields, boolean, readStruct } from '../readers/reader';

/** Properties of a volume in the main container. Exactly one of `claim`, `configMap` and `volume` says what is mounted. */
export interface VolumeMountProps {
  /** Absolute path of the folder; of the file, where `subPath` names one. */
  readonly path: string;
  /**
   * A PersistentVolumeClaim, existing or made elsewhere in the app. Pods on several nodes need one that can be mounted by many.
   * @default - another source
   */
  readonly claim?: kplus.IPersistentVolumeClaim;
  /**
   * A ConfigMap, existing or made elsewhere in the app.
   * @default - another source
   */
  readonly configMap?: kplus.IConfigMap;
  /**
   * Any other volume.
   * @default - another source
   */
  readonly volume?: kplus.k8s.Volume;
  /**
   * The folder or file of the volume that is mounted, instead of its root.
   * @default - the root
   */
  readonly subPath?: string;
  /**
   * Whether Flink cannot write to it.
   * @default false
   */
  readonly readOnly?: boolean;
}

const FIELDS: Fields<VolumeMountProps> = { path: mountPath, claim, configMap, volume, subPath, readOnly: boolean };

/**
 * A volume in what is its scope: a cluster, a JobManager or a TaskManager.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class VolumeMount extends Construct {
  constructor(scope: Construct, id: string, props: VolumeMountProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<VolumeMountProps>(props, FIELDS, '', report, ['path']);
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
