import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type OperatorRelease } from '../../operator-rules/operator-release';

type Option = readonly [key: string, text: string];

/** Options as in a resource: nested maps since operator 1.13, and before a flat map of strings. */
export function optionMap(options: readonly Option[], release: OperatorRelease): ManifestJson {
  const latest = new Map(options);
  return release.can('nestsOptions') ? nested([...latest]) : Object.fromEntries(latest);
}

/** A node of the tree is a string or a map, so a key remains whole below a key that has a value. */
function nested(options: readonly Option[]): ManifestJson {
  const leaves = new Set(options.map(([key]) => key));
  const strings: Option[] = [];
  const branches = new Map<string, Option[]>();
  for (const [key, text] of options) {
    const [first, ...rest] = key.split('.') as [string, ...string[]];
    if (rest.length === 0 || leaves.has(first)) strings.push([key, text]);
    else branches.set(first, [...(branches.get(first) ?? []), [rest.join('.'), text]]);
  }
  return Object.fromEntries([
    ...strings,
    ...[...branches].map(([first, below]): readonly [string, ManifestJson] => [first, nested(below)]),
  ]);
}
