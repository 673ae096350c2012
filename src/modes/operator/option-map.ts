import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type OperatorRelease } from '../../operator-rules/operator-release';

type Option = readonly [key: string, text: string];

/** Options as a resource holds them: nested maps from operator 1.13 on, and one flat map of texts before, which is all that older ones read. */
export function optionMap(options: readonly Option[], release: OperatorRelease): ManifestJson {
  const latest = new Map(options);
  return release.can('nestsOptions') ? nested([...latest]) : Object.fromEntries(latest);
}

/** A node of a tree is a text or a map, so what continues a key that has a value of its own stays in one piece. */
function nested(options: readonly Option[]): ManifestJson {
  const leaves = new Set(options.map(([key]) => key));
  const texts: Option[] = [];
  const branches = new Map<string, Option[]>();
  for (const [key, text] of options) {
    const [first, ...rest] = key.split('.') as [string, ...string[]];
    if (rest.length === 0 || leaves.has(first)) texts.push([key, text]);
    else branches.set(first, [...(branches.get(first) ?? []), [rest.join('.'), text]]);
  }
  return Object.fromEntries([
    ...texts,
    ...[...branches].map(([first, below]): readonly [string, ManifestJson] => [first, nested(below)]),
  ]);
}
