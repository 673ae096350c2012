import { CATALOGUE, CONFIGURATION, FILES, SCALE, SERVICES } from './configuration';
import { FEATURE_OPTIONS } from './features';
import { HIGH_AVAILABILITY } from './high-availability';
import { JOBS } from './jobs';
import { MOUNTS } from './mounts';
import { IMAGES, LABELS, NAMES } from './names';
import { NATIVE } from './native';
import { OBJECT_SIZES } from './object-sizes';
import { OPERATOR_MODE } from './operator-mode';
import { FEATURES, PARTS, TEXTS, TYPES } from './parts';
import { ENVIRONMENT, PODS, PORTS_AND_RESOURCES, VOLUMES } from './pods';
import { type Row } from './row';
import { ACCOUNTS, CREDENTIALS, FILE_SYSTEMS } from './secrets';
import { STATE } from './state';

/** Every row of a rule that a cluster can break. */
export const ROWS: readonly Row[] = [
  ...NAMES,
  ...LABELS,
  ...IMAGES,
  ...CONFIGURATION,
  ...CATALOGUE,
  ...SCALE,
  ...FILES,
  ...OBJECT_SIZES,
  ...SERVICES,
  ...ENVIRONMENT,
  ...PODS,
  ...PORTS_AND_RESOURCES,
  ...VOLUMES,
  ...HIGH_AVAILABILITY,
  ...STATE,
  ...JOBS,
  ...MOUNTS,
  ...CREDENTIALS,
  ...FILE_SYSTEMS,
  ...ACCOUNTS,
  ...NATIVE,
  ...OPERATOR_MODE,
  ...PARTS,
  ...FEATURES,
  ...FEATURE_OPTIONS,
  ...TYPES,
  ...TEXTS,
];
