import { release } from './documented';
import { levelProblem, loggerNameProblem, patternProblem, sizeProblem } from '../../../src/configuration/logging/check';
import { log4jConsole } from '../../../src/configuration/logging/log4j';
import { logbackConsole } from '../../../src/configuration/logging/logback';
import { DEFAULT_LOGGING } from '../../../src/configuration/logging/model';
import { rawProblem } from '../../../src/configuration/logging/raw-check';

describe('a level', () => {
  test.each(['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL', 'info', 'Debug'])(
    '%s is accepted',
    (level) => {
      expect(levelProblem(level)).toBeUndefined();
    },
  );

  test.each(['', ' INFO', 'INFO ', 'WARNING', 'SEVERE', 'INFORMATION', 'ınfo', 'INFO\nx', '20'])(
    '%j is refused',
    (level) => {
      expect(levelProblem(level)).toBe('must be one of OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE, ALL');
    },
  );

  test('that is not a string is refused, not thrown', () => {
    expect(levelProblem(5 as unknown as string)).toMatch(/^must be one of/);
  });
});

describe('a logger name', () => {
  test.each(['a', 'org.apache.flink', 'com.acme.Foo$Bar', 'my-app.audit_log', 'roots', 'a.root'])(
    '%s is accepted',
    (name) => {
      expect(loggerNameProblem(name)).toBeUndefined();
    },
  );

  test.each(['', 'root', 'ROOT'])('%j is the root logger', (name) => {
    expect(loggerNameProblem(name)).toMatch(/other than the root/);
  });

  test.each(['.a', 'a.', 'a..b', 'a b', ' a', 'a=b', 'a:b', '${env:X}', 'org.apache.*', 'a\nb', 'café', 'a/b'])(
    '%j is refused',
    (name) => {
      expect(loggerNameProblem(name)).toMatch(/^must be letters/);
    },
  );
});

describe('a file size', () => {
  test.each(['1KB', '100MB', '2GB', '100mb', '999999KB'])('%s is accepted', (size) => {
    expect(sizeProblem(size)).toBeUndefined();
  });

  test.each(['', '100', '0MB', '-1MB', '1.5GB', '100 MB', '100MiB', '100M', '100Mi', '1000000MB', 'MB', '100MB\n'])(
    '%j is refused',
    (size) => {
      expect(sizeProblem(size)).toMatch(/unit KB, MB or GB$/);
    },
  );
});

describe('a pattern', () => {
  test.each([DEFAULT_LOGGING.pattern, '%m%n', '%m%n%xEx', '%m\\n', '\t%m%n', '→ %m%n'])('%j is accepted', (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined();
  });

  test.each([
    ['', 'must not be empty'],
    ['  ', 'must not be empty'],
    ['%m%n\n', 'must be one line'],
    ['%m\r%n', 'must be one line'],
    ['%m\u2028%n', 'must be one line'],
    ['%m\u0085%n', 'must be one line'],
    ['\u0001%m%n', 'must not contain control characters'],
    ['\u007f%m%n', 'must not contain control characters'],
    ['\ud800%m%n', 'must not contain control characters'],
    ['%m', 'must end each event with a line break, or all events share one line'],
    ['%m %nano', 'must end each event with a line break, or all events share one line'],
    ['%notEmpty{%X}%m', 'must end each event with a line break, or all events share one line'],
  ])('%j %s', (pattern, rule) => {
    expect(patternProblem(pattern)).toBe(rule);
  });
});

describe('a log4j file of the user', () => {
  const GOOD = 'rootLogger.level = INFO\nrootLogger.appenderRef.c.ref = Console\nappender.c.name = Console\n';

  test.each([
    GOOD,
    'rootLogger.level: INFO',
    '! a comment\n  rootLogger.level\\\n  = INFO',
    '# log4j.rootLogger=INFO\nrootLogger.level=${env:LEVEL:-INFO}\n',
    `property.target = Console\n${GOOD.replace('ref = Console', 'ref = ${target}')}`,
    `${GOOD}logger.a.name = log4j.rootLogger\n`,
    '\n\nrootLogger.level INFO',
  ])('%j is accepted', (text) => {
    expect(rawProblem('log4j-console.properties', text)).toBeUndefined();
  });

  test.each(['1.11', '2.3'])('written by the library for %s is accepted', (line) => {
    expect(rawProblem('log4j-console.properties', log4jConsole(DEFAULT_LOGGING, release(line)))).toBeUndefined();
    expect(
      rawProblem('log4j-console.properties', log4jConsole({ ...DEFAULT_LOGGING, layout: 'json' }, release(line))),
    ).toBeUndefined();
  });

  test.each([
    ['', /^must not be empty/],
    [' \n\t\n', /^must not be empty/],
    ['\ufeff' + GOOD, /byte order mark/],
    [GOOD.replaceAll('\n', '\r\n'), /line feed only/],
    ['log4j.rootLogger=INFO, console\n', /ignores `log4j\.rootLogger`$/],
    [`${GOOD}  log4j.appender.file = x\n`, /ignores `log4j\.appender\.file`$/],
    ['rootLogger.appenderRef.c.ref = Console\nappender.c.name = Console\n', /must set `rootLogger\.level`/],
    ['# rootLogger.level = INFO\n', /must set `rootLogger\.level`/],
    ['rootLogger.level =\n', /must set `rootLogger\.level`/],
    ['rootLogger = INFO, Console\nappender.c.name = Console\n', /only since 2\.17\.2$/],
    ['<Configuration status="WARN"/>', /properties format/],
    ['{ "configuration": {} }', /properties format/],
    [GOOD.replace('name = Console', 'name = Other'), /must define the appender `Console`/],
  ])('%j is refused', (text, rule) => {
    expect(rawProblem('log4j-console.properties', text)).toMatch(rule);
  });
});

describe('a logback file of the user', () => {
  const GOOD =
    '<?xml version="1.0"?>\n<!-- mine -->\n<configuration debug="false">\n  <root level="INFO"/>\n</configuration>\n';

  test.each([
    GOOD,
    '<configuration><root>\n<level value="INFO"/></root></configuration>',
    '<configuration><root additivity="x" level = "${LEVEL:-INFO}"/></configuration>',
    logbackConsole(DEFAULT_LOGGING, release('2.3')),
    logbackConsole({ ...DEFAULT_LOGGING, layout: 'json' }, release('1.11')),
  ])('%j is accepted', (text) => {
    expect(rawProblem('logback-console.xml', text)).toBeUndefined();
  });

  test.each([
    ['', /^must not be empty/],
    ['\ufeff' + GOOD, /byte order mark/],
    [GOOD.replaceAll('\n', '\r\n'), /line feed only/],
    ['rootLogger.level = INFO\n', /^must be XML$/],
    ['<Configuration><Loggers><Root level="INFO"/></Loggers></Configuration>', /of logback/],
    ['<configurations><root level="INFO"/></configurations>', /of logback/],
    ['<configuration><root/></configuration>', /whose default is DEBUG$/],
    ['<configuration><!-- <root level="INFO"/> --><root></root></configuration>', /whose default is DEBUG$/],
  ])('%j is refused', (text, rule) => {
    expect(rawProblem('logback-console.xml', text)).toMatch(rule);
  });
});
