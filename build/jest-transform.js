'use strict';

/**
 * ts-jest, followed for the sources of the library by the steps that the build runs after the compiler, so that modules
 * load in tests as they do for users.
 */
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
    getCacheKey: (...args) => `${inner.getCacheKey(...args)}${VERSION}`,
  };
};
