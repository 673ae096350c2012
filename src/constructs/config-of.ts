import { type Construct } from 'constructs';
import { type FlinkConfigMap } from './config-map';
import { MISSING_CONFIGURATION } from '../assembly/part-rules';
import { message, type Problem, withPath } from '../validation/problem';

/**
 * Returns the configuration of a part. Throws if there is none, because then there is no cluster to report the error
 * for.
 */
export function configOf(part: Construct, props: unknown): FlinkConfigMap {
  const config = configIn(props);
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

function configIn(props: unknown): unknown {
  try {
    return (props as { config?: unknown } | undefined)?.config;
  } catch {
    // A getter that throws is treated as a missing property.
    return undefined;
  }
}
