import {
  IGNORED_TEMPLATE_METADATA,
  INGRESS_OF_EACH_COLOUR,
  INVALID_BLUE_GREEN_DURATION,
  MISSING_TEMPLATE,
  TRANSITION_WITHOUT_SAVEPOINT_DIR,
} from './blue-green-rules';
import { type BlueGreenContext, childContext } from './context';
import { INGRESS_RUNTIME_STEPS, ingressOf } from './ingress-rules';
import { NO_ROOM_FOR_COLOUR } from './object-rules';
import { forEach, type Order } from '../operator-rule';

/** Blue/green deployments have no validator. The rules for their clusters are those of a FlinkDeployment. */
export const BLUE_GREEN_ORDER: Order<BlueGreenContext> = [
  [
    NO_ROOM_FOR_COLOUR,
    INVALID_BLUE_GREEN_DURATION,
    forEach(ingressOf, INGRESS_RUNTIME_STEPS),
    IGNORED_TEMPLATE_METADATA,
    MISSING_TEMPLATE,
    forEach(
      (context) => [childContext(context)].filter((child) => child !== undefined),
      [TRANSITION_WITHOUT_SAVEPOINT_DIR, INGRESS_OF_EACH_COLOUR],
    ),
  ],
];
