const CLASS_NAME = /^(?:[A-Za-z_$][\w$]*\.)+[A-Za-z_$][\w$]*$/;

/** Whether a string is a valid name of a Java class in a package. */
export function isClassName(text: string): boolean {
  return CLASS_NAME.test(text);
}
