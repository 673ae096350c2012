import { Duration, Size } from 'cdk8s';
import { rule, type Row } from './row';
import {
  Autoscaling,
  DeploymentMode,
  FlinkFile,
  type FlinkProblem,
  FlinkVersion,
  type IFlinkFeature,
  LocalDisk,
  Logging,
  type LoggingOptions,
  StateBackend,
} from '../../../src';

const CONTEXT = { clusterName: 'flink', version: FlinkVersion.V1_20 };
const OWN = 'rootLogger.level = WARN\n';

/** A cluster with these options of logging. */
function levels(options: LoggingOptions): any {
  return { logging: Logging.levels(options) };
}

function copiedProblems(transferThreads: number): FlinkProblem[] {
  const { problems = [] } = StateBackend.rocksDb({ transferThreads }).bind(CONTEXT);
  return problems.map((problem) => ({ ...problem }));
}

/** A feature of the user that adds nothing to another feature. */
function passingOn(feature: IFlinkFeature): IFlinkFeature {
  return { bind: (context) => ({ ...feature.bind(context) }) };
}

/** A cluster exactly as the client of Flink would create it. */
function parity(stateBackend: StateBackend): any {
  const memory = Size.gibibytes(2);
  const mode = DeploymentMode.native({ parity: true });
  return { mode, namespace: 'flink', jobManager: { memory }, taskManager: { memory }, stateBackend };
}

/** A cluster with these logging files. */
function files(...given: (readonly [name: string, text: string])[]): any {
  return { logging: Logging.fromFiles(...given.map(([name, text]) => FlinkFile.fromText(name, text))) };
}

/** A cluster with these options of the autoscaler. */
function autoscaling(options: object): any {
  return { mode: DeploymentMode.operator(), autoscaling: Autoscaling.enabled(options) };
}

