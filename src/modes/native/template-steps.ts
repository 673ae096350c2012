import { selectorLabels } from '../../kubernetes/labels';
import { type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { KerberosMountDecorator } from '../shared/kerberos-mount-decorator';
import { PodTemplateOverrideDecorator } from '../shared/pod-template-override-decorator';
import { EnvSecretsDecorator, MountSecretsDecorator } from '../shared/secret-decorators';
import { spreadOwnPods } from '../shared/spread';
import { InitTemplateDecorator, StatedProbeDecorator, TemplateHardeningDecorator } from '../shared/template-decorators';

/** Steps from what was stated to a pod template; what Flink has options for is not repeated in it. */
export const TEMPLATE_STEPS: readonly StepDecorator[] = [
  new InitTemplateDecorator(),
  new EnvSecretsDecorator(),
  new MountSecretsDecorator(),
  new KerberosMountDecorator(),
  new StatedProbeDecorator(),
  { name: 'SpreadDecorator', decorate: spread },
  new TemplateHardeningDecorator(),
  new PodTemplateOverrideDecorator(),
];

function spread(pod: FlinkPod, { cluster: { clusterName }, role }: StepContext): FlinkPod {
  return spreadOwnPods(pod, selectorLabels(clusterName, role.flinkRole));
}
