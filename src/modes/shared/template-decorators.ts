import { HardeningDecorator } from './hardening-decorator';
import { MAIN_CONTAINER } from './pod-template-override-decorator';
import { portOf, restBindPort } from './ports';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { Hardening } from '../../props/hardening';

/** Sets the name of the main container that the operator and Flink use. Image and resources have fields elsewhere. */
export class InitTemplateDecorator implements StepDecorator {
  public readonly name = 'InitTemplateDecorator';

  public decorate(pod: FlinkPod): FlinkPod {
    const { imagePullPolicy: _field, ...main } = pod.main;
    return { ...pod, main: { name: MAIN_CONTAINER, ...main } };
  }
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** Adds the probes that the user has set. The operator has its own startup probe for the JobManager. */
export class StatedProbeDecorator implements StepDecorator {
  public readonly name = 'StatedProbeDecorator';

  public decorate(pod: FlinkPod, { cluster: { options }, role }: StepContext): FlinkPod {
    const main: ManifestJson = {};
    const rpc = role.role === 'jobManager' ? Keys.JOB_MANAGER_RPC_PORT : Keys.TASK_MANAGER_RPC_PORT;
    const ports = { http: restBindPort(options), tcp: portOf(options, rpc) };
    for (const probe of PROBES) {
      const stated = role[probe];
      if (stated !== undefined) {
        main[probe] = stated._render(ports);
      }
    }
    return addToPod(pod, { main });
  }
}

/** Sets the security contexts of the cluster's hardening. Without hardening, it sets only those of the user. */
export class TemplateHardeningDecorator extends HardeningDecorator {
  public override decorate(pod: FlinkPod, parameters: StepContext): FlinkPod {
    const {
      cluster: { hardening },
      role: { podSecurityContext, securityContext },
    } = parameters;
    return hardening !== Hardening.NONE
      ? super.decorate(pod, parameters)
      : addToPod(pod, {
          ...(podSecurityContext === undefined ? {} : { spec: { securityContext: podSecurityContext } }),
          ...(securityContext === undefined ? {} : { main: { securityContext } }),
        });
  }
}
