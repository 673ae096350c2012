import { jobManagerRpcPort, portOf, restBindPort } from './ports';
import { Keys } from '../../configuration/keys';
import { type Wire } from '../../kubernetes/wire';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Parameters, type StepDecorator } from '../../model/step-decorator';

/**
 * Asks whether the process lives and may be used. Liveness only asks whether the rpc port takes a connection, as documented: a slow
 * answer must not restart a healthy JobManager. Readiness asks another port, so that the two questions can differ. A start may take five
 * minutes: on a busy node a JVM without its processor opens its ports later than the documented liveness allows.
 */
export class ProbeDecorator implements StepDecorator {
  public readonly name = 'ProbeDecorator';

  public decorate(pod: FlinkPod, { cluster: { options }, role }: Parameters): FlinkPod {
    const isJobManager = role.role === 'jobmanager';
    const rest = restBindPort(options);
    const rpc = isJobManager ? jobManagerRpcPort(options) : portOf(options, Keys.TASK_MANAGER_RPC_PORT);
    const ports = { http: rest, tcp: rpc };
    const answers = { httpGet: { path: '/config', port: rest } };
    const probes = {
      livenessProbe: role.livenessProbe === undefined
        ? { tcpSocket: { port: rpc }, initialDelaySeconds: 30, periodSeconds: 60 }
        : role.livenessProbe._render(ports),
      readinessProbe: role.readinessProbe === undefined
        ? isJobManager ? answers : { tcpSocket: { port: portOf(options, Keys.TASK_MANAGER_DATA_PORT) } }
        : role.readinessProbe._render(ports),
      startupProbe: role.startupProbe === undefined
        ? { periodSeconds: 5, failureThreshold: 60, ...(isJobManager ? answers : { tcpSocket: { port: rpc } }) }
        : role.startupProbe._render(ports),
    };
    const main: Wire = {};
    for (const [field, probe] of Object.entries(probes)) {
      if (probe !== undefined) {
        main[field] = probe;
      }
    }
    return addToPod(pod, { main });
  }
}
