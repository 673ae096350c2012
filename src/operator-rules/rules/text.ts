/** The longest name of a FlinkDeployment. Flink derives longer names from it, which must have at most 63 characters. */
export const LONGEST_NAME = 45;

const NAME = /^[a-z](?:[-a-z\d]{0,43}[a-z\d])?$/;

/** Whether a string is a valid name of a FlinkDeployment. */
export function isDeploymentName(name: string): boolean {
  return NAME.test(name);
}

/** Whether a string is missing, empty or consists of spaces. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
