import { type Duration } from 'cdk8s';
import { type ManifestJson } from './manifest-json';

/** When and how often a probe asks; what is left out is decided by Kubernetes. */
export interface FlinkProbeTiming {
  /**
   * Time from the start of the container to the first question.
   * @default Duration.seconds(0)
   */
  readonly initialDelay?: Duration;
  /**
   * Time between two questions.
   * @default Duration.seconds(10)
   */
  readonly period?: Duration;
  /**
   * Time after which no answer is a failure.
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;
  /**
   * Failures in a row until the probe has failed.
   * @default 3
   */
  readonly failureThreshold?: number;
  /**
   * Successes in a row until the probe has recovered; readiness probes only.
   * @default 1
   */
  readonly successThreshold?: number;
}

/**
 * A question that the kubelet asks a Flink process.
 *
 * Ports follow the effective options when left out: REST for HTTP, the role's rpc port for TCP.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class FlinkProbe {
  /**
   * Succeeds when a path of the REST endpoint answers with a success; `/config` does once a leader is known.
   *
   * @param path The path, such as `/config`
   */
  public static httpGet(path: string, timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'http', path }, timing);
  }

  /** Succeeds when the rpc port of the role takes a connection. */
  public static tcpSocket(timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'tcp' }, timing);
  }

  /**
   * Succeeds when this port takes a connection.
   *
   * @param port The port's number
   */
  public static tcpPort(port: number, timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'tcp', port }, timing);
  }

  /**
   * Succeeds when a command in the container exits with 0.
   *
   * @param command The program and its arguments; no shell reads them
   */
  public static exec(command: string[], timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'exec', command }, timing);
  }

  /** No probe, not even the default one. */
  public static none(): FlinkProbe {
    return new FlinkProbe({ kind: 'none' }, {});
  }

  private constructor(
    private readonly handler: Handler,
    private readonly timing: FlinkProbeTiming,
  ) {}

  /**
   * What makes the probe unusable, as a clause; `undefined` when nothing does.
   * @internal
   */
  public _problem(): string | undefined {
    const { handler, timing } = this;
    if (handler.kind === 'http' && !(typeof handler.path === 'string' && handler.path.startsWith('/'))) {
      return 'must ask for a path that starts with /';
    }
    if (handler.port !== undefined && !(Number.isInteger(handler.port) && handler.port >= 1 && handler.port <= 65535)) {
      return 'must ask a port from 1 to 65535';
    }
    if (
      handler.kind === 'exec' &&
      !(
        Array.isArray(handler.command) &&
        handler.command.length > 0 &&
        handler.command.every((word) => typeof word === 'string')
      )
    ) {
      return 'must run a command given as a list of texts';
    }
    return timingProblem(timing);
  }

  /** @internal */
  public get _asksRest(): boolean {
    return this.handler.kind === 'http';
  }

  /**
   * The probe on the wire; `undefined` for none.
   * @internal
   */
  public _render(ports: { readonly http: number; readonly tcp: number }): ManifestJson | undefined {
    const { handler, timing } = this;
    const rendered: ManifestJson = {};
    switch (handler.kind) {
      case 'none':
        return undefined;
      case 'http':
        rendered.httpGet = { path: handler.path, port: ports.http };
        break;
      case 'tcp':
        rendered.tcpSocket = { port: handler.port ?? ports.tcp };
        break;
      case 'exec':
        rendered.exec = { command: handler.command };
        break;
    }
    put(rendered, 'initialDelaySeconds', timing.initialDelay?.toSeconds());
    put(rendered, 'periodSeconds', timing.period?.toSeconds());
    put(rendered, 'timeoutSeconds', timing.timeout?.toSeconds());
    put(rendered, 'failureThreshold', timing.failureThreshold);
    put(rendered, 'successThreshold', timing.successThreshold);
    return rendered;
  }
}

interface Handler {
  readonly kind: 'http' | 'tcp' | 'exec' | 'none';
  readonly path?: string;
  readonly port?: number;
  readonly command?: string[];
}

const TIMING: readonly string[] = [
  'initialDelay',
  'period',
  'timeout',
  'failureThreshold',
  'successThreshold',
] satisfies (keyof FlinkProbeTiming)[];

function timingProblem(timing: FlinkProbeTiming): string | undefined {
  if (typeof timing !== 'object' || timing === null) {
    return 'must have its timing as an object';
  }
  const unknown = Object.keys(timing).find((name) => !TIMING.includes(name));
  if (unknown !== undefined) {
    return `must have its timing as ${TIMING.join(', ')}, and no ${unknown}`;
  }
  for (const [name, least] of [
    ['initialDelay', 0],
    ['period', 1],
    ['timeout', 1],
  ] as const) {
    const duration = timing[name];
    if (duration !== undefined && !isSeconds(duration, least)) {
      return `must have ${name} as a Duration of whole seconds, at least ${least}`;
    }
  }
  for (const name of ['failureThreshold', 'successThreshold'] as const) {
    const count = timing[name];
    if (count !== undefined && !(Number.isInteger(count) && count >= 1)) {
      return `must have ${name} as a whole number, at least 1`;
    }
  }
  return undefined;
}

function isSeconds(duration: Duration, least: number): boolean {
  try {
    const seconds = duration.toSeconds();
    return Number.isInteger(seconds) && seconds >= least;
  } catch {
    return false;
  }
}

function put(target: ManifestJson, field: string, value: unknown): void {
  if (value !== undefined) {
    target[field] = value;
  }
}
