import fc from 'fast-check';
import { DOCUMENTED, DOCUMENTED_PATTERN, parseProperties, release } from './documented';
import { log4jConsole } from '../../../src/configuration/logging/log4j';
import { DEFAULT_LOGGING, type LoggingModel } from '../../../src/configuration/logging/model';

const V1_20 = release('1.20');

function pairs(model: Partial<LoggingModel> = {}, line = '1.20'): Map<string, string> {
  return parseProperties(log4jConsole({ ...DEFAULT_LOGGING, ...model }, release(line)));
}

/** The level of each logger name, after log4j has combined the ids. */
function levelsByName(settings: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...settings].filter(([key]) => /^logger\.[^.]+\.name$/.test(key));
  expect(new Set(names.map(([, name]) => name)).size).toBe(names.length);
  return new Map(names.map(([key, name]) => [name, settings.get(key.replace(/\.name$/, '.level'))!]));
}

describe('the default file', () => {
  test.each(DOCUMENTED)('of Flink %s sets exactly what the documented ConfigMap sets', (line, documented) => {
    expect(Object.fromEntries(pairs({}, line))).toEqual(documented);
  });

  test('of a release after the newest known one is that of the newest', () => {
    expect(log4jConsole(DEFAULT_LOGGING, release('2.9'))).toBe(log4jConsole(DEFAULT_LOGGING, release('2.3')));
    expect(log4jConsole(DEFAULT_LOGGING, release('3.0'))).toBe(log4jConsole(DEFAULT_LOGGING, release('2.3')));
  });
});

