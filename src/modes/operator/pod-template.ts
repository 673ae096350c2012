import { type OperatorModel } from './operator-model';
import { sharedPullPolicy } from './shared-image';
import { withoutEmpty } from './without-empty';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type RoleModel } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';

/** The pod of a role as a template; absent if it would be empty. */
export function podTemplate(
  cluster: OperatorModel,
  role: RoleModel,
  { metadata: { labels, annotations }, spec, main }: FlinkPod,
): ManifestJson | undefined {
  const container = withoutEmpty({
    ...main,
    image: cluster.jobManager.image === cluster.taskManager.image ? undefined : role.image,
    imagePullPolicy: sharedPullPolicy(cluster) === undefined ? role.stated.imagePullPolicy : undefined,
  });
  const { containers: sidecars = [], ...rest } = spec as { containers?: ManifestJson[] };
  const needsMain = Object.keys(container).length > 1 || sidecars.length > 0 || role.override !== undefined;
  const template = withoutEmpty({
    metadata: withoutEmpty({ labels, annotations }),
    spec: { ...rest, ...(needsMain ? { containers: [container, ...sidecars] } : {}) },
  });
  return Object.keys(template).length === 0 ? undefined : template;
}
