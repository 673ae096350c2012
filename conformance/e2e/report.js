const tally = { passed: 0, failed: 0 };

const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Prints whether a check passed, with its problems. Returns whether it passed. */
function report(text, problems) {
  tally[problems.length === 0 ? 'passed' : 'failed'] += 1;
  console.log(
    [
      `${problems.length === 0 ? 'ok    ' : 'FAILED'} ${text}`,
      ...problems.map((problem) => `         ${problem}`),
    ].join('\n'),
  );
  return problems.length === 0;
}

function printTable(rows) {
  const columns = ['name', 'pods', 'options', 'ready', 'finished', 'job'];
  const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? '-'))];
  const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => String(row[i]).length)) + 2);
  const table = cells.map((row) =>
    row
      .map((cell, i) => String(cell).padEnd(widths[i]))
      .join('')
      .trimEnd(),
  );
  console.log(['', ...table, '', 'ready, finished: seconds from apply', ''].join('\n'));
}

module.exports = { lines, printTable, report, tally };
