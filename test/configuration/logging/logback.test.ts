import { DOCUMENTED, release } from './documented';
import { logbackConsole } from '../../../src/configuration/logging/logback';
import { logbackPattern, unknownToLogback } from '../../../src/configuration/logging/logback-pattern';
import { DEFAULT_LOGGING, type LoggingModel } from '../../../src/configuration/logging/model';

function write(model: Partial<LoggingModel> = {}, line = '1.20'): string {
  return logbackConsole({ ...DEFAULT_LOGGING, ...model }, release(line));
}

function levels(xml: string): { [name: string]: string } {
  return Object.fromEntries(
    [...xml.matchAll(/<logger name="([^"]*)" level="([^"]*)"\/>/g)].map(([, name, level]) => [name!, level!]),
  );
}

function patterns(xml: string): string[] {
  return [...xml.matchAll(/<pattern>(.*)<\/pattern>/g)].map(([, text]) =>
    text!.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  );
}

/** Checks that tags open and close in order, which is enough for a file without CDATA. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, empty] of xml.replace(/<!--[^]*?-->/g, '').matchAll(/<(\/?)([A-Za-z-]+)[^<>]*?(\/?)>/g)) {
    if (close === '/' ? open.pop() !== name : empty === '' && open.push(name!) === 0) {
      return false;
    }
  }
  return open.length === 0;
}

describe('the default file', () => {
  test.each(DOCUMENTED)('of Flink %s has the levels of the log4j file', (line, documented) => {
    const ids = Object.keys(documented)
      .filter((key) => /^logger\..*\.name$/.test(key))
      .map((key) => key.split('.')[1]!);
    const expected = Object.fromEntries(
      ids.map((id) => [documented[`logger.${id}.name`]!, documented[`logger.${id}.level`]!]),
    );
    expect(levels(write({}, line))).toEqual(expected);
    expect(write({}, line)).toContain('<root level="INFO">');
  });

  test('rolls the file of the web UI like the log4j file', () => {
    const xml = write();
    expect(xml).toContain('<file>${log.file}</file>');
    expect(xml).toContain('<fileNamePattern>${log.file}.%i</fileNamePattern>');
    expect(xml).toContain('<maxFileSize>100MB</maxFileSize>');
    expect(xml).toContain('<maxIndex>10</maxIndex>');
    expect(xml).toContain('<appender-ref ref="rolling"/>');
    expect(wellFormed(xml)).toBe(true);
  });

  test('prints the documented line without the diagnostic stack', () => {
    expect(patterns(write())).toEqual(Array(2).fill('%d{"yyyy-MM-dd HH:mm:ss,SSS"} %-5p %-60c - %m%n'));
  });
});

test('has only the console appender without a rolling file', () => {
  const xml = write({ rollingFile: false });
  expect(xml).not.toMatch(/rolling|log\.file/);
  expect(xml).toContain('<appender-ref ref="console"/>');
  expect(wellFormed(xml)).toBe(true);
});

test('writes OFF for FATAL, which logback would read as DEBUG', () => {
  const xml = write({
    rootLevel: 'fatal',
    loggers: new Map([
      ['a', 'FATAL'],
      ['b', 'error'],
    ]),
  });
  expect(xml).toContain('<root level="OFF">');
  expect(levels(xml)).toMatchObject({ a: 'OFF', b: 'ERROR' });
});

test('sorts loggers by name, in any order of the keys', () => {
  const one = write({
    loggers: new Map([
      ['b', 'WARN'],
      ['a', 'INFO'],
      ['org.apache.kafka', 'ERROR'],
    ]),
  });
  expect(one).toBe(
    write({
      loggers: new Map([
        ['org.apache.kafka', 'ERROR'],
        ['a', 'INFO'],
        ['b', 'WARN'],
      ]),
    }),
  );
  expect(Object.keys(levels(one)).slice(-2)).toEqual(['a', 'b']);
});

test('escapes values, and is ASCII without trailing spaces', () => {
  const xml = write({ pattern: '<&"> é😀\t%m%n ' });
  expect(patterns(xml)).toEqual(Array(2).fill('<&"> é😀\t%m%n '));
  expect(xml).toMatch(/^[\x20-\x7e\n]*$/);
  expect(xml).not.toMatch(/[ \t]$/m);
  expect(wellFormed(xml)).toBe(true);
});

describe('JSON', () => {
  const pattern = patterns(write({ layout: 'json' }))[0]!;

  test('escapes the backslash before other characters', () => {
    const inner = /"message":"(.*?)"%replace/.exec(pattern)![1]!;
    expect([...inner.matchAll(/\{'(.*?)','(.*?)'\}/g)].map(([, from, to]) => [from, to])).toEqual([
      ['\\\\', '\\\\\\\\'],
      ['"', '\\\\"'],
      ['\\n', '\\\\n'],
      ['\\r', '\\\\r'],
      ['\\t', '\\\\t'],
      ['[\\x00-\\x1f]', ' '],
    ]);
    expect(inner.startsWith('%replace(%replace(%replace(%replace(%replace(%replace(%m)')).toBe(true);
  });

  test('is an object with six fields once logback has filled in the conversions', () => {
    let line = pattern
      .replace("%d{\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\", UTC}", '2026-01-02T03:04:05.678Z')
      .replace('%p', 'WARN')
      .replace('%nopex%n', '');
    for (let before = ''; before !== line;) {
      before = line;
      line = line.replace(/%replace\(([^()]*)\)\{'.*?','.*?'\}/, '$1');
    }
    expect(JSON.parse(line)).toEqual({
      timestamp: '2026-01-02T03:04:05.678Z',
      level: 'WARN',
      logger: '%c',
      thread: '%t',
      message: '%m',
      exception: '%ex',
    });
  });
});

describe('a log4j pattern', () => {
  test.each([
    ['%d{HH:mm:ss,SSS}{UTC} %m%n', '%d{"HH:mm:ss,SSS", UTC} %m%n'],
    ['%date{ISO8601} %m%n', '%date{"ISO8601"} %m%n'],
    ['%d %m%n', '%d %m%n'],
    ['(%p) %m%n', '\\(%p\\) %m%n'],
    ['100%% %m%n', '100\\% %m%n'],
    ['%x%m%n', '%m%n'],
    ['%xEx %m%n', '%xEx %m%n'],
    ['%X{flink-job-id} %m%n', '%X{flink-job-id} %m%n'],
  ])('%s is %s in logback', (log4j, logback) => {
    expect(unknownToLogback(log4j)).toEqual([]);
    expect(logbackPattern(log4j)).toBe(logback);
  });

  test.each([
    ['%enc{%m}{JSON}%n', ['%enc']],
    ['%notEmpty{%X} %-5.20pid %m%n', ['%notEmpty', '%pid']],
    ['%mfoo%n', ['%mfoo']],
    ['%%pid %-5level %m%n', []],
  ])('%s contains %j, which logback does not know', (pattern, words) => {
    expect(unknownToLogback(pattern)).toEqual(words);
  });
});
