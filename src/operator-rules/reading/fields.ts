import { type OperatorRelease } from '../operator-release';

/** The type of a field in the operator's classes. An array contains the constants of an enum, in their order. */
export type FieldType =
  | 'text'
  | 'int'
  | 'long'
  | 'double'
  | 'flag'
  | 'texts'
  | 'textMap'
  | 'options'
  | 'object'
  | 'quantities'
  | 'podTemplate'
  | readonly string[]
  | { readonly struct: Fields }
  | { readonly list: Fields };

/** A field of one of the operator's classes. */
export interface Field {
  readonly type: FieldType;
  /** The value if the resource does not set the field; null by default. */
  readonly standard?: unknown;
  /** The first release line of the operator whose class has the field. */
  readonly since?: string;
  /** Whether Java's type is primitive, so that an explicit null is zero. */
  readonly primitive?: true;
}

export type Fields = { readonly [name: string]: Field };

const text = { type: 'text' } as const;
const long = { type: 'long' } as const;
const podTemplate = { type: 'podTemplate' } as const;

const METADATA = {
  name: text,
  namespace: text,
  labels: { type: 'textMap' },
  annotations: { type: 'textMap' },
} as const satisfies Fields;

export const JOB = {
  jarURI: text,
  parallelism: { type: 'int', standard: 0, primitive: true },
  entryClass: text,
  args: { type: 'texts', standard: [] },
  state: { type: ['running', 'suspended'], standard: 'running' },
  savepointTriggerNonce: long,
  initialSavepointPath: text,
  checkpointTriggerNonce: { ...long, since: '1.7' },
  upgradeMode: { type: ['savepoint', 'last-state', 'stateless'], standard: 'stateless' },
  allowNonRestoredState: { type: 'flag' },
  savepointRedeployNonce: { ...long, since: '1.8' },
  autoscalerResetNonce: { ...long, since: '1.11' },
} as const satisfies Fields;

export const INGRESS = {
  template: text,
  className: text,
  annotations: { type: 'textMap' },
  labels: { type: 'textMap', since: '1.8' },
  tls: { type: { list: { hosts: { type: 'texts' }, secretName: text } }, since: '1.8' },
} as const satisfies Fields;

const ROLE = {
  resource: {
    type: { struct: { cpu: { type: 'double' }, memory: text, ephemeralStorage: { ...text, since: '1.5' } } },
  },
  resources: {
    type: {
      struct: {
        requests: { type: 'quantities' },
        limits: { type: 'quantities' },
        claims: { type: { list: { name: text, request: text } } },
      },
    },
    since: '1.16',
  },
  podTemplate,
} as const satisfies Fields;

/** The fields that a FlinkDeployment and a FlinkSessionJob have in common. */
const JOB_AND_OPTIONS = {
  job: { type: { struct: JOB } },
  restartNonce: long,
  flinkConfiguration: { type: 'options' },
} as const satisfies Fields;

export const SESSION_JOB = { deploymentName: text, ...JOB_AND_OPTIONS } as const satisfies Fields;

/** The fields of a FlinkDeployment's spec. `flinkVersions` are the Flink versions that the release knows. */
export function deploymentFields(flinkVersions: readonly string[]) {
  return {
    ...JOB_AND_OPTIONS,
    image: text,
    imagePullPolicy: text,
    serviceAccount: text,
    flinkVersion: { type: flinkVersions },
    ingress: { type: { struct: INGRESS } },
    podTemplate,
    jobManager: { type: { struct: { ...ROLE, replicas: { type: 'int', standard: 1, primitive: true } } } },
    taskManager: { type: { struct: { ...ROLE, replicas: { type: 'int', since: '1.1' } } } },
    logConfiguration: { type: 'textMap' },
    mode: { type: ['native', 'standalone'], since: '1.2' },
  } as const satisfies Fields;
}

export const SNAPSHOT = {
  backoffLimit: { type: 'int', standard: -1, primitive: true },
  jobReference: { type: { struct: { kind: { type: ['FlinkDeployment', 'FlinkSessionJob'] }, name: text } } },
  checkpoint: { type: { struct: {} } },
  savepoint: {
    type: {
      struct: {
        path: text,
        formatType: { type: ['CANONICAL', 'NATIVE', 'UNKNOWN'], standard: 'CANONICAL' },
        disposeOnDelete: { type: 'flag', standard: true },
        alreadyExists: { type: 'flag', standard: false },
      },
    },
  },
} as const satisfies Fields;

/** The fields of a FlinkBlueGreenDeployment's spec. */
export function blueGreenFields(flinkVersions: readonly string[]) {
  return {
    configuration: { type: 'textMap' },
    ingress: { type: { struct: INGRESS } },
    template: {
      type: { struct: { metadata: { type: 'object' }, spec: { type: { struct: deploymentFields(flinkVersions) } } } },
    },
  } as const satisfies Fields;
}

/** A kind of resource, with the release line that added it. */
interface Kind {
  readonly since: string;
  readonly spec: (flinkVersions: readonly string[]) => Fields;
}

const KINDS: { readonly [kind: string]: Kind } = {
  FlinkDeployment: { since: '1.0', spec: deploymentFields },
  FlinkSessionJob: { since: '1.0', spec: () => SESSION_JOB },
  FlinkStateSnapshot: { since: '1.10', spec: () => SNAPSHOT },
  FlinkBlueGreenDeployment: { since: '1.14', spec: blueGreenFields },
};

/** The fields of a resource; `undefined` if the release does not know the kind. */
export function resourceFields(kind: unknown, release: OperatorRelease): Fields | undefined {
  const known = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind]! : undefined;
  if (known === undefined || !release.isWithin(known)) {
    return undefined;
  }
  return {
    apiVersion: text,
    kind: text,
    metadata: { type: { struct: METADATA } },
    spec: { type: { struct: known.spec(release.flinkVersions) }, standard: {} },
    status: { type: 'object' },
  };
}