/** Rows of options of features, which are reported under the same rules as other properties. */
export const FEATURE_OPTIONS: readonly Row[] = [
  ...rule('FLK-TYPE-01', {
    what: 'a missing option of a feature',
    bad: { localDisk: LocalDisk.ephemeralVolume({} as any) },
    at: 'localDisk.size',
    says: ['required'],
    good: { localDisk: LocalDisk.ephemeralVolume({ size: Size.gibibytes(1) }) },
  }),
  ...rule(
    'FLK-TYPE-02',
    {
      what: 'a number above the range of an option of a feature',
      bad: autoscaling({ utilizationTarget: 1.5 }),
      at: 'autoscaling.utilizationTarget',
      says: ['got 1.5;', 'a number from 0 to 1'],
      good: autoscaling({ utilizationTarget: 1 }),
    },
    {
      what: 'a string instead of a Duration in a feature',
      bad: autoscaling({ metricsWindow: '3m' }),
      at: 'autoscaling.metricsWindow',
      says: ['"3m"', 'a Duration'],
      good: autoscaling({ metricsWindow: Duration.minutes(3) }),
    },
    {
      what: 'a string instead of a boolean in a feature',
      bad: { logging: Logging.levels({ logback: 'no' as any }) },
      at: 'Logging.logback',
      says: ['"no"'],
      good: { logging: Logging.levels({ logback: false }) },
    },
    {
      what: 'an invalid option of a feature in native mode with parity',
      bad: parity(StateBackend.rocksDb({ transferThreads: 0 })),
      at: 'stateBackend.transferThreads',
      says: ['got 0;', 'from 1 to 1024'],
      good: parity(StateBackend.rocksDb({ transferThreads: 1 })),
    },
    {
      what: 'a number of log files that is not an integer',
      bad: levels({ maxFiles: 1.5 }),
      at: 'Logging.maxFiles',
      says: ['got 1.5;', 'an integer, at least 1'],
      good: levels({ maxFiles: 1 }),
    },
    {
      what: 'an invalid option of a feature that another feature passes on',
      bad: { features: [passingOn(StateBackend.rocksDb({ transferThreads: 0 }))] },
      at: 'stateBackend.transferThreads',
      says: ['got 0;', 'from 1 to 1024'],
      good: { features: [passingOn(StateBackend.rocksDb({ transferThreads: 1 }))] },
    },
  ),
  ...rule(
    'FLK-TYPE-03',
    {
      what: 'a misspelled option of a feature',
      bad: autoscaling({ utilisationTarget: 0.7 }),
      at: 'autoscaling.utilisationTarget',
      says: ['not a known property', 'use utilizationTarget'],
      good: autoscaling({ utilizationTarget: 0.7 }),
    },
    {
      what: 'a misspelled option of logging',
      bad: { logging: Logging.json({ rotLevel: 'WARN' } as any) },
      at: 'Logging.rotLevel',
      says: ['not a known property', 'use rootLevel'],
      good: { logging: Logging.json({ rootLevel: 'WARN' }) },
    },
  ),
  ...rule('FLK-FEAT-04', {
    what: 'a copy of a problem of this library, which has no rule',
    bad: { features: [{ bind: () => ({ problems: copiedProblems(0) }) }] },
    at: 'stateBackend.transferThreads',
    says: ['got "0";', 'from 1 to 1024'],
    good: { features: [{ bind: () => ({ problems: copiedProblems(1) }) }] },
  }),
  ...rule('FLK-FEAT-05', {
    what: 'the separator in an item of a list',
    bad: autoscaling({ excludedPeriods: ['9:30-11:30', 'a;b'] }),
    at: 'autoscaling.excludedPeriods[1]',
    says: ['"a;b"', 'separates items by ;', 'one item for each'],
    good: autoscaling({ excludedPeriods: ['9:30-11:30', '12:30-13:30'] }),
  }),
  ...rule(
    'FLK-LOG-01',
    {
      what: 'an unknown root level',
      bad: levels({ rootLevel: 'WARNING' }),
      at: 'Logging.rootLevel',
      says: ['"WARNING"', 'not a log level', 'use OFF, FATAL, ERROR, WARN'],
      good: levels({ rootLevel: 'Warn' }),
    },
    {
      what: 'an unknown level of a logger',
      bad: levels({ loggers: { 'org.apache.flink': 'loud' } }),
      at: 'Logging.loggers.org.apache.flink',
      says: ['"loud"', 'not a log level'],
      good: levels({ loggers: { 'org.apache.flink': 'debug' } }),
    },
  ),
  ...rule(
    'FLK-LOG-02',
    {
      what: 'a wildcard in the name of a logger',
      bad: levels({ loggers: { 'org.apache.*': 'INFO' } }),
      at: 'Logging.loggers',
      says: ['"org.apache.*"', 'not the name of a logger', 'without wildcards'],
      good: levels({ loggers: { 'org.apache': 'INFO' } }),
    },
    {
      what: 'the root logger among the loggers',
      bad: levels({ loggers: { root: 'INFO' } }),
      at: 'Logging.loggers',
      says: ['"root"', 'rootLevel'],
      good: levels({ rootLevel: 'INFO' }),
    },
  ),
  ...rule(
    'FLK-LOG-03',
    {
      what: 'a pattern without a line break',
      bad: levels({ pattern: '%m' }),
      at: 'Logging.pattern',
      says: ['"%m"', 'not a pattern', 'must end each event with a line break', 'use, for example, %d{yyyy-MM-dd'],
      good: levels({ pattern: '%m%n' }),
    },
    {
      what: 'an empty pattern',
      bad: levels({ pattern: '' }),
      at: 'Logging.pattern',
      says: ['""', 'must not be empty'],
      good: levels({ pattern: '%n' }),
    },
  ),
  ...rule('FLK-LOG-04', {
    what: 'a pattern for JSON',
    bad: { logging: Logging.json({ pattern: '%m%n' }) },
    at: 'Logging.pattern',
    says: ['"%m%n"', 'no effect on JSON', 'Logging.levels()'],
    good: levels({ pattern: '%m%n' }),
  }),
  ...rule('FLK-LOG-05', {
    what: 'a pattern that logback does not support',
    bad: levels({ pattern: '%pid %m%n', logback: true }),
    at: 'Logging.pattern',
    says: ['"%pid %m%n"', 'logback does not support %pid', 'Logging.fromFiles()'],
    good: levels({ pattern: '%pid %m%n' }),
  }),
  ...rule('FLK-LOG-06', {
    what: 'the size of a log file in another unit',
    bad: levels({ maxFileSize: '100Mi' }),
    at: 'Logging.maxFileSize',
    says: ['"100Mi"', 'not the size of a log file', 'KB, MB or GB'],
    good: levels({ maxFileSize: '100mb' }),
  }),
  ...rule(
    'FLK-LOG-07',
    {
      what: 'a number of files without the rolling file',
      bad: levels({ rollingFile: false, maxFiles: 3 }),
      at: 'Logging.maxFiles',
      says: ['got 3;', 'no effect without the rolling file', 'remove rollingFile'],
      good: levels({ maxFiles: 3 }),
    },
    {
      what: 'a size without the rolling file',
      bad: levels({ rollingFile: false, maxFileSize: '1MB' }),
      at: 'Logging.maxFileSize',
      says: ['"1MB"', 'no effect'],
      good: levels({ rollingFile: true, maxFileSize: '1MB' }),
    },
  ),
  ...rule('FLK-LOG-08', {
    what: 'more files than logback keeps',
    bad: levels({ maxFiles: 22, logback: true }),
    at: 'Logging.maxFiles',
    says: ['got 22;', 'logback keeps at most 21', 'at most 21'],
    good: levels({ maxFiles: 21, logback: true }),
  }),
  ...rule('FLK-LOG-09', {
    what: 'no logging files',
    bad: files(),
    at: 'Logging.files',
    says: ['there is no file', 'add log4j-console.properties or logback-console.xml'],
    good: files(['log4j-console.properties', OWN]),
  }),
  ...rule('FLK-LOG-10', {
    what: 'a logging file with another name',
    bad: files(['log4j.properties', OWN]),
    at: 'Logging.files',
    says: ['"log4j.properties"', 'does not read', 'log4j-console.properties or logback-console.xml'],
    good: files(['log4j-console.properties', OWN]),
  }),
  ...rule('FLK-LOG-11', {
    what: 'two logging files with the same name',
    bad: files(['log4j-console.properties', OWN], ['log4j-console.properties', OWN]),
    at: 'Logging.files',
    says: ['"log4j-console.properties"', 'two logging files', 'keep one'],
    good: files(
      ['log4j-console.properties', OWN],
      ['logback-console.xml', '<configuration><root level="WARN"/></configuration>'],
    ),
  }),
  ...rule(
    'FLK-LOG-12',
    {
      what: 'a logging file for log4j 1',
      bad: { logging: Logging.fromText('log4j.rootLogger=INFO, x\n') },
      at: 'Logging.text',
      says: ['"log4j-console.properties"', 'not as intended', 'must use the syntax of log4j 2', 'correct the file'],
      good: { logging: Logging.fromText(OWN) },
    },
    {
      what: 'an empty logging file',
      bad: { logging: Logging.fromText('') },
      at: 'Logging.text',
      says: ['must not be empty'],
      good: { logging: Logging.fromText(OWN) },
    },
  ),
];
