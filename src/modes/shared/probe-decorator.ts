import { jobManagerRpcPort, portOf, restBindPort } from './ports';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type FlinkProbe } from '../../kubernetes/probe';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/**
 * Adds probes. Liveness only checks that the RPC port accepts connections, as in the Flink documentation: a slow answer
 * must not restart a healthy JobManager. Readiness checks another port. A start can take five minutes: on a busy node a
 * JVM opens its ports later than the documented liveness probe allows.
 */
export class ProbeDecorator implements StepDecorator {
  public readonly name = 'ProbeDecorator';

  public decorate(pod: FlinkPod, { cluster: { options }, role }: StepContext): FlinkPod {
    const isJobManager = role.role === 'jobManager';
    const rest = restBindPort(options);
    const rpc = isJobManager ? jobManagerRpcPort(options) : portOf(options, Keys.TASK_MANAGER_RPC_PORT);
    const ports = { http: rest, tcp: rpc };
    const answers = { httpGet: { path: '/config', port: rest } };
    const main: ManifestJson = {};
    const add = (field: string, given: FlinkProbe | undefined, usual: ManifestJson): void => {
      const probe = given === undefined ? usual : given._render(ports);
      if (probe !== undefined) {
        main[field] = probe;
      }
    };
    add('livenessProbe', role.livenessProbe, { tcpSocket: { port: rpc }, initialDelaySeconds: 30, periodSeconds: 60 });
    add(
      'readinessProbe',
      role.readinessProbe,
      isJobManager ? answers : { tcpSocket: { port: portOf(options, Keys.TASK_MANAGER_DATA_PORT) } },
    );
    add('startupProbe', role.startupProbe, {
      periodSeconds: 5,
      failureThreshold: 60,
      ...(isJobManager ? answers : { tcpSocket: { port: rpc } }),
    });
    return addToPod(pod, { main });
  }
}
