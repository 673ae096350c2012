'use strict';
// What the drivers share: one JSON object per line in, one per line out, in the same order; an answer that throws becomes its `err`.
const { createInterface } = require('node:readline');

exports.answerLines = async (answer) => {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    let result;
    try {
      result = respond(JSON.parse(line), answer);
    } catch (error) {
      result = { err: `the line is no JSON: ${error.message}` };
    }
    if (!process.stdout.write(`${JSON.stringify(result)}\n`))
      await new Promise((resume) => process.stdout.once('drain', resume));
  }
};

/** A text as it comes out of a file: half of a surrogate pair does not survive the encoding. */
exports.throughFile = (text) => text.replace(/\p{Surrogate}/gu, '?');

function respond(question, answer) {
  const { id, v } = question;
  try {
    return { id, v, ...answer(question) };
  } catch (error) {
    return { id, v, err: error instanceof Error ? error.message : String(error) };
  }
}
