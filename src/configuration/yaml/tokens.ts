import type { CST } from 'yaml';

/** A token of the syntax tree without children. */
export interface Leaf {
  readonly type: string;
  source: string;
  readonly offset: number;
}

type Visit = (leaf: Leaf, isInFlow: boolean) => void;

function visitItem({ start, key, sep, value }: CST.CollectionItem, visit: Visit, isInFlow: boolean): void {
  start.forEach((token) => visit(token, isInFlow));
  visitToken(key, visit, isInFlow);
  sep?.forEach((token) => visit(token, isInFlow));
  visitToken(value, visit, isInFlow);
}

/** Visits the tokens of a tree in the order of the text. */
export function visitToken(token: CST.Token | null | undefined, visit: Visit, isInFlow = false): void {
  if (token === null || token === undefined) return;
  switch (token.type) {
    case 'document':
      token.start.forEach((start) => visit(start, isInFlow));
      visitToken(token.value, visit);
      break;
    case 'block-map':
    case 'block-seq':
      token.items.forEach((item) => visitItem(item, visit, isInFlow));
      break;
    case 'flow-collection':
      visit(token.start, true);
      token.items.forEach((item) => visitItem(item, visit, true));
      break;
    case 'block-scalar':
      token.props.forEach((prop) => visitToken(prop, visit));
      visit(token, false);
      break;
    default:
      visit(token, isInFlow);
  }
  if ('end' in token) token.end?.forEach((end) => visit(end, isInFlow));
}
