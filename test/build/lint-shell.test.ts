const { isShellScript } = require('../../build/lint-shell') as { isShellScript(name: string, text: string): boolean };

test.each([
  ['script.sh', 'echo hello'],
  ['.ci/run', '#!/usr/bin/env bash\necho hello'],
  ['run', '#!/bin/sh -e\n'],
])('shellcheck checks %s', (name, text) => {
  expect(isShellScript(name, text)).toBe(true);
});

test.each([
  ['bin/memory', '#!/usr/bin/env node\n#!/bin/bash'],
  ['script.ts', 'const script = `#!/bin/bash`;'],
  ['docs/publish.md', ''],
])('shellcheck does not check %s', (name, text) => {
  expect(isShellScript(name, text)).toBe(false);
});
