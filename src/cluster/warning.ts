export type { FlinkWarning } from '../model/warning';
