import { type Duration } from 'cdk8s';
import { type ManifestJson } from './manifest-json';

/** Timing and thresholds of a probe; Kubernetes has a default for each. */
export interface FlinkProbeTiming {
  /**
   * Time from the start of the container to the first probe.
   * @default Duration.seconds(0)
   */
  readonly initialDelay?: Duration;
  /**
   * Time between two probes.
   * @default Duration.seconds(10)
   */
  readonly period?: Duration;
  /**
   * Time after which a probe without an answer fails.
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;
  /**
   * Consecutive failures after which the probe counts as failed.
   * @default 3
   */
  readonly failureThreshold?: number;
  /**
   * Consecutive successes after which a failed probe counts as successful again. Readiness probes only.
   * @default 1
   */
  readonly successThreshold?: number;
}

/**
 * A check of a Flink process by the kubelet.
 *
 * Ports follow the effective options if they are not set: the REST port for HTTP, and the RPC port of the role for TCP.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class FlinkProbe {
  /**
   * Succeeds when a path of the REST endpoint responds with a success status; `/config` does as soon as a leader is
   * known.
   *
   * @param path The path, such as `/config`
   * @param timing Timing and thresholds
   */
  public static httpGet(path: string, timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'http', path }, timing);
  }

  /**
   * Succeeds when the RPC port of the role accepts a connection.
   *
   * @param timing Timing and thresholds
   */
  public static tcpSocket(timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'tcp' }, timing);
  }

  /**
   * Succeeds when the port accepts a connection.
   *
   * @param port The number of the port
   * @param timing Timing and thresholds
   */
  public static tcpPort(port: number, timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'tcp', port }, timing);
  }

  /**
   * Succeeds when a command in the container exits with status 0.
   *
   * @param command The program and its arguments, which no shell interprets
   * @param timing Timing and thresholds
   */
  public static exec(command: string[], timing: FlinkProbeTiming = {}): FlinkProbe {
    return new FlinkProbe({ kind: 'exec', command }, timing);
  }

  /** Disables the probe, including the default one. */
  public static none(): FlinkProbe {
    return new FlinkProbe({ kind: 'none' }, {});
  }

  private constructor(
    private readonly handler: Handler,
    private readonly timing: FlinkProbeTiming,
  ) {}

  /**
   * Why the probe is not valid, as a clause; `undefined` if it is valid.
   * @internal
   */
  public _problem(): string | undefined {
    const { handler, timing } = this;
    if (handler.kind === 'http' && !(typeof handler.path === 'string' && handler.path.startsWith('/'))) {
      return 'must request a path that starts with /';
    }
    if (handler.port !== undefined && !(Number.isInteger(handler.port) && handler.port >= 1 && handler.port <= 65535)) {
      return 'must use a port from 1 to 65535';
    }
    if (
      handler.kind === 'exec' &&
      !(
        Array.isArray(handler.command) &&
        handler.command.length > 0 &&
        handler.command.every((word) => typeof word === 'string')
      )
    ) {
      return 'must run a command that is a list of strings';
    }
    return timingProblem(timing);
  }

  /** @internal */
  public get _asksRest(): boolean {
    return this.handler.kind === 'http';
  }

  /**
   * The probe as Kubernetes expects it; `undefined` if it is disabled.
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
    setIfDefined(rendered, 'initialDelaySeconds', timing.initialDelay?.toSeconds());
    setIfDefined(rendered, 'periodSeconds', timing.period?.toSeconds());
    setIfDefined(rendered, 'timeoutSeconds', timing.timeout?.toSeconds());
    setIfDefined(rendered, 'failureThreshold', timing.failureThreshold);
    setIfDefined(rendered, 'successThreshold', timing.successThreshold);
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
    return `must have its timing as ${TIMING.join(', ')}, not ${unknown}`;
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
      return `must have ${name} as an integer, at least 1`;
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

function setIfDefined(target: ManifestJson, field: string, value: unknown): void {
  if (value !== undefined) {
    target[field] = value;
  }
}
