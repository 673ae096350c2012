import { type WorkloadIdentity } from './workload-identity';
import { instanceLike } from '../readers/reader';
import { type Problem } from '../validation/problem';

/** Reads the identity of a ServiceAccount that no cluster creates. */
export const workloadIdentity = instanceLike<WorkloadIdentity>(
  'a WorkloadIdentity, such as WorkloadIdentity.aws(…)',
  '_account()',
);

/** The annotations of a ServiceAccount with an identity. */
export function accountAnnotations(
  identity: WorkloadIdentity | undefined,
  problems: Problem[],
): { readonly [key: string]: string } {
  const { annotations, findings } = identity?._account() ?? { annotations: {}, findings: [] };
  problems.push(...findings);
  return annotations;
}
