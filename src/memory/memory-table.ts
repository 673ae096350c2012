import { type Origin, type Portion, PORTION_NAMES, type PortionName, type Portions } from './portion';
import { showShortSize } from './show-size';

/** The components as a tree: an indented one is a part of the one above it. */
const TREE: readonly (readonly [depth: number, name: PortionName])[] = [
  [0, 'process'],
  [1, 'flink'],
  [2, 'heap'],
  [2, 'offHeap'],
  [2, 'frameworkHeap'],
  [2, 'taskHeap'],
  [2, 'frameworkOffHeap'],
  [2, 'taskOffHeap'],
  [2, 'managed'],
  [2, 'network'],
  [1, 'metaspace'],
  [1, 'overhead'],
];
const HEADINGS = ['component', 'size', 'bytes', 'from'];
const RIGHT_ALIGNED = [false, true, true, false];

/** Every component with its size and the reason for it, one per line. */
export function memoryTable(portions: Portions): string {
  const rows = TREE.flatMap(([depth, name]) => {
    const portion = portions[name];
    return portion === undefined ? [] : [row('  '.repeat(depth) + PORTION_NAMES[name], portion)];
  });
  const lines = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => pad(cell, widths[column]!, RIGHT_ALIGNED[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row(name: string, { bytes, origin }: Portion): string[] {
  return [name, showShortSize(bytes), String(bytes), describe(origin)];
}

function describe(origin: Origin): string {
  switch (origin.kind) {
    case 'configured':
      return `configured: ${origin.key}`;
    case 'default':
      return `default of ${origin.key}`;
    case 'fraction':
      return `${floatText(origin.fraction)} of ${PORTION_NAMES[origin.of]}${limitText(origin.limit)}`;
    case 'rest':
      return `rest of ${PORTION_NAMES[origin.of]}`;
    case 'buffers':
      return `buffers: ${origin.key}`;
    case 'sum':
      return 'sum of its parts';
  }
}

const LIMITS = { min: ', raised to the minimum', max: ', lowered to the maximum' };

function limitText(limit: 'min' | 'max' | undefined): string {
  return limit === undefined ? '' : LIMITS[limit];
}

/** The shortest notation of a 32-bit float, `0.1`, instead of the digits of a double. Nine digits are always enough. */
function floatText(value: number): string {
  let digits = 1;
  while (Math.fround(Number(value.toPrecision(digits))) !== value) digits += 1;
  return String(Number(value.toPrecision(digits)));
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
