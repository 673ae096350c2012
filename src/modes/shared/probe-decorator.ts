import { jobManagerRpcPort, portOf, restBindPort } from './ports';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type FlinkProbe } from '../../kubernetes/probe';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/**
 * Asks whether the process lives and may be used. Liveness only asks whether the rpc port takes a connection, as documented: a slow
 * answer must not restart a healthy JobManager. Readiness asks another port, so that the two questions can differ. A start may take five
 * minutes: on a busy node a JVM without its processor opens its ports later than the documented liveness allows.
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
    const put = (field: string, given: FlinkProbe | undefined, usual: ManifestJson): void => {
      const probe = given === undefined ? usual : given._render(ports);
      if (probe !== undefined) {
        main[field] = probe;
      }
    };
    put('livenessProbe', role.livenessProbe, { tcpSocket: { port: rpc }, initialDelaySeconds: 30, periodSeconds: 60 });
    put(
      'readinessProbe',
      role.readinessProbe,
      isJobManager ? answers : { tcpSocket: { port: portOf(options, Keys.TASK_MANAGER_DATA_PORT) } },
    );
    put('startupProbe', role.startupProbe, {
      periodSeconds: 5,
      failureThreshold: 60,
      ...(isJobManager ? answers : { tcpSocket: { port: rpc } }),
    });
    return addToPod(pod, { main });
  }
}
