import fc from 'fast-check';
import { anyKey, anyText, legacyAnswers, readStandardStrictly, standardAnswers, valueAnswers } from './fixtures';
import { standardRefusal, writeStandard } from '../../../src/configuration/dialects/standard';

function written(value: string): string {
  return writeStandard(new Map([['k', value]])).slice('k: '.length, -1);
}

describe('writeStandard', () => {
  test('writes one flat dotted key per line, in the order of the map', () => {
    expect(
      writeStandard(
        new Map([
          ['b.c', '2'],
          ['a', 'x: y'],
        ]),
      ),
    ).toBe('b.c: 2\na: "x: y"\n');
  });

  test('writes an empty map as an empty YAML map', () => {
    expect(writeStandard(new Map())).toBe('{}\n');
  });

  test.each([
    '6123',
    '0',
    '-1',
    '123456789012345678',
    'true',
    'false',
    '1600m',
    '2048 m',
    '10 s',
    '500ms',
    '3min',
    '0b',
    'e1x',
    '9249-9260',
    'filesystem',
    '/opt/flink/log',
    's3://bucket/a?b=c',
    'org.apache.flink.Outer$Inner',
    'a;b',
    'k1:v1,k2:v2',
    '$internal',
    '_x',
    'jobmanager',
    'env.log',
    "it's",
    '-Xmx1g',
    '--add-exports=java.base/sun.net.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED',
  ])('writes %s plain', (value) => {
    expect(written(value)).toBe(value);
  });

  test.each([
    '',
    ' ',
    ' a',
    'a ',
    'a  b',
    'a: b',
    'a #b',
    'a:',
    '- a',
    '-',
    '--',
    '-1.5',
    '-.inf',
    '#a',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '"a"',
    "'a'",
    '{a',
    '[a',
    '?a',
    ',a',
    '~',
    'null',
    'Null',
    'True',
    'TRUE',
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'N',
    '007',
    '-0',
    '+1',
    '0x1F',
    '0o17',
    '0b1',
    '1_000',
    '1e3',
    '1E3',
    '1.0',
    '1.10',
    '.5',
    '.inf',
    '.nan',
    '12:30',
    '2021-01-01',
    '0.0.0.0',
    '1234567890123456789',
    '<<',
    '=',
    '---',
    '...',
    'a\tb',
    'a\nb',
    'ä',
    'a\u007f',
    '😀',
    '1x',
    '1 e3',
    '0-1',
    '0xAF',
    '0XAF',
    'e0',
    'E-5',
  ])('quotes %j', (value) => {
    expect(written(value)).toMatch(/^".*"$/);
    expect(JSON.parse(written(value))).toBe(value);
  });

  test('escapes everything outside printable ASCII, an astral character as two surrogates', () => {
    expect(written('ä\u007f\u2028\ufeff😀\n\u0000')).toBe('"\\u00e4\\u007f\\u2028\\ufeff\\ud83d\\ude00\\n\\u0000"');
  });

  test('escapes an unpaired surrogate, alone and next to others', () => {
    expect(written('a\ud800')).toBe('"a\\ud800"');
    expect(written('\udc00\ud800')).toBe('"\\udc00\\ud800"');
    expect(writeStandard(new Map([['\udfff', '1']]))).toBe('"\\udfff": 1\n');
  });

  test.each(['true', 'Null', 'y', 'NO', 'e1', '1', 'a b', 'a:', '', '<<', 'é', '-a', '.a'])(
    'quotes the key %j',
    (key) => {
      const text = writeStandard(new Map([[key, 'x']]));
      expect(text).toMatch(/^"/);
      expect([...readStandardStrictly(text)]).toEqual([[key, 'x']]);
    },
  );

  test.each(['a', 'a.b-c', '$internal.x', 'kubernetes.jobmanager.annotations.prometheus.io/scrape', 'true.x', 'no-op'])(
    'writes the key %j plain',
    (key) => {
      expect(writeStandard(new Map([[key, 'x']]))).toBe(`${key}: x\n`);
    },
  );

  test('writes a key beyond the limit of implicit keys as an explicit one', () => {
    const [longest, longer] = ['k'.repeat(1000), 'k'.repeat(1001)];
    expect(writeStandard(new Map([[longest, 'x']]))).toBe(`${longest}: x\n`);
    expect(writeStandard(new Map([[longer, 'x']]))).toBe(`? ${longer}\n: x\n`);
    expect([...readStandardStrictly(`? ${longer}\n: x\n`)]).toEqual([[longer, 'x']]);
  });
});

describe('writeStandard against the answers of Flink', () => {
  test.each(valueAnswers)(
    '%j is written in a form that Flink read back exactly',
    (value, exactWhenPlain, exactWhenQuoted, quotedText) => {
      const plain = written(value) === value;
      expect(plain ? exactWhenPlain : exactWhenQuoted).toBe(true);
      if (!plain) {
        expect(
          writeStandard(
            new Map([
              ['k', value],
              ['z', '1'],
            ]),
          ),
        ).toBe(quotedText);
      }
    },
  );

  test('the recorded values are partly plain and partly quoted', () => {
    const plain = valueAnswers.filter(([value]) => written(value) === value).length;
    expect(plain).toBeGreaterThan(25);
    expect(valueAnswers.length - plain).toBeGreaterThan(80);
  });

  test('every map that Flink has read from a file is read back from the written file', () => {
    const maps = [...standardAnswers.map(([, map]) => map ?? {}), ...legacyAnswers.map(([, map]) => map)];
    for (const map of maps) {
      const options = new Map(Object.entries(map));
      expect(readStandardStrictly(writeStandard(options))).toEqual(options);
    }
  });

  // The reader of these tests replaces Flink's, so both must give the same results for files that both accept.
  test('the reader of this test agrees with Flink on scalars', () => {
    // Flink converts a null key to a string. This reader refuses it.
    const flat = standardAnswers.filter(([text, map]) => map !== null && /^(?!null)[\w.]+: [\x20-\x7e]*\n$/.test(text));
    const agreed = flat.filter(([text, map]) => {
      try {
        const read = readStandardStrictly(text);
        expect([text, Object.fromEntries(read)]).toEqual([text, map]);
        return true;
      } catch (error) {
        // Lists, maps and doubles, which the writer never produces.
        if (String(error).includes('read back as')) return false;
        throw error;
      }
    });
    expect(agreed.length).toBeGreaterThan(15);
  });
});

describe('any string, with unpaired surrogates', () => {
  const anyOptions = fc
    .uniqueArray(fc.tuple(anyKey, anyText), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 5,
    })
    .map((pairs) => new Map(pairs));

  test('is read back exactly under YAML 1.2', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        expect(readStandardStrictly(writeStandard(options))).toEqual(options);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('is read back exactly under YAML 1.1', () => {
    fc.assert(
      fc.property(
        anyOptions.filter((options) => !options.has('<<')),
        (options) => {
          expect(readStandardStrictly(writeStandard(options), '1.1')).toEqual(options);
        },
      ),
      { seed: 2, numRuns: 2000 },
    );
  });
});

describe('standardRefusal', () => {
  test.each([
    { key: 'k', value: 'a\ud800', part: 'the value' },
    { key: '\udc00k', value: 'a', part: 'the key' },
    { key: 'k', value: '\udc00\ud800', part: 'the value' },
  ])('refuses an unpaired surrogate in $key: $value', ({ key, value, part }) => {
    expect(standardRefusal(key, value)).toBe(`${part} contains half of a surrogate pair, which is not a character`);
  });

  test.each([
    ['', ''],
    ['a: b#', ' \n\r\u0000#'],
    ['\u{1f600}', '\u{1f600}'],
  ])('refuses nothing else, such as %j: %j', (key, value) => {
    expect(standardRefusal(key, value)).toBeUndefined();
  });
});
