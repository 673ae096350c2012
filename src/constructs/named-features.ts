import { type FlinkClusterOptions } from './cluster-options';
import { type IFlinkFeature } from '../props/contribution';
import { instanceLike, type Reader } from '../readers/reader';

/** Props of a cluster whose value is a feature. */
export type FeatureProp = {
  [Prop in keyof FlinkClusterOptions]-?: NonNullable<FlinkClusterOptions[Prop]> extends IFlinkFeature ? Prop : never;
}[keyof FlinkClusterOptions];

type FeatureReaders = { readonly [Prop in FeatureProp]: Reader<NonNullable<FlinkClusterOptions[Prop]>> };

/**
 * The readers of all props whose value is a feature, in the order in which the features are bound. A feature with its
 * own prop needs nothing but its class and an entry in this table; a prop without an entry does not compile.
 */
export const NAMED_FEATURES: FeatureReaders = {
  logging: instanceLike('a Logging, such as Logging.levels()', 'bind()'),
  restartStrategy: instanceLike('a RestartStrategy, such as RestartStrategy.fixedDelay()', 'bind()'),
  autoscaling: instanceLike('an Autoscaling, such as Autoscaling.enabled()', 'bind()'),
  highAvailability: instanceLike('a HighAvailability, such as HighAvailability.kubernetes(…)', 'bind()'),
  stateBackend: instanceLike('a StateBackend, such as StateBackend.rocksDb()', 'bind()'),
  checkpointing: instanceLike('a Checkpointing, such as Checkpointing.every(…)', 'bind()'),
  localRecovery: instanceLike('a LocalRecovery, such as LocalRecovery.persistentVolumeClaims(…)', 'bind()'),
  localDisk: instanceLike('a LocalDisk, such as LocalDisk.emptyDir(…)', 'bind()'),
};

/** The features among the options of a cluster, by their props. */
export function namedFeatures(
  options: Partial<FlinkClusterOptions>,
): { property: FeatureProp; feature: IFlinkFeature }[] {
  return (Object.keys(NAMED_FEATURES) as FeatureProp[]).flatMap((property) => {
    const feature = options[property];
    return feature === undefined ? [] : [{ property, feature }];
  });
}
