// Grades one page of a server: node grade.mjs HOST HTTP_PORT HTTPS_PORT PATH
// The package's own scan takes no ports, its retriever does; the sum is as its scanner makes it.
import { writeFileSync } from "node:fs";

const home = new URL("node_modules/@mdn/mdn-http-observatory/", import.meta.url);
// The list of preloaded hosts that its install script would fetch; ours is not on it.
writeFileSync(new URL("conf/hsts-preload.json", home), "{}");
const { ALL_TESTS } = await import(new URL("src/constants.js", home));
const { getGradeForScore, getScoreModifier } = await import(new URL("src/grader/grader.js", home));
const { retrieve } = await import(new URL("src/retriever/retriever.js", home));

const [host, httpPort, httpsPort, path] = process.argv.slice(2);
const seen = await retrieve(host, { httpPort, httpsPort, path });
const results = ALL_TESTS.map((test) => test(seen)).filter((result) => result.result);
const modifiers = Object.fromEntries(results.map((r) => [r.result, getScoreModifier(r.result)]));
const score = Object.values(modifiers).reduce((sum, n) => sum + n, 100);
console.log(JSON.stringify({ status: seen.responses.auto?.status, score, grade: getGradeForScore(score).grade, modifiers }));
process.exit();
