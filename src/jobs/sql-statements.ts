// Can contain a semicolon that does not end a statement.
const QUOTED_OR_COMMENT = /'[^']*'|`[^`]*`|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** The number of jobs that the statements of a script start. A statement set is one job. */
export function writingJobs(script: string): number {
  let [count, isInSet] = [0, false];
  for (const statement of script
    .replace(QUOTED_OR_COMMENT, ' ')
    .split(';')
    .map((part) => part.trim())) {
    if (isInSet) {
      isInSet = !/^END$/i.test(statement);
    } else {
      isInSet = /^(?:EXECUTE\s+STATEMENT\s+SET\s+BEGIN\b|BEGIN\s+STATEMENT\s+SET$)/i.test(statement);
      count += isInSet || /^(?:INSERT|EXECUTE)\b/i.test(statement) ? 1 : 0;
    }
  }
  return count;
}
