import { type OperatorModel } from './operator-model';
import { type ImagePullPolicy } from '../../kubernetes/image-pull-policy';
import { Hardening } from '../../props/hardening';

/** One image for both roles stands in the field; two stand in the templates, which Flink reads where the field is empty. */
export function sharedImage({ jobManager, taskManager, hardening }: OperatorModel): string | undefined {
  const isStated = jobManager.stated.image || taskManager.stated.image;
  return jobManager.image === taskManager.image && (isStated || hardening !== Hardening.NONE)
    ? jobManager.image
    : undefined;
}

/** As with the image. */
export function sharedPullPolicy({ jobManager, taskManager }: OperatorModel): ImagePullPolicy | undefined {
  return jobManager.stated.imagePullPolicy === taskManager.stated.imagePullPolicy
    ? jobManager.stated.imagePullPolicy
    : undefined;
}
