import { FlinkVersion } from '../../src/configuration/flink-version';
import { log4jConsole } from '../../src/configuration/logging/log4j';
import { logbackConsole } from '../../src/configuration/logging/logback';
import { DEFAULT_LOGGING } from '../../src/configuration/logging/model';
import { Logging, type LoggingOptions } from '../../src/features/logging';
import { FlinkFile } from '../../src/props/flink-file';
import { type FlinkProblem } from '../../src/props/flink-problem';

const OWN = 'rootLogger.level = WARN\n';
const OWN_XML = '<configuration><root level="WARN"/></configuration>';

function files(logging: Logging, version = FlinkVersion.V1_20): { [name: string]: string } {
  const contribution = logging.bind({ clusterName: 'flink', version });
  expect(contribution.problems).toBeUndefined();
  return Object.fromEntries(contribution.files!.map((file) => [file.name, file._text!]));
}

function problems(logging: Logging): FlinkProblem[] {
  const contribution = logging.bind({ clusterName: 'flink', version: FlinkVersion.V1_20 });
  expect(contribution.files).toBeUndefined();
  return contribution.problems!;
}

describe('levels', () => {
  test.each([FlinkVersion.V1_11, FlinkVersion.V1_18, FlinkVersion.of('2.2.1')])(
    'without options are the documented ones of the release',
    (version) => {
      const release = { major: version.majorVersion, minor: version.minorVersion };
      expect(files(Logging.levels(), version)).toEqual({
        'log4j-console.properties': log4jConsole(DEFAULT_LOGGING, release),
      });
    },
  );

  test('have all options in the file', () => {
    const options = {
      rootLevel: 'warn',
      loggers: { 'org.apache.flink': 'debug' },
      pattern: '%p %m%n',
      rollingFile: true,
      maxFileSize: '5mb',
      maxFiles: 2,
      logback: true,
    } satisfies Required<LoggingOptions>;
    const model = {
      rootLevel: 'WARN',
      loggers: new Map([['org.apache.flink', 'DEBUG']]),
      layout: 'pattern',
      pattern: '%p %m%n',
      rollingFile: { maxFileSize: '5MB', maxFiles: 2 },
    } as const;
    expect(files(Logging.levels(options))).toEqual({
      'log4j-console.properties': log4jConsole(model, { major: 1, minor: 20 }),
      'logback-console.xml': logbackConsole(model, { major: 1, minor: 20 }),
    });
  });

  test('can have no rolling file', () => {
    const model = { ...DEFAULT_LOGGING, rollingFile: false } as const;
    expect(files(Logging.levels({ rollingFile: false }))).toEqual({
      'log4j-console.properties': log4jConsole(model, { major: 1, minor: 20 }),
    });
  });

  test('do not depend on the order of the loggers', () => {
    expect(files(Logging.levels({ loggers: { b: 'INFO', a: 'WARN' } }))).toEqual(
      files(Logging.levels({ loggers: { a: 'WARN', b: 'INFO' } })),
    );
  });

  test.each<{ options: LoggingOptions; property: string; got: string }>([
    { options: { rootLevel: 'WARNING' }, property: 'Logging.rootLevel', got: 'WARNING' },
    { options: { loggers: { 'org.apache.flink': 'loud' } }, property: 'Logging.loggers.org.apache.flink', got: 'loud' },
    { options: { loggers: { 'org.apache.*': 'INFO' } }, property: 'Logging.loggers', got: 'org.apache.*' },
    { options: { loggers: { root: 'INFO' } }, property: 'Logging.loggers', got: 'root' },
    { options: { pattern: '%m' }, property: 'Logging.pattern', got: '%m' },
    { options: { pattern: '%pid %m%n', logback: true }, property: 'Logging.pattern', got: '%pid %m%n' },
    { options: { maxFileSize: '100Mi' }, property: 'Logging.maxFileSize', got: '100Mi' },
    { options: { maxFiles: 0 }, property: 'Logging.maxFiles', got: '0' },
    { options: { maxFiles: 1.5 }, property: 'Logging.maxFiles', got: '1.5' },
    { options: { maxFiles: NaN }, property: 'Logging.maxFiles', got: 'NaN' },
    { options: { maxFiles: 22, logback: true }, property: 'Logging.maxFiles', got: '22' },
    { options: { rollingFile: false, maxFiles: 3 }, property: 'Logging.maxFiles', got: '3' },
    { options: { rollingFile: false, maxFileSize: '1MB' }, property: 'Logging.maxFileSize', got: '1MB' },
  ])('report one problem for $options, with its property and value', ({ options, property, got }) => {
    expect(problems(Logging.levels(options))).toEqual([
      {
        property,
        got,
        rule: expect.stringMatching(/^[a-zA-Z].*[^.]$/),
        fix: expect.stringMatching(/^[a-z].*[^.]$/),
      },
    ]);
  });

  test.each<LoggingOptions>([
    { rootLevel: 'Warn' },
    { loggers: { 'org.apache': 'INFO' } },
    { pattern: '%pid %m%n' },
    { maxFileSize: '100mb' },
    { maxFiles: 1 },
    { maxFiles: 21, logback: true },
    { maxFiles: 22 },
    { rollingFile: false },
    { logback: false },
  ])('accept %j', (options) => {
    expect(Object.keys(files(Logging.levels(options)))[0]).toBe('log4j-console.properties');
  });

  test('report all problems together, in the order of the names', () => {
    const found = problems(
      Logging.levels({ rootLevel: 'x', loggers: { b: 'y', a: 'z' }, pattern: '', maxFileSize: '', maxFiles: -1 }),
    );
    expect(found.map((problem) => problem.property)).toEqual([
      'Logging.pattern',
      'Logging.rootLevel',
      'Logging.loggers.a',
      'Logging.loggers.b',
      'Logging.maxFileSize',
      'Logging.maxFiles',
    ]);
  });
});

