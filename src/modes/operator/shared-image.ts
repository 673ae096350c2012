import { type OperatorModel } from './operator-model';
import { type ImagePullPolicy } from '../../kubernetes/image-pull-policy';
import { Hardening } from '../../props/hardening';

/** The image of both roles. If they differ, the images are in the templates, which Flink reads without this field. */
export function sharedImage({ jobManager, taskManager, hardening }: OperatorModel): string | undefined {
  const isStated = jobManager.stated.image || taskManager.stated.image;
  return jobManager.image === taskManager.image && (isStated || hardening !== Hardening.NONE)
    ? jobManager.image
    : undefined;
}

/** The pull policy of both roles, if it is the same. */
export function sharedPullPolicy({ jobManager, taskManager }: OperatorModel): ImagePullPolicy | undefined {
  return jobManager.stated.imagePullPolicy === taskManager.stated.imagePullPolicy
    ? jobManager.stated.imagePullPolicy
    : undefined;
}
