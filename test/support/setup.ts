import { WarningLog } from '../../src/validation/warning-log';

// Tests read warnings as data; printed blocks would hide what Jest reports.
WarningLog.defaultSink = () => undefined;