describe('JSON', () => {
  test('is a layout with the given levels', () => {
    const model = { ...DEFAULT_LOGGING, layout: 'json', rootLevel: 'DEBUG' } as const;
    expect(files(Logging.json({ rootLevel: 'DEBUG', logback: true }))).toEqual({
      'log4j-console.properties': log4jConsole(model, { major: 1, minor: 20 }),
      'logback-console.xml': logbackConsole(model, { major: 1, minor: 20 }),
    });
  });

  test('refuses a pattern, which it would not use', () => {
    expect(problems(Logging.json({ pattern: '%m%n' }))).toMatchObject([
      { property: 'Logging.pattern', rule: expect.stringContaining('no effect') },
    ]);
  });
});

describe('logging files of the user', () => {
  test('are written unchanged', () => {
    expect(files(Logging.fromText(OWN))).toEqual({ 'log4j-console.properties': OWN });
    expect(
      files(
        Logging.fromFiles(
          FlinkFile.fromText('logback-console.xml', OWN_XML),
          FlinkFile.fromText('log4j-console.properties', OWN),
        ),
      ),
    ).toEqual({ 'logback-console.xml': OWN_XML, 'log4j-console.properties': OWN });
  });

  test('can be bytes, which are checked, too', () => {
    const bytes = (text: string) =>
      FlinkFile.fromBytes('log4j-console.properties', Buffer.from(text).toString('base64'));
    const file = bytes(OWN);
    expect(Logging.fromFiles(file).bind({ clusterName: 'flink', version: FlinkVersion.V1_20 }).files).toEqual([file]);
    expect(problems(Logging.fromFiles(bytes('log4j.rootLogger=INFO\n')))).toHaveLength(1);
  });

  test.each<{ what: string; logging: Logging; property: string; got: string; rule: RegExp }>([
    {
      what: 'an empty string',
      logging: Logging.fromText(''),
      property: 'Logging.text',
      got: 'log4j-console.properties',
      rule: /empty/,
    },
    {
      what: 'a file for log4j 1',
      logging: Logging.fromText('log4j.rootLogger=INFO, x\n'),
      property: 'Logging.text',
      got: 'log4j-console.properties',
      rule: /log4j 2/,
    },
    {
      what: 'a file name that Flink does not use',
      logging: Logging.fromFiles(FlinkFile.fromText('log4j.properties', OWN)),
      property: 'Logging.files',
      got: 'log4j.properties',
      rule: /with this name/,
    },
    {
      what: 'a log4j file with the name of the logback file',
      logging: Logging.fromFiles(FlinkFile.fromText('logback-console.xml', OWN)),
      property: 'Logging.files',
      got: 'logback-console.xml',
      rule: /XML/,
    },
    {
      what: 'a duplicate file name',
      logging: Logging.fromFiles(
        FlinkFile.fromText('log4j-console.properties', OWN),
        FlinkFile.fromText('log4j-console.properties', OWN),
      ),
      property: 'Logging.files',
      got: 'log4j-console.properties',
      rule: /two logging files/,
    },
  ])('$what is reported', ({ logging, property, got, rule }) => {
    expect(problems(logging)).toEqual([{ property, got, rule: expect.stringMatching(rule), fix: expect.any(String) }]);
  });

  test('a missing list of files is reported', () => {
    expect(problems(Logging.fromFiles())).toMatchObject([{ property: 'Logging.files', rule: 'there is no file' }]);
  });
});
