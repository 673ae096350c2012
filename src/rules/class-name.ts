const CLASS_NAME = /^(?:[A-Za-z_$][\w$]*\.)+[A-Za-z_$][\w$]*$/;

/** Whether a string can be the name of a Java class in a package. Options that select an implementation accept such names. */
export function isClassName(text: string): boolean {
  return CLASS_NAME.test(text);
}
