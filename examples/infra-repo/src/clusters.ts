import { FlinkVersion } from 'cdk8s-flink';

export const ENVIRONMENTS = ['dev', 'prod'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** The settings of one cluster; main.ts contains those that all clusters share. */
export interface ClusterSpec {
  readonly name: string;
  readonly team: string;
  readonly version: FlinkVersion;
  readonly taskManagers: Record<Environment, number>;
  readonly gibibytes: number;
  readonly configuration?: Record<string, unknown>;
}

export const CLUSTERS: ClusterSpec[] = [
  {
    name: 'clicks',
    team: 'web',
    version: FlinkVersion.V2_2,
    taskManagers: { dev: 1, prod: 6 },
    gibibytes: 4,
  },
  {
    name: 'fraud',
    team: 'payments',
    version: FlinkVersion.V1_20,
    taskManagers: { dev: 1, prod: 4 },
    gibibytes: 8,
    configuration: { 'execution.checkpointing.timeout': '5min' },
  },
  {
    name: 'orders',
    team: 'payments',
    version: FlinkVersion.V1_20,
    taskManagers: { dev: 1, prod: 3 },
    gibibytes: 4,
  },
];
