import { javaModuleOptions } from '../../src/configuration/java-options';
import { isScriptKey, scriptHazard } from '../../src/configuration/script-keys';

describe('isScriptKey', () => {
  test.each([
    'env.java.opts',
    'env.java.opts.all',
    'env.java.opts.jobmanager',
    'env.java.default-opts.taskmanager',
    'env.java.home',
    'env.log.dir',
    'env.log.max',
    'env.log.level',
    'env.pid.dir',
    'env.hadoop.conf.dir',
    'env.ssh.opts',
    'env.stdout-err.redirect-to-file',
    'zookeeper.heap.mb',
    'taskmanager.compute.numa',
    'recovery.mode',
  ])('%s is read by the scripts', (key) => {
    expect(isScriptKey(key)).toBe(true);
  });

  test.each([
    'environment',
    'high-availability.type',
    'taskmanager.env.x',
    'jobmanager.rpc.address',
    'zookeeper.heap',
    '',
  ])('%j is not', (key) => {
    expect(isScriptKey(key)).toBe(false);
  });
});

describe('scriptHazard', () => {
  test.each([
    ['-Da="x y"', /^a quote/, '-Da=x'],
    ["-Da='x'", /^a quote/, '-Da=x'],
    ['-Da=(b)', /^a parenthesis/, '-Da=b'],
    ['-Da=b)', /^a parenthesis/, '-Da=b]'],
    ['-Da=`b`', /^a backtick/, '-Da=^b'],
    ['-Da=$HOME', /^a '\$'/, '-Da=%HOME'],
    ['-Da=b;c', /^a ';'/, '-Da=b:c'],
    ['-Da=b|c', /^a '&' or '\|'/, '-Da=b,c'],
    ['-Da=b&c', /^a '&' or '\|'/, '-Da=b+c'],
    ['-Da=<b', /^a '<' or '>'/, '-Da=[b'],
    ['-Da=b>c', /^a '<' or '>'/, '-Da=b=c'],
    ['-Da=b#c', /^a '#'/, '-Da=b@c'],
    ['-Da=b\\c', /^a backslash/, '-Da=b/c'],
    ['-Da=b\n-Dc=d', /^a line break/, '-Da=b -Dc=d'],
    ['-Da=b\r', /^a line break/, '-Da=b'],
    ['-Da={b,c}', /^a brace expansion/, '-Da={b},c'],
    ['-Da={1..3}', /^a brace expansion/, '-Da={1.3}'],
  ])('%j is not left alone', (value, reason, neighbour) => {
    expect(scriptHazard(value)).toMatch(reason);
    expect(scriptHazard(neighbour)).toBeUndefined();
  });

  test('the module options of every version pass', () => {
    expect([javaModuleOptions(1, 18), javaModuleOptions(2, 2)].map((value) => scriptHazard(value ?? '"'))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
