import { CLIENT } from './sources';
import { defineRule, Sources } from '../../../validation/rule';

/** Rules about files on the disk of Flink's client, which are reported while they are read. */

export const UNREADABLE_CONFIGURATION = defineRule({
  id: 'FLK-NAT-02',
  severity: 'error',
  rule: 'Flink cannot read this file: {detail}',
  fix: 'correct the file',
  source: Sources.FLINK,
});

export const UNKNOWN_CLIENT_FILE = defineRule({
  id: 'FLK-NAT-04',
  severity: 'error',
  rule: "Flink's client would read this file, and its content is not known at synthesis",
  fix: 'pass the file under this path: DeploymentMode.native({ clientFiles: … })',
  source: CLIENT,
});
