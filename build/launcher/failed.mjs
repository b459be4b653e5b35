// Names the tests that failed in the last run, each with the first lines of its reason: what they print themselves can be
// thousands of lines, and whoever looks at the end of a run is to see which they were.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const LINES_OF_REASON = 6;
const WIDTH = 300;

const [home, began] = process.argv.slice(2);

const reports = ["sandbox", "pbx", "bench"]
  .flatMap((module) => ["surefire-reports", "failsafe-reports"].map((folder) => join(home, module, "target", folder)))
  .flatMap((folder) => files(folder))
  .filter((file) => statSync(file).mtimeMs >= Number(began) * 1000);

const failed = reports.flatMap((file) => failures(readFileSync(file, "utf8")));
if (failed.length > 0) {
  console.error(`\nThese failed, ${failed.length} in all:\n`);
  failed.forEach((each) => console.error(each));
}

function files(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith("TEST-") && name.endsWith(".xml"))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function failures(xml) {
  const cases = xml.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"[^>]*[^/]>\s*<(?:failure|error)([^>]*)>([\s\S]*?)<\/(?:failure|error)>/g);
  return [...cases].map(([, name, group, , reason]) => `${text(group)}.${text(name)}\n${first(reason)}\n`);
}

function first(reason) {
  return text(reason.replace(/^<!\[CDATA\[/, "").replace(/\]\]>$/, ""))
    .trim()
    .split("\n")
    .slice(0, LINES_OF_REASON)
    .map((line) => `    ${line.slice(0, WIDTH)}`)
    .join("\n");
}

function text(escaped) {
  return escaped
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
