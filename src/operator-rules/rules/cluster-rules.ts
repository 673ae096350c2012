import { type DeploymentContext, isStandalone } from './context';
import { isBlank } from './text';
import { Keys } from '../../configuration/keys';
import { isHighlyAvailable } from '../high-availability';
import { firstOperatorRelease } from '../operator-capabilities';
import { flinkOf } from '../operator-release';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

const clusterRule = operatorRuleFor<DeploymentContext>();

const LOGGING_FILES = ['log4j-console.properties', 'logback-console.xml'];
const PULL_POLICIES = ['IfNotPresent', 'Always', 'Never'];

export const UNKNOWN_LOGGING_FILE = clusterRule({
  id: 'FLK-OPR-10',
  severity: 'error',
  check: 'V10',
  stage: OperatorStage.VALIDATION,
  message: '^Invalid log config key',
  rule: 'the operator only uses the logging files log4j-console.properties and logback-console.xml',
  fix: 'use one of these names',
  source: 'operator: DefaultValidator.validateLogConfig',
  find({ spec: { logConfiguration } }, report) {
    for (const file of Object.keys(logConfiguration ?? {})) {
      if (!LOGGING_FILES.includes(file)) report(`spec.logConfiguration.${file}`);
    }
  },
});

export const MISSING_SERVICE_ACCOUNT = clusterRule({
  id: 'FLK-OPR-30',
  severity: 'error',
  check: 'V30',
  stage: OperatorStage.VALIDATION,
  message: '^spec\\.serviceAccount must be defined',
  rule: 'the pods need a ServiceAccount that can manage pods, and kubernetes.service-account does not count',
  fix: 'use the ServiceAccount that the Helm chart of the operator creates: flink',
  source: 'operator: DefaultValidator.validateServiceAccount',
  find({ spec: { serviceAccount } }, report) {
    if (serviceAccount === null) {
      report('spec.serviceAccount');
    }
  },
});

export const INVALID_PULL_POLICY = clusterRule({
  id: 'FLK-OPR-75',
  severity: 'error',
  check: 'R2',
  stage: OperatorStage.RUNTIME,
  rule: 'Kubernetes has three policies, which are case-sensitive',
  fix: 'write IfNotPresent, Always or Never',
  source: 'operator: FlinkConfigBuilder',
  find({ spec: { imagePullPolicy: policy } }, report) {
    if (policy !== null && !isBlank(policy) && !PULL_POLICIES.includes(policy)) {
      report('spec.imagePullPolicy', policy);
    }
  },
});

export const REPLICAS_IN_NATIVE_MODE = clusterRule({
  id: 'FLK-OPR-82',
  severity: 'warning',
  check: 'R12',
  stage: OperatorStage.RUNTIME,
  rule: 'a native cluster starts TaskManagers on demand, and ignores the number',
  fix: 'remove it, or use standalone mode',
  source: 'Flink: native Kubernetes',
  find({ spec }, report) {
    const replicas = spec.taskManager?.replicas ?? null;
    if (!isStandalone(spec) && spec.job === null && replicas !== null) {
      report('spec.taskManager.replicas', replicas);
    }
  },
});

export const DYNAMIC_RPC_PORT = clusterRule({
  id: 'FLK-OPR-79',
  severity: 'error',
  check: 'R6',
  stage: OperatorStage.RUNTIME,
  rule: 'a standalone cluster needs a fixed port',
  fix: 'use a port such as 6122, or remove the option',
  source: 'operator: standalone clusters',
  find({ spec, options }, report) {
    const port = options.findFlink(Keys.TASK_MANAGER_RPC_PORT);
    if (isStandalone(spec) && port !== undefined && Number(port.text) === 0) {
      report(port.property, port.text);
    }
  },
});

export const HOST_ARGUMENT_OF_FLINK_1 = clusterRule({
  id: 'FLK-OPR-80',
  severity: 'warning',
  check: 'R10',
  stage: OperatorStage.RUNTIME,
  rule: 'operator {version} starts the JobManager with --host, an argument that Flink 2 does not have',
  fix: 'use native mode, Flink 1, or operator {since}',
  source: 'operator: standalone clusters with high availability',
  find({ spec, options, release }, report) {
    const { flinkVersion, mode } = spec;
    const hasNoArgument = flinkVersion !== null && !flinkOf(flinkVersion)._can('takesHostArgument');
    const isStarted = isStandalone(spec) && isHighlyAvailable(options);
    if (hasNoArgument && isStarted && !release.can('startsStandaloneFlink2')) {
      const since = firstOperatorRelease('startsStandaloneFlink2');
      report('spec.mode', mode, { version: release.version, since });
    }
  },
});
