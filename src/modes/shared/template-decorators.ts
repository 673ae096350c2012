import { HardeningDecorator } from './hardening-decorator';
import { MAIN_CONTAINER } from './pod-template-override-decorator';
import { portOf, restBindPort } from './ports';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { Hardening } from '../../props/hardening';

/** Begins the template under the name by which the operator and Flink know the main container; image and resources have fields of their own. */
export class InitTemplateDecorator implements StepDecorator {
  public readonly name = 'InitTemplateDecorator';

  public decorate(pod: FlinkPod): FlinkPod {
    const { imagePullPolicy: _field, ...main } = pod.main;
    return { ...pod, main: { name: MAIN_CONTAINER, ...main } };
  }
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** Probes that were asked for; the operator has its own for the start of the JobManager. */
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

/** Locks the pods down as far as the cluster's hardening says; without hardening only what was stated is in the template. */
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
