import { checkHighAvailability } from './high-availability-checks';
import { checkState } from './state-checks';
import { checkStorage } from './storage-checks';
import { LIBRARY } from '../configuration/flink-options';
import { isHighlyAvailable } from '../configuration/high-availability';
import { type Inputs } from '../derivation/inputs';
import { type ClusterModel } from '../model/cluster-model';
import { type Mode } from '../model/step-decorator';
import { type Problem, reporter } from '../validation/problem';

/** Rules about a whole cluster that are not in `RULE_SETS` yet. */
export function checkCluster(cluster: ClusterModel, inputs: Inputs, mode: Mode['name'], problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  if (isHighlyAvailable(cluster.options)) {
    checkHighAvailability(cluster, mode, report);
  }
  if (cluster.options.stated.some(({ key }) => ABOUT_STATE.test(key))) {
    checkState(cluster, report);
  }
  if (
    cluster.options.entries.some(({ source }) => source !== LIBRARY) ||
    inputs.cluster.files !== undefined ||
    cluster.secretOptions.length > 0 ||
    cluster.job !== undefined ||
    cluster.manifests.length > 0 ||
    Object.keys(cluster.annotations).length > 0
  ) {
    checkStorage(cluster, inputs, report);
  }
}

const ABOUT_STATE = /^(?:state\.|execution\.checkpointing\.|dstl\.)/;
