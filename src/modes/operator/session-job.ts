import { resourceOf } from './flink-deployment';
import { jobOptions, jobSpec } from './job-spec';
import { judgeResource } from './judge-resource';
import { type OperatorModel } from './operator-model';
import { optionMap } from './option-map';
import { withoutEmpty } from './without-empty';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { type SessionJobModel, type SessionJobResource } from '../../model/session-job-model';
import { type OperatorRelease } from '../../operator-rules/operator-release';
import { Hardening } from '../../props/hardening';
import { REFUSED_UPGRADE_IN_OPERATOR_MODE } from '../../rules/session-job-rules';
import { type Problem, reporter } from '../../validation/problem';

const API_VERSION = 'flink.apache.org/v1beta1';
const KIND = 'FlinkSessionJob';

/** The resource of a job that the operator submits; `cluster` is absent if it is not part of this app. */
export function sessionJob(
  model: SessionJobModel,
  cluster: ClusterModel | undefined,
  operator: Pick<OperatorModel, 'operator' | 'release'>,
  problems: Problem[],
): SessionJobResource {
  const { clusterName, jobName, namespace, labels, annotations } = model;
  if (model.job.upgradeMode === 'fail') {
    reporter(problems, 'cluster')(REFUSED_UPGRADE_IN_OPERATOR_MODE, 'job.upgradeMode', model.job.upgradeMode);
    return { apiVersion: API_VERSION, kind: KIND, name: jobName, labels, annotations, spec: () => ({}) };
  }
  const spec = jobResourceSpec(model, operator.release);
  const metadata = { name: jobName, ...(namespace === undefined ? {} : { namespace }) };
  const session = cluster === undefined ? undefined : resourceOf(cluster as OperatorModel);
  judgeResource({ apiVersion: API_VERSION, kind: KIND, metadata, spec }, operator, problems, session);
  return {
    apiVersion: API_VERSION,
    kind: KIND,
    name: jobName,
    // The operator's webhook adds this label, and without it here a GitOps tool would find a difference.
    labels:
      cluster === undefined || cluster.hardening === Hardening.NONE
        ? labels
        : { ...labels, 'target.session': clusterName },
    annotations,
    spec: () => spec,
  };
}

function jobResourceSpec(
  { clusterName, hardening, job, options, version }: SessionJobModel,
  release: OperatorRelease,
): ManifestJson {
  const stated = [...options, ...jobOptions(job, version)].map(
    ({ key, spelt = key, value }) => [spelt, value] as const,
  );
  return withoutEmpty({
    deploymentName: clusterName,
    flinkConfiguration: optionMap(stated, release),
    job: jobSpec(job, job.parallelism ?? (hardening === Hardening.NONE ? undefined : 1)),
  });
}
