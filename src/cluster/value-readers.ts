import { type DeploymentMode } from './deployment-mode';
import { type FlinkVersion } from '../configuration/flink-version';
import { having } from '../validation/readers';

/** Readers of the values that several constructs take. */

export const flinkVersion = having<FlinkVersion>(
  'a FlinkVersion, such as FlinkVersion.V1_20',
  'releaseLine',
  '_isAtLeast()',
);

export const deploymentMode = having<DeploymentMode>(
  'a DeploymentMode, such as DeploymentMode.standalone()',
  '_mode',
  'load()',
);
