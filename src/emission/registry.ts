import { ApiObject, Chart } from 'cdk8s';
import { type Construct, type IConstruct } from 'constructs';
import { defineRule, Sources } from '../validation/rule';

export const DUPLICATE_OBJECT = defineRule({
  id: 'FLK-NAME-04',
  severity: 'error',
  rule: '{kind} {name} is created twice, by {other} and by {own}',
  fix: 'use different names or namespaces for the clusters',
  source: Sources.LIBRARY,
});

/** Two constructs of one Chart that would write the same object. */
export interface Clash {
  readonly kind: string;
  readonly name: string;
  readonly other: string;
}

/** The name conflicts in a chart; valid while the chart has the same number of constructs. */
interface Index {
  readonly size: number;
  readonly clashes: ReadonlyMap<IConstruct, Clash>;
}

const INDEX = Symbol.for('cdk8s-flink.registry');
type Indexed = Chart & { [INDEX]?: Index };

/**
 * Looks for objects with the same name in the Chart of a construct at every validation, once for all clusters in the
 * Chart: cdk8s validates a Chart before its children. Charts are not compared with each other, because they often
 * belong to different Kubernetes clusters.
 */
export function watchNames(construct: Construct): void {
  const chart = Chart.of(construct) as Indexed;
  if (chart[INDEX] === undefined) {
    Object.defineProperty(chart, INDEX, { value: { size: 0, clashes: new Map() }, writable: true, enumerable: false });
    chart.node.addValidation({ validate: () => (refresh(chart), []) });
  }
}

/** Finds the first object below a construct that another construct of the Chart creates, too. */
export function findClash(construct: Construct): Clash | undefined {
  const chart = Chart.of(construct) as Indexed;
  if (chart[INDEX]!.size === 0) {
    // A part in another Chart than its cluster is checked before its own Chart is validated.
    refresh(chart);
  }
  const { clashes } = chart[INDEX]!;
  const child = clashes.size === 0 ? undefined : construct.node.findAll().find((candidate) => clashes.has(candidate));
  return child === undefined ? undefined : clashes.get(child);
}

function refresh(chart: Indexed): void {
  const all = chart.node.findAll();
  if (chart[INDEX]!.size !== all.length) {
    chart[INDEX] = { size: all.length, clashes: clashesAmong(chart, all) };
  }
}

function clashesAmong(chart: Chart, constructs: readonly IConstruct[]): Map<IConstruct, Clash> {
  const first = new Map<string, ApiObject>();
  const clashes = new Map<IConstruct, Clash>();
  for (const construct of constructs) {
    if (!ApiObject.isApiObject(construct) || construct.chart !== chart) {
      continue;
    }
    const {
      kind,
      name,
      apiGroup,
      metadata: { namespace },
    } = construct;
    const key = `${apiGroup}/${kind}/${namespace ?? ''}/${name}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, construct);
    } else {
      clashes.set(construct, { kind, name, other: other.node.path });
      if (!clashes.has(other)) {
        clashes.set(other, { kind, name, other: construct.node.path });
      }
    }
  }
  return clashes;
}
