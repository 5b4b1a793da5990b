// Renders Markdown as GitHub does, raw HTML included. The argument is a file with { files: [path] }; the answer on standard output has, for each file, what gets out of code: elements other
// than those of a report, and texts that become mentions or links: [text].
import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const request = JSON.parse(readFileSync(process.argv[2], 'utf8'));
process.stdout.write(JSON.stringify(request.files.map((path) => strangers(readFileSync(path, 'utf8')))));

function strangers(markdown) {
  const html = micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const rest = html.replace(/<code[^>]*>[^<]*<\/code>/g, '');
  const known = new Set('h3 p table thead tbody tr th td br details summary ul li pre'.split(' '));
  const found = Array.from(rest.matchAll(/<\/?([a-z0-9]+)[^>]*>/gi)).filter((tag) => !known.has(tag[1].toLowerCase())).map((tag) => tag[0]);
  const text = rest.replace(/<[^>]*>/g, ' ');
  found.push(...(text.match(/(^|[^\w/])@\w[\w-]*|(^|[^\w&])#\d+|\bGH-\d+|https?:\/\/\S+|www\.\S+|::[a-z-]+(?= |::)|##\S*\[/gi) ?? []));
  // Each row has as many cells as its head.
  for (const table of html.matchAll(/<table>[^]*?<\/table>/g)) {
    const [head, ...rows] = table[0].split('<tr>').slice(1).map((row) => row.match(/<t[hd][ >]/g).length);
    if (rows.some((row) => row !== head))
      found.push('a row with other cells');
  }
  return found;
}
