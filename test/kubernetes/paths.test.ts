import fc from 'fast-check';
import { isMountPath, isReservedMountPath, normalizeMountPath, RESERVED_MOUNT_PATHS } from '../../src/kubernetes/paths';

describe('a mount path', () => {
  test.each([
    ['/a', '/a'],
    ['/a/', '/a'],
    ['/a/./', '/a'],
    ['//a//b', '/a/b'],
    ['/./a', '/a'],
    ['/', '/'],
    ['/.', '/'],
    ['/a/..', '/a/..'],
    ['/.a/...', '/.a/...'],
    ['a/./b/', 'a/b'],
  ])('%s is normalized to %s', (path, normal) => expect(normalizeMountPath(path)).toBe(normal));

  test('does not change when it is normalized again', () => {
    const path = fc.array(fc.constantFrom('/', '.', '..', 'a', '//', './')).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(path, (text) => normalizeMountPath(normalizeMountPath(text)) === normalizeMountPath(text)),
      { seed: 1, numRuns: 500 },
    );
  });

  test.each([
    ['/a', true],
    ['/', true],
    ['/a b', true],
    ['/..a/b..', true],
    ['/a/...', true],
    ['a', false],
    ['', false],
    ['./a', false],
    ['/a:b', false],
    ['/a/../b', false],
    ['/..', false],
    ['/a/..', false],
  ])('%j can be mounted: %p', (path, valid) => expect(isMountPath(path)).toBe(valid));
});

describe('a reserved mount path', () => {
  test.each([
    '/',
    '/opt/flink',
    '/opt/flink/',
    '/opt/./flink//conf',
    '/opt/flink/lib',
    '/opt/flink/bin',
    '/opt/flink/pod-template',
    '/etc',
    '/var/run/secrets/kubernetes.io/serviceaccount',
    '/run/secrets/kubernetes.io/serviceaccount/',
  ])('%s is reserved', (path) => expect(isReservedMountPath(path)).toBe(true));

  test.each([
    '/opt/flink/usrlib',
    '/opt/flink/plugins/x',
    '/opt/flink/log',
    '/opt/flink/conf/extra',
    '/opt/flinkx',
    '/etc/krb5.conf',
    '/opt/hadoop/conf',
    '/opt/kerberos',
    '/tmp',
    '/data',
    'opt/flink',
    '',
  ])('%s is not reserved', (path) => expect(isReservedMountPath(path)).toBe(false));

  test('is listed once in its normalized form, in order', () => {
    expect(RESERVED_MOUNT_PATHS.map(normalizeMountPath)).toEqual(RESERVED_MOUNT_PATHS);
    expect([...new Set(RESERVED_MOUNT_PATHS)].sort()).toEqual(RESERVED_MOUNT_PATHS);
  });
});
