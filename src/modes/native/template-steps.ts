import { selectorLabels } from '../../kubernetes/labels';
import { type StepDecorator } from '../../model/step-decorator';
import { KerberosMountDecorator } from '../shared/kerberos-mount-decorator';
import { PodTemplateOverrideDecorator } from '../shared/pod-template-override-decorator';
import { EnvSecretsDecorator, MountSecretsDecorator } from '../shared/secret-decorators';
import { spreadOwnPods } from '../shared/spread';
import { InitTemplateDecorator, StatedProbeDecorator, TemplateHardeningDecorator } from '../shared/template-decorators';

const SPREAD: StepDecorator = {
  name: 'SpreadDecorator',
  decorate: (pod, { cluster, role }) => spreadOwnPods(pod, selectorLabels(cluster.clusterName, role.flinkRole)),
};

/** Steps that create a pod template. Properties with a Flink option are not part of it. */
export const TEMPLATE_STEPS: readonly StepDecorator[] = [
  new InitTemplateDecorator(),
  new EnvSecretsDecorator(),
  new MountSecretsDecorator(),
  new KerberosMountDecorator(),
  new StatedProbeDecorator(),
  SPREAD,
  new TemplateHardeningDecorator(),
  new PodTemplateOverrideDecorator(),
];