describe('levels', () => {
  test('write the root level in capitals', () => {
    expect(pairs({ rootLevel: 'debug' }).get('rootLogger.level')).toBe('DEBUG');
  });

  test('change the level of a default logger without a second definition', () => {
    const settings = pairs({ loggers: new Map([['org.apache.kafka', 'warn']]) });
    expect(settings.get('logger.kafka.level')).toBe('WARN');
    expect(settings.size).toBe(pairs().size);
  });

  test('treat a default logger of another release as a logger of the user', () => {
    const settings = pairs({ loggers: new Map([['akka', 'WARN']]) });
    expect(settings.get('logger.user_akka.name')).toBe('akka');
    expect(settings.get('logger.pekko.level')).toBe('INFO');
  });

  test('give a logger an id that depends only on its name', () => {
    const settings = pairs({ loggers: new Map([['org.apache.flink', 'DEBUG']]) });
    expect(settings.get('logger.user_org_apache_flink.name')).toBe('org.apache.flink');
    expect(settings.get('logger.user_org_apache_flink.level')).toBe('DEBUG');
    const more = pairs({
      loggers: new Map([
        ['a', 'INFO'],
        ['org.apache.flink', 'DEBUG'],
      ]),
    });
    expect(more.get('logger.user_org_apache_flink.name')).toBe('org.apache.flink');
  });

  test.each([
    ['a.b', 'a_b'],
    ['a._b', 'a_.b'],
    ['a$b', 'a$$b'],
    ['a$_b', 'a_$b'],
    ['a.$b', 'a$.b'],
    ['kafka', 'user.kafka'],
  ])('keep %s and %s apart', (one, other) => {
    const levels = levelsByName(
      pairs({
        loggers: new Map([
          [one, 'WARN'],
          [other, 'ERROR'],
        ]),
      }),
    );
    expect(levels.get(one)).toBe('WARN');
    expect(levels.get(other)).toBe('ERROR');
  });

  test('of any set of names are all written, in any order of the keys', () => {
    const part = fc.stringMatching(/^[a-c_$-]{1,3}$/);
    const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
    const loggers = fc.dictionary(
      fc.oneof(name, fc.constantFrom('org.apache.kafka', 'kafka', 'akka')),
      fc.constantFrom('WARN', 'debug'),
    );
    fc.assert(
      fc.property(loggers, fc.constantFrom('1.13', '1.20'), (levels, line) => {
        const entries = Object.entries(levels);
        const text = log4jConsole({ ...DEFAULT_LOGGING, loggers: new Map(entries) }, release(line));
        expect(log4jConsole({ ...DEFAULT_LOGGING, loggers: new Map([...entries].reverse()) }, release(line))).toBe(
          text,
        );
        const written = levelsByName(parseProperties(text));
        for (const [logger, level] of entries) {
          expect(written.get(logger)).toBe(level.toUpperCase());
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('the pattern', () => {
  test('is set on both appenders', () => {
    const settings = pairs({ pattern: '%p %m%n' });
    expect(settings.get('appender.console.layout.pattern')).toBe('%p %m%n');
    expect(settings.get('appender.rolling.layout.pattern')).toBe('%p %m%n');
  });

  test('is preserved by the properties syntax, with spaces at its ends and characters beyond Latin-1', () => {
    const text = fc.string({
      unit: fc.constantFrom(' ', '\\', '\t', '#', '=', ':', '!', 'é', '→', '😀', 'n', '%', '{'),
      minLength: 1,
    });
    fc.assert(
      fc.property(text, (pattern) => {
        const written = log4jConsole({ ...DEFAULT_LOGGING, pattern }, V1_20);
        expect(parseProperties(written).get('appender.console.layout.pattern')).toBe(pattern);
        expect(written).toMatch(/^[\x20-\x7e\n]*$/);
        expect(written).not.toMatch(/[ \t]$/m);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('the rolling file', () => {
  test('has the given size and number of files', () => {
    const settings = pairs({ rollingFile: { maxFileSize: '1GB', maxFiles: 3 } });
    expect(settings.get('appender.rolling.policies.size.size')).toBe('1GB');
    expect(settings.get('appender.rolling.strategy.max')).toBe('3');
  });

  test('is not referenced when it is off, and the console appender remains', () => {
    const text = log4jConsole({ ...DEFAULT_LOGGING, rollingFile: false }, V1_20);
    expect(text).not.toMatch(/rolling/i);
    expect(text).not.toContain('log.file');
    expect(parseProperties(text).get('rootLogger.appenderRef.console.ref')).toBe('ConsoleAppender');
    expect(parseProperties(text).get('appender.console.layout.pattern')).toBe(DOCUMENTED_PATTERN);
  });
});

describe('JSON', () => {
  const settings = pairs({ layout: 'json', pattern: 'not used' });

  test.each(['console', 'rolling'])('is the layout of the %s appender', (appender) => {
    const pattern = settings.get(`appender.${appender}.layout.pattern`)!;
    expect(settings.get(`appender.${appender}.layout.type`)).toBe('PatternLayout');
    expect(settings.get(`appender.${appender}.layout.charset`)).toBe('UTF-8');
    expect(settings.get(`appender.${appender}.layout.alwaysWriteExceptions`)).toBe('false');
    expect(pattern.endsWith('}%n')).toBe(true);
  });

  test('is an object with six fields once log4j has filled in the conversions', () => {
    const pattern = settings.get('appender.console.layout.pattern')!;
    const line = pattern
      .replace("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC}", '2026-01-02T03:04:05.678Z')
      .replace('%p', 'WARN')
      .replace('%m{nolookups}', '%m')
      .replace(/%notEmpty\{(.*)\}(?=\}%n$)/, '$1')
      .replace(/%enc\{%(c|t|m|ex)\}\{JSON\}/g, (_, word: string) => `<${word}>`)
      .replace(/%n$/, '');
    expect(JSON.parse(line)).toEqual({
      timestamp: '2026-01-02T03:04:05.678Z',
      level: 'WARN',
      logger: '<c>',
      thread: '<t>',
      message: '<m>',
      exception: '<ex>',
    });
  });

  test('changes neither levels nor file settings', () => {
    const changed = [...pairs()].filter(([key, value]) => settings.get(key) !== value).map(([key]) => key);
    expect(changed).toEqual(['appender.console.layout.pattern', 'appender.rolling.layout.pattern']);
  });
});
