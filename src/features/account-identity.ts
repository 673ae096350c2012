import { type WorkloadIdentity } from './workload-identity';
import { instanceLike } from '../readers/reader';
import { FEATURE_PROBLEM } from '../rules/feature-rules';
import { type Problem, reporter } from '../validation/problem';

/** Reads an identity that is given to an account rather than to a cluster. */
export const workloadIdentity = instanceLike<WorkloadIdentity>(
  'a WorkloadIdentity, such as WorkloadIdentity.aws(…)',
  '_account()',
);

/** The annotations of an account with an identity. */
export function accountAnnotations(
  identity: WorkloadIdentity | undefined,
  problems: Problem[],
): { readonly [key: string]: string } {
  const { annotations, problems: found } = identity?._account() ?? { annotations: {}, problems: [] };
  found.forEach(({ property, got, rule, fix }) =>
    reporter(problems, 'cluster')(FEATURE_PROBLEM, property, got, { rule, fix }),
  );
  return annotations;
}
