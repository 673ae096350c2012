/** A role of a Flink cluster, named as in the props. */
export type Role = 'jobManager' | 'taskManager';

/** Both roles, in the order in which they start. */
export const ROLES: readonly Role[] = ['jobManager', 'taskManager'];

/** A role as Flink and its documentation write it: in labels, option keys, names and arguments. */
export type FlinkRole = 'jobmanager' | 'taskmanager';

/** Returns the role as Flink writes it. */
export function flinkRole(role: Role): FlinkRole {
  return role === 'jobManager' ? 'jobmanager' : 'taskmanager';
}
