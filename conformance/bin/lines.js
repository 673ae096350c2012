'use strict';
// Common code of the drivers: they read one JSON object per line and print one per line, in the same order. If an
// answer throws, the message becomes its `err`.
const { createInterface } = require('node:readline');

exports.answerLines = async (answer) => {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    let result;
    try {
      result = respond(JSON.parse(line), answer);
    } catch (error) {
      result = { err: `the line is not valid JSON: ${error.message}` };
    }
    if (!process.stdout.write(`${JSON.stringify(result)}\n`))
      await new Promise((resume) => process.stdout.once('drain', resume));
  }
};

/** Returns a string as it is read from a file: the encoding replaces half of a surrogate pair. */
exports.throughFile = (text) => text.replace(/\p{Surrogate}/gu, '?');

function respond(question, answer) {
  const { id, v } = question;
  try {
    return { id, v, ...answer(question) };
  } catch (error) {
    return { id, v, err: error instanceof Error ? error.message : String(error) };
  }
}
