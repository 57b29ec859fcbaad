// Prints what lint.js finds in the vectors on standard input: node run.mjs LINT.JS RULES.JSON
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , script, rules] = process.argv;
const { lint, unitsOf } = await import(pathToFileURL(script));
const read = JSON.parse(readFileSync(rules, "utf8"));
const cases = JSON.parse(readFileSync(0, "utf8"));
const found = cases.map(({ text, context }) => {
  return lint(text, read, context).map((finding) => {
    const [start, end] = unitsOf(text, finding);
    return { ...finding, sliced: text.slice(start, end) };
  });
});
process.stdout.write(JSON.stringify(found));
