import { type ClusterContext, type ClusterRule, clusterRule, sharedAnalysis } from './cluster-rule';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { textHazard, type TextHazardKind } from '../kubernetes/text';
import { join } from '../readers/reader';
import { type Finding } from '../validation/check';
import { type Part, type Report } from '../validation/problem';
import { type Rule } from '../validation/rule';

/** Rules about strings that Kubernetes would read differently from what was written. */

const SOURCE = 'YAML readers of Kubernetes';

type HazardKind = TextHazardKind | 'mergeKey';

/** A string, or a key, that would not reach Kubernetes unchanged. */
interface Hazard {
  readonly kind: HazardKind;
  readonly property: string;
  readonly got: string;
  readonly facts: { readonly character: string; readonly number: string };
}

type HazardFact = keyof Hazard['facts'];

/** The hazards in everything of a cluster that is not part of a pod; nearly always none. */
const hazardsOf = sharedAnalysis(({ cluster }): readonly (Hazard & { readonly part: Part })[] => {
  const { annotations, labels, manifests, namespace, queryableState, restService } = cluster;
  const texts: [value: unknown, property: string, part: Part][] = [
    [namespace, 'namespace', 'cluster'],
    [labels, 'labels', 'cluster'],
    [annotations, 'annotations', 'cluster'],
    [restService.annotations, 'restAccess.annotations', 'jobManager'],
    [queryableState?.annotations, 'queryableState.annotations', 'taskManager'],
  ];
  manifests.forEach(({ kind, name, fields }) => texts.push([fields, `${kind}.${name}`, 'cluster']));
  return texts.flatMap(([value, property, part]) => hazardsIn(value, property).map((hazard) => ({ ...hazard, part })));
});

function findHazards(kind: HazardKind): (context: ClusterContext, report: Finding<HazardFact>) => void {
  return (context, report) =>
    hazardsOf(context)
      .filter((hazard) => hazard.kind === kind)
      .forEach(({ part, property, got, facts }) => report.on(part)(property, got, facts));
}

export const READ_AS_NUMBER = clusterRule({
  id: 'FLK-TEXT-01',
  severity: 'error',
  rule: 'Kubernetes reads this string in YAML as the number {number}',
  fix: 'write the number in decimal notation, or add a letter',
  source: SOURCE,
  find: findHazards('number'),
});

export const LINE_SEPARATOR = clusterRule({
  id: 'FLK-TEXT-02',
  severity: 'error',
  rule: 'Kubernetes reads the line separator {character} in YAML as a space or a line break',
  fix: 'use a line feed, or remove the character',
  source: SOURCE,
  find: findHazards('lineSeparator'),
});

export const CONTROL_CHARACTER = clusterRule({
  id: 'FLK-TEXT-03',
  severity: 'error',
  rule: 'Kubernetes rejects YAML with the control character {character}',
  fix: 'remove the character',
  source: SOURCE,
  find: findHazards('controlCharacter'),
});

export const BYTE_ORDER_MARK = clusterRule({
  id: 'FLK-TEXT-04',
  severity: 'error',
  rule: 'Kubernetes misreads YAML with a byte order mark ({character}) at certain offsets',
  fix: 'remove the byte order mark',
  source: SOURCE,
  find: findHazards('byteOrderMark'),
});

export const LONE_SURROGATE = clusterRule({
  id: 'FLK-TEXT-05',
  severity: 'error',
  rule: 'half of a surrogate pair ({character}) is not a character and would be replaced by U+FFFD',
  fix: 'write the whole pair, or remove the half',
  source: SOURCE,
  find: findHazards('loneSurrogate'),
});

export const LEADING_TAB = clusterRule({
  id: 'FLK-TEXT-06',
  severity: 'error',
  rule: 'Kubernetes rejects YAML in which the first non-empty line of a string starts with a tab',
  fix: 'start the line with a space or another character',
  source: SOURCE,
  find: findHazards('leadingTab'),
});

export const ONLY_WHITESPACE = clusterRule({
  id: 'FLK-TEXT-07',
  severity: 'error',
  rule: 'Kubernetes loses whitespace of a string with several lines of only whitespace',
  fix: 'remove the whitespace, or add another character',
  source: SOURCE,
  find: findHazards('onlyWhitespace'),
});

export const LINE_OF_ONE_SPACE = clusterRule({
  id: 'FLK-TEXT-08',
  severity: 'error',
  rule: 'cdk8s writes a backslash into a line of a single space',
  fix: 'remove the space, or use two spaces',
  source: 'YAML writer of cdk8s',
  find: findHazards('lineOfOneSpace'),
});

export const MERGE_KEY = clusterRule({
  id: 'FLK-TEXT-09',
  severity: 'error',
  rule: 'YAML readers take the key << as an instruction to merge another map',
  fix: 'use another key',
  source: SOURCE,
  find: findHazards('mergeKey'),
});

const RULE_OF_KIND: { readonly [kind in HazardKind]: ClusterRule & Rule<HazardFact> } = {
  number: READ_AS_NUMBER,
  lineSeparator: LINE_SEPARATOR,
  controlCharacter: CONTROL_CHARACTER,
  byteOrderMark: BYTE_ORDER_MARK,
  loneSurrogate: LONE_SURROGATE,
  leadingTab: LEADING_TAB,
  onlyWhitespace: ONLY_WHITESPACE,
  lineOfOneSpace: LINE_OF_ONE_SPACE,
  mergeKey: MERGE_KEY,
};

export const TEXT_RULES: readonly ClusterRule[] = Object.values(RULE_OF_KIND);

/** Reports the hazards in a part of a finished pod. */
export function checkTexts(value: unknown, property: string, report: Report): void {
  for (const { kind, property: at, got, facts } of hazardsIn(value, property)) {
    report(RULE_OF_KIND[kind], at, got, facts);
  }
}

function hazardsIn(value: unknown, property: string): Hazard[] {
  // Nearly always there is nothing to report, so no paths are needed.
  if (!hasHazard(value)) {
    return [];
  }
  if (typeof value === 'string') {
    return hazardOf(value, property);
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => hazardsIn(item, `${property}[${index}]`));
  }
  return Object.entries(value as ManifestJson).flatMap(([key, item]) => {
    const at = join(property, key);
    return [...(key === '<<' ? [newHazard('mergeKey', at, key)] : hazardOf(key, at)), ...hazardsIn(item, at)];
  });
}

function hazardOf(text: string, property: string): Hazard[] {
  const { kind, codePoint, number } = textHazard(text) ?? {};
  return kind === undefined ? [] : [newHazard(kind, property, text, { character: codePoint, number })];
}

function newHazard(
  kind: HazardKind,
  property: string,
  got: string,
  { character = '', number = '' }: Partial<Hazard['facts']> = {},
): Hazard {
  return { kind, property, got, facts: { character, number } };
}

function hasHazard(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && textHazard(value) !== undefined;
  }
  return (
    Object.values(value).some(hasHazard) ||
    (!Array.isArray(value) && Object.keys(value).some((key) => key === '<<' || textHazard(key) !== undefined))
  );
}
