import { type Capability } from '../configuration/releases';

/**
 * What each release of the operator can do, as far as its rules and the resources for it depend on it. This table is
 * the only code that compares releases of the operator: a new release that changes something is a row here. Which
 * fields and options a release has is in `reading/fields.ts`, in the resource definitions and in the option catalogue.
 */
export const OPERATOR_CAPABILITIES = {
  addsJavaModuleOptions: { since: '1.11', source: 'FLINK-36646: the Helm chart sets the Java options of Java 17' },
  cancelsForLastState: {
    since: '1.10',
    source: 'FLINK-35414: last-state upgrades can cancel the job, without high availability and for session jobs',
  },
  fetchesJars: { since: '1.10', source: 'built with Flink 1.19, whose client fetches artifacts (FLINK-28915)' },
  ignoresRemovedNonces: { since: '1.8', source: 'FLINK-33763: a nonce that is set to null is not a change' },
  knowsCurrentCheckpointKeys: {
    since: '1.11',
    source: 'built with Flink 1.20, which knows execution.checkpointing.dir and execution.checkpointing.savepoint-dir',
  },
  labelsIngresses: { since: '1.8', source: 'FLINK-33454: labels of an Ingress' },
  limitsUtilization: { since: '1.11', source: 'FLINK-36836: upper and lower limits of the target utilization' },
  nestsOptions: { since: '1.13', source: 'FLINK-37406: flinkConfiguration is a YAML tree' },
  readsDefaultsForNewerFlink: { since: '1.11', source: 'FLINK-36529: defaults for a Flink version and newer ones' },
  readsIngressSwitch: { since: '1.13', source: 'FLINK-37193: kubernetes.operator.ingress.manage' },
  readsPodTemplateSpecs: { since: '1.8', source: 'FLINK-31220: PodTemplateSpec instead of Pod' },
  readsResourceRequirements: { since: '1.16', source: 'FLINK-33548: resources instead of resource' },
  readsSessionJobOptions: {
    since: '1.8',
    source: 'FLINK-34398: options of session jobs in the validation of their specs',
  },
  redeploysFromSavepoints: { since: '1.8', source: 'FLINK-33763: savepointRedeployNonce' },
  startsStandaloneFlink2: { since: '1.16', source: 'FLINK-38795: high availability of Flink 2 in standalone mode' },
  validatesAutoscaler: { since: '1.7', source: 'FLINK-33007: validation of the autoscaler options' },
  validatesEnabledFeatures: {
    since: '1.16',
    source: 'FLINK-39826: thresholds, the metrics window, and options of features only if these are enabled',
  },
  validatesExcludedPeriods: { since: '1.8', source: 'FLINK-33795: excluded periods of the autoscaler' },
  validatesJarUris: { since: '1.15', source: 'DefaultValidator.validateJarURI of 1.15.0' },
  validatesScalability: { since: '1.12', source: 'FLINK-30571: scalability coefficient' },
} as const satisfies { readonly [name: string]: Capability };

export type OperatorCapability = keyof typeof OPERATOR_CAPABILITIES;

/** The first release line that has a capability, for messages. */
export function firstOperatorRelease(capability: OperatorCapability): string {
  return OPERATOR_CAPABILITIES[capability].since;
}
