import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { EffectiveOptions } from '../effective-options';
import { isFlinkAtLeast } from '../operator-release';
import { SAVEPOINT_DIR } from './job-rules';
import { nameRule } from './later-rules';
import { type SnapshotContext } from './snapshot-rules';
import { isBlank } from './text';
import { type DeploymentSpec, type ReadResource } from '../reading/specs';

/** What no validator asks of a FlinkStateSnapshot, as far as it is known which job it is taken of. */
export function laterSnapshotRules(context: SnapshotContext, report: Report): void {
  const {
    resource,
    spec: { savepoint, checkpoint },
    target,
  } = context;
  nameRule(resource.name, report);
  if (savepoint?.alreadyExists === true) {
    if (isBlank(savepoint.path)) report(RULES['FLK-OPR-86'], 'spec.savepoint.path', savepoint.path ?? undefined);
    return;
  }
  if (target?.kind !== 'FlinkDeployment' || target.spec === null) {
    return;
  }
  const { flinkVersion } = target.spec;
  if (checkpoint !== null && flinkVersion !== null && !isFlinkAtLeast(flinkVersion, 'v1_17')) {
    report(RULES['FLK-OPR-77'], 'spec.checkpoint', undefined, { flink: flinkVersion });
  }
  if (savepoint !== null && isBlank(savepoint.path)) directoryRule(context, target, report);
}

function directoryRule(
  { release, config }: SnapshotContext,
  target: ReadResource<DeploymentSpec>,
  report: Report,
): void {
  const options = new EffectiveOptions(release, config, target.namespace, target.spec!.flinkVersion).add(
    target.spec!.flinkConfiguration,
    'target',
  );
  if (isBlank(options.findFlink(...SAVEPOINT_DIR)?.text)) {
    report(RULES['FLK-OPR-78'], 'spec.savepoint.path', undefined, { key: options.currentName(...SAVEPOINT_DIR) });
  }
}
