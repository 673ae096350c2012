/** The longest name of a FlinkDeployment: Flink derives others from it, which Kubernetes limits to 63. */
export const LONGEST_NAME = 45;

const NAME = /^[a-z](?:[-a-z\d]{0,43}[a-z\d])?$/;

/** Whether a FlinkDeployment can be called so. */
export function isDeploymentName(name: string): boolean {
  return NAME.test(name);
}

export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
