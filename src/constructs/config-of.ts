import { type Construct } from 'constructs';
import { type FlinkConfigMap } from './config-map';
import { MISSING_CONFIGURATION } from '../assembly/part-rules';
import { message, type Problem, withPath } from '../validation/problem';

/** The configuration that a part was given; without one there is no cluster to report to, so this is where a constructor throws. */
export function configOf(part: Construct, props: unknown): FlinkConfigMap {
  const config = given(props);
  if (typeof config !== 'object' || config === null || !('_assembly' in config)) {
    const problem: Problem = {
      rule: MISSING_CONFIGURATION,
      part: 'cluster',
      property: 'config',
      got: config,
      facts: {},
    };
    throw new Error(withPath(message(problem), part.node.path));
  }
  return config as FlinkConfigMap;
}

function given(props: unknown): unknown {
  try {
    return (props as { config?: unknown } | undefined)?.config;
  } catch {
    // A getter that throws gives none.
    return undefined;
  }
}
