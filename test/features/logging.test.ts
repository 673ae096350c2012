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
    "without options are the documents' for their release",
    (version) => {
      const release = { major: version.majorVersion, minor: version.minorVersion };
      expect(files(Logging.levels(), version)).toEqual({
        'log4j-console.properties': log4jConsole(DEFAULT_LOGGING, release),
      });
    },
  );

  test('all options reach the file', () => {
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

  test('the rolling file can be left out', () => {
    const model = { ...DEFAULT_LOGGING, rollingFile: false } as const;
    expect(files(Logging.levels({ rollingFile: false }))).toEqual({
      'log4j-console.properties': log4jConsole(model, { major: 1, minor: 20 }),
    });
  });

  test('the order of the loggers does not matter', () => {
    expect(files(Logging.levels({ loggers: { b: 'INFO', a: 'WARN' } }))).toEqual(
      files(Logging.levels({ loggers: { a: 'WARN', b: 'INFO' } })),
    );
  });

  test.each<[LoggingOptions, string, string]>([
    [{ rootLevel: 'WARNING' }, 'Logging.rootLevel', 'WARNING'],
    [{ loggers: { 'org.apache.flink': 'loud' } }, 'Logging.loggers.org.apache.flink', 'loud'],
    [{ loggers: { 'org.apache.*': 'INFO' } }, 'Logging.loggers', 'org.apache.*'],
    [{ loggers: { root: 'INFO' } }, 'Logging.loggers', 'root'],
    [{ pattern: '%m' }, 'Logging.pattern', '%m'],
    [{ pattern: '%pid %m%n', logback: true }, 'Logging.pattern', '%pid %m%n'],
    [{ maxFileSize: '100Mi' }, 'Logging.maxFileSize', '100Mi'],
    [{ maxFiles: 0 }, 'Logging.maxFiles', '0'],
    [{ maxFiles: 1.5 }, 'Logging.maxFiles', '1.5'],
    [{ maxFiles: NaN }, 'Logging.maxFiles', 'NaN'],
    [{ maxFiles: 22, logback: true }, 'Logging.maxFiles', '22'],
    [{ rollingFile: false, maxFiles: 3 }, 'Logging.maxFiles', '3'],
    [{ rollingFile: false, maxFileSize: '1MB' }, 'Logging.maxFileSize', '1MB'],
  ])('%j is one problem, with its property and value', (options, property, got) => {
    expect(problems(Logging.levels(options))).toEqual([
      {
        property,
        got,
        rule: expect.stringMatching(/^(?:must|has) .*[^.]$/),
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
  ])('%j is fine', (options) => {
    expect(Object.keys(files(Logging.levels(options)))[0]).toBe('log4j-console.properties');
  });

  test('all problems are told at once, in the order of the names', () => {
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

describe('json', () => {
  test('writes the JSON layout with the given levels', () => {
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

describe('text and files of the user', () => {
  test('are passed on as they are', () => {
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

  test('may come as bytes, which are checked too', () => {
    const bytes = (text: string) =>
      FlinkFile.fromBytes('log4j-console.properties', Buffer.from(text).toString('base64'));
    const file = bytes(OWN);
    expect(Logging.fromFiles(file).bind({ clusterName: 'flink', version: FlinkVersion.V1_20 }).files).toEqual([file]);
    expect(problems(Logging.fromFiles(bytes('log4j.rootLogger=INFO\n')))).toHaveLength(1);
  });

  test.each<[string, Logging, string, string, RegExp]>([
    ['an empty text', Logging.fromText(''), 'Logging.text', 'log4j-console.properties', /empty/],
    [
      'a text for log4j 1',
      Logging.fromText('log4j.rootLogger=INFO, x\n'),
      'Logging.text',
      'log4j-console.properties',
      /log4j 2/,
    ],
    [
      'a name that Flink does not start with',
      Logging.fromFiles(FlinkFile.fromText('log4j.properties', OWN)),
      'Logging.files',
      'log4j.properties',
      /named/,
    ],
    [
      'log4j text in the logback file',
      Logging.fromFiles(FlinkFile.fromText('logback-console.xml', OWN)),
      'Logging.files',
      'logback-console.xml',
      /XML/,
    ],
    [
      'a name given twice',
      Logging.fromFiles(
        FlinkFile.fromText('log4j-console.properties', OWN),
        FlinkFile.fromText('log4j-console.properties', OWN),
      ),
      'Logging.files',
      'log4j-console.properties',
      /twice/,
    ],
  ])('%s is a problem', (_, logging, property, got, rule) => {
    expect(problems(logging)).toEqual([{ property, got, rule: expect.stringMatching(rule), fix: expect.any(String) }]);
  });

  test('no file at all is a problem', () => {
    expect(problems(Logging.fromFiles())).toMatchObject([{ property: 'Logging.files', rule: 'must not be empty' }]);
  });
});
