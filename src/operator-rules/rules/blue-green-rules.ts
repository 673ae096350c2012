import { type BlueGreenContext, type DeploymentContext } from './context';
import { hasSavepointDir, savepointDirKey, CHECKPOINT_DIR } from './job-rules';
import { isBlank } from './text';
import { FlinkVersion } from '../../configuration/flink-version';
import { parseDuration } from '../../configuration/parsing/duration';
import { expandIngress } from '../ingress';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

const blueGreenRule = operatorRuleFor<BlueGreenContext>();
/** The context is that of the clusters that the resource creates. */
const childRule = operatorRuleFor<DeploymentContext>();

const DURATIONS = /^kubernetes\.operator\.bluegreen\./;
const STARTS_WITH_PATH_OR_SCHEME = /^(?:\/|[a-z][a-z\d+.-]*:\/\/)/i;
const SOURCE = 'operator: reconciliation of blue/green deployments';

export const MISSING_TEMPLATE = blueGreenRule({
  id: 'FLK-OPR-62',
  severity: 'error',
  check: 'B2',
  stage: OperatorStage.RUNTIME,
  rule: 'the operator fails without a message if it is missing',
  fix: 'write template.spec, with job: the spec of a FlinkDeployment',
  source: SOURCE,
  find({ spec: { template } }, report) {
    if (template === null) {
      report('spec.template');
    } else if (template.spec === null) {
      report('spec.template.spec');
    } else if (template.spec.job === null) {
      report('spec.template.spec.job');
    }
  },
});

export const TRANSITION_WITHOUT_SAVEPOINT_DIR = childRule({
  id: 'FLK-OPR-63',
  severity: 'error',
  check: 'B3',
  stage: OperatorStage.RUNTIME,
  rule: 'every upgradeMode except stateless takes a savepoint in a transition, but {key} is not set',
  fix: 'set {key} to a durable location, such as s3://bucket/savepoints',
  source: SOURCE,
  find({ spec, options }, report) {
    const { upgradeMode } = spec.job!;
    // The validator reports a missing savepoint directory for savepoint, and a missing checkpoint directory.
    const isReported = upgradeMode === 'savepoint' || isBlank(options.findFlink(...CHECKPOINT_DIR)?.text);
    if (upgradeMode !== 'stateless' && !isReported && !hasSavepointDir(options)) {
      report('spec.template.spec.job.upgradeMode', upgradeMode, savepointDirKey(options));
    }
  },
});

export const IGNORED_TEMPLATE_METADATA = blueGreenRule({
  id: 'FLK-OPR-64',
  severity: 'warning',
  check: 'B4',
  stage: OperatorStage.RUNTIME,
  rule: 'the operator never reads it: labels and annotations are lost',
  fix: 'remove it; use podTemplate.metadata for the pods',
  source: SOURCE,
  find({ spec: { template } }, report) {
    if (Object.keys(template?.metadata ?? {}).length > 0) {
      report('spec.template.metadata');
    }
  },
});

export const INGRESS_OF_EACH_COLOUR = childRule({
  id: 'FLK-OPR-65',
  severity: 'error',
  check: 'B5',
  stage: OperatorStage.RUNTIME,
  rule: 'each cluster adds its colour before the template, which results in {expanded}',
  fix: 'start with the host, without a scheme; or use spec.ingress, which follows the active colour',
  source: SOURCE,
  find({ resource: { name, namespace }, spec: { ingress } }, report) {
    const template = ingress?.template ?? null;
    if (template !== null && STARTS_WITH_PATH_OR_SCHEME.test(template)) {
      const expanded = expandIngress(`blue-${template}`, `${name}-blue`, namespace);
      report('spec.template.spec.ingress.template', template, {
        expanded: 'url' in expanded ? expanded.url : `"blue-${template}"`,
      });
    }
  },
});

export const INVALID_BLUE_GREEN_DURATION = blueGreenRule({
  id: 'FLK-OPR-66',
  severity: 'error',
  check: 'B6',
  stage: OperatorStage.RUNTIME,
  rule: 'not a duration that the operator can read here',
  fix: 'write a number and a unit, such as "10 min"',
  source: SOURCE,
  find({ spec: { configuration }, release }, report) {
    const reading = { version: FlinkVersion.of(release.ownFlink), dialect: 'standard' } as const;
    for (const [key, text] of Object.entries(configuration ?? {})) {
      if (DURATIONS.test(key) && (text === null || 'problem' in parseDuration(text, reading))) {
        report(`spec.configuration.${key}`, text);
      }
    }
  },
});
