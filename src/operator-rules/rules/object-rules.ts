import { isDeploymentName, LONGEST_NAME } from './text';
import { isDnsSubdomain, toDns1035Label } from '../../kubernetes/names';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

/** What these rules need of a resource of any kind. */
interface NamedObject {
  readonly resource: { readonly name: string | null };
}

const objectRule = operatorRuleFor<NamedObject>();

/** The longer one of the two suffixes for the clusters of a blue/green deployment. */
const LONGEST_SUFFIX = '-green';
const NAME_MESSAGE = '^The FlinkDeployment name: [^]* is invalid';

export const NULL_SPEC = operatorRuleFor<object>()({
  id: 'FLK-OPR-103',
  severity: 'error',
  check: 'X7',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: 'NullPointerException',
  rule: 'the operator fails with a NullPointerException on an explicit null',
  fix: 'write a spec, or remove it',
  source: 'operator: DefaultValidator',
  find(_, report) {
    report('spec', null);
  },
});

export const MISSING_NAME = objectRule({
  id: 'FLK-OPR-99',
  severity: 'error',
  check: 'X4',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: 'NullPointerException',
  rule: 'the operator fails with a NullPointerException if a resource has no name',
  fix: 'write a name',
  source: 'operator: DefaultValidator.validateDeploymentName',
  find({ resource: { name } }, report) {
    if (name === null) {
      report('metadata.name');
    }
  },
});

export const INVALID_NAME = objectRule({
  id: 'FLK-OPR-01',
  severity: 'error',
  check: 'V01',
  stage: OperatorStage.VALIDATION,
  message: NAME_MESSAGE,
  rule: 'the name must have at most 45 of a-z, 0-9 and "-", start with a letter and not end with "-"',
  fix: 'write {suggestion}',
  source: 'operator: DefaultValidator.validateDeploymentName',
  find({ resource: { name } }, report) {
    if (name !== null && !isDeploymentName(name)) {
      report('metadata.name', name, { suggestion: toDns1035Label(name, LONGEST_NAME) || 'flink' });
    }
  },
});

export const INVALID_OBJECT_NAME = objectRule({
  id: 'FLK-OPR-90',
  severity: 'error',
  check: 'R24',
  stage: OperatorStage.RUNTIME,
  rule: 'not a valid name of an object',
  fix: 'use at most 253 of a-z, 0-9, "-" and ".", and start and end with a letter or digit',
  source: 'Kubernetes API validation: DNS subdomain names',
  find({ resource: { name } }, report) {
    if (name !== null && !isDnsSubdomain(name)) {
      report('metadata.name', name);
    }
  },
});

export const NO_ROOM_FOR_COLOUR = objectRule({
  id: 'FLK-OPR-61',
  severity: 'error',
  check: 'B1',
  stage: OperatorStage.RUNTIME,
  rule: 'the clusters {name}-blue and {name}-green need names of at most 45 of a-z, 0-9 and "-", with a letter first',
  fix: 'use at most 39 of these characters',
  source: 'operator: names of blue/green clusters',
  find({ resource: { name } }, report) {
    if (name === null || !isDeploymentName(`${name}${LONGEST_SUFFIX}`)) {
      report('metadata.name', name ?? undefined, { name: name ?? '' });
    }
  },
});

interface ClusterReference {
  readonly spec: { readonly deploymentName: string | null };
}

const referenceRule = operatorRuleFor<ClusterReference>();

export const MISSING_DEPLOYMENT_NAME = referenceRule({
  id: 'FLK-OPR-56',
  severity: 'error',
  check: 'X2',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: 'NullPointerException',
  rule: 'the operator fails with a NullPointerException if a session job has no cluster',
  fix: 'write the name of the FlinkDeployment',
  source: 'operator: DefaultValidator.validateDeploymentName',
  find({ spec: { deploymentName } }, report) {
    if (deploymentName === null) {
      report('spec.deploymentName');
    }
  },
});

export const INVALID_DEPLOYMENT_NAME = referenceRule({
  id: 'FLK-OPR-43',
  severity: 'error',
  check: 'J1',
  stage: OperatorStage.VALIDATION,
  message: NAME_MESSAGE,
  rule: 'the name of a cluster must have at most 45 of a-z, 0-9 and "-", start with a letter and not end with "-"',
  fix: 'write the name of the FlinkDeployment',
  source: 'operator: DefaultValidator.validateDeploymentName',
  find({ spec: { deploymentName } }, report) {
    if (deploymentName !== null && !isDeploymentName(deploymentName)) {
      report('spec.deploymentName', deploymentName);
    }
  },
});
