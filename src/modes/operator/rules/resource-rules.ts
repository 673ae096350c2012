import { defineRule } from '../../../validation/rule';

/** Rules about the resources of the operator, which the constructs of these resources report. */

const OPERATOR = 'Flink Kubernetes Operator';

export const INVALID_OPERATOR_VERSION = defineRule({
  id: 'FLK-OPM-01',
  severity: 'error',
  rule: 'not a release of the operator, which has two or three numbers with dots',
  fix: 'use, for example, 1.15.0',
  source: OPERATOR,
});

export const BLUE_GREEN_WITHOUT_OPERATOR = defineRule({
  id: 'FLK-OPM-09',
  severity: 'error',
  rule: 'only the Flink Kubernetes Operator supports blue/green deployments',
  fix: 'use DeploymentMode.operator(), or a FlinkApplicationCluster',
  source: OPERATOR,
});

export const ARTIFACT_NEEDS_A_POD = defineRule({
  id: 'FLK-OPM-10',
  severity: 'error',
  rule: 'the operator submits a session job by the URI of its jar, without a pod that could fetch, check or mount it',
  fix: 'use JobArtifact.http() without a checksum, or a FlinkApplicationCluster',
  source: OPERATOR,
});

export const NO_JOB_FOR_SNAPSHOT = defineRule({
  id: 'FLK-OPM-11',
  severity: 'error',
  rule: 'the operator takes snapshots of the job of a FlinkDeployment or of a FlinkSessionJob, but {problem}',
  fix: 'use a FlinkApplicationCluster or a FlinkSessionJob in operator mode',
  source: OPERATOR,
});

export const JOB_IN_OTHER_NAMESPACE = defineRule({
  id: 'FLK-OPM-12',
  severity: 'error',
  rule: 'the operator looks for the job in the namespace of the snapshot, but the job is in the namespace {namespace}',
  fix: 'use the same namespace',
  source: OPERATOR,
});
