'use strict';

/** ts-jest, and for the sources of the library what the build does after the compiler, so that tests see the modules load as users do. */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { default: tsJest } = require('ts-jest');
const { lazyModule } = require('./lazy-modules');

const SOURCES = join(__dirname, '..', 'src');
const VERSION = createHash('sha256')
  .update(readFileSync(join(__dirname, 'lazy-modules.js')))
  .digest('hex');

exports.createTransformer = (config) => {
  const inner = tsJest.createTransformer(config);
  return {
    ...inner,
    process(text, path, options) {
      const result = inner.process(text, path, options);
      return path.startsWith(SOURCES) ? { ...result, code: lazyModule(result.code) } : result;
    },
    getCacheKey: (...given) => `${inner.getCacheKey(...given)}${VERSION}`,
  };
};
