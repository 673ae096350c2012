import { type SnapshotContext } from './context';
import { CHECKPOINT_ON_REQUEST, checkpointOfSnapshot } from './flink-version-rules';
import { INVALID_OBJECT_NAME } from './object-rules';
import {
  EXISTING_SAVEPOINT_WITHOUT_PATH,
  MISSING_JOB_REFERENCE,
  NOT_ONE_KIND_OF_SNAPSHOT,
  NULL_ALREADY_EXISTS,
  SAVEPOINT_WITHOUT_LOCATION,
  UNKNOWN_JOB,
} from './snapshot-rules';
import { forEach, type Order } from '../operator-rule';

export const SNAPSHOT_ORDER: Order<SnapshotContext> = [
  [NOT_ONE_KIND_OF_SNAPSHOT, NULL_ALREADY_EXISTS, MISSING_JOB_REFERENCE, UNKNOWN_JOB],
  // From here on, errors at run time.
  [
    INVALID_OBJECT_NAME,
    EXISTING_SAVEPOINT_WITHOUT_PATH,
    forEach(checkpointOfSnapshot, [CHECKPOINT_ON_REQUEST]),
    SAVEPOINT_WITHOUT_LOCATION,
  ],
];
