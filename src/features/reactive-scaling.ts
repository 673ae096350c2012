import { type ReactiveAutoscalerOptions } from './reactive-mode';
import { readOptions } from './read-options';
import { type FlinkContribution, type FlinkManifest } from '../props/contribution';
import { featureProblems } from '../readers/feature-problems';
import { type Fields, integer } from '../readers/reader';
import { defineRule, Sources } from '../validation/rule';

export const MAX_REPLICAS_BELOW_MIN = defineRule({
  id: 'FLK-REP-07',
  severity: 'error',
  rule: 'the maximum is below minReplicas, which is {minReplicas}',
  fix: 'use at least {minReplicas}, or lower minReplicas',
  source: Sources.KUBERNETES,
});

const FIELDS: Fields<ReactiveAutoscalerOptions> = {
  minReplicas: integer(1, 10_000),
  maxReplicas: integer(1, 10_000),
  cpuUtilization: integer(1, 1000),
};

/** The contribution of a HorizontalPodAutoscaler that scales a Deployment of TaskManagers. */
export function scaledTaskManagers(given: ReactiveAutoscalerOptions, name: string): FlinkContribution {
  const { options, problems } = readOptions<ReactiveAutoscalerOptions>(given, FIELDS, 'reactive', ['maxReplicas']);
  const { minReplicas = 1, maxReplicas = minReplicas, cpuUtilization = 80 } = options;
  const contradictions = featureProblems((report) => {
    if (maxReplicas < minReplicas) {
      report(MAX_REPLICAS_BELOW_MIN, 'reactive.maxReplicas', maxReplicas, { minReplicas });
    }
  });
  return {
    problems: [...problems, ...contradictions],
    managesTaskManagerReplicas: true,
    manifests: [autoscaler(name, { minReplicas, maxReplicas, cpuUtilization })],
  };
}

function autoscaler(name: string, options: Required<ReactiveAutoscalerOptions>): FlinkManifest {
  const { minReplicas, maxReplicas, cpuUtilization } = options;
  const target = { type: 'Utilization', averageUtilization: cpuUtilization };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    name,
    fields: {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas,
        maxReplicas,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
      },
    },
  };
}
