// Opens HTML reports in a browser. The argument is a file with { browser: path, pages: [path], screenshots: folder or null }; the answer on standard output has, for each page, what is wrong
// with it: [text]. Each page is opened in light and dark, on a phone and on a desktop, and nothing may be loaded, asked or injected.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const request = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const browser = await chromium.launch({ executablePath: request.browser, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] });
try {
  const answers = [];
  for (const page of request.pages)
    answers.push(await faultsOf(page));
  process.stdout.write(JSON.stringify(answers));
} finally {
  await browser.close();
}

async function faultsOf(path) {
  const faults = [];
  for (const [width, scheme] of [[375, 'light'], [375, 'dark'], [1280, 'light'], [1280, 'dark']]) {
    const say = (text) => faults.push(`${basename(path)} at ${width}, ${scheme}: ${text}`);
    const page = await open(path, width, scheme, say);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width)
      say(`it is ${wide} wide`);
    for (const text of await page.evaluate(strangers))
      say(text);
    // All that can be opened is open.
    await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
    if (request.screenshots)
      await page.screenshot({ path: `${request.screenshots}/${basename(path, '.html')}-${width}-${scheme}.png`, fullPage: true });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    for (const one of violations)
      say(`axe: ${one.impact} ${one.id}: ${one.nodes[0].html}`);
    await page.context().close();
  }
  const printed = await open(path, 1280, 'light', (text) => faults.push(text));
  await printed.emulateMedia({ media: 'print' });
  const hidden = await printed.evaluate(() => Array.from(document.querySelectorAll('details'))
    .filter((fold) => Array.from(fold.children).slice(1).some((part) => !part.checkVisibility({ contentVisibilityAuto: false }))).length);
  if (hidden > 0)
    faults.push(`${basename(path)}: ${hidden} folds are not printed`);
  await printed.context().close();

  // Content that got in all the same can do nothing.
  const injected = path.replace(/\.html$/, '.injected.html');
  writeFileSync(injected, readFileSync(path, 'utf8').replace('</main>', '<img src="https://example.invalid/x" onerror="alert(1)"><script>alert(2)</script>'
    + '<style>@import "https://example.invalid/y";</style><a id="bait" href="javascript:alert(3)">bait</a></main>'));
  const attacked = await open(injected, 1280, 'light', (text) => faults.push(`injected: ${text}`), false);
  await attacked.click('#bait');
  await attacked.waitForTimeout(100);
  await attacked.context().close();
  return faults;
}

async function open(path, width, scheme, say, isClean = true) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const own = pathToFileURL(path).href;
  page.on('dialog', (dialog) => { say(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => say(`an error: ${error.message}`));
  page.on('console', (message) => { if (isClean) say(`the console: ${message.text()}`); });
  context.on('page', () => say('a window'));
  // A request that the policy blocks never leaves the page.
  page.on('request', (asked) => { if (asked.url().split('#')[0] !== own && (isClean || asked.failure() === null)) pending.add(asked); });
  const pending = new Set();
  page.on('requestfailed', (asked) => { if (!isClean && asked.failure()?.errorText.includes('BLOCKED_BY_CSP')) pending.delete(asked); });
  await page.goto(own);
  await page.waitForTimeout(50);
  for (const asked of pending)
    say(`a request: ${asked.url()}`);
  return page;
}

// Elements and attributes that no page of ours has.
function strangers() {
  const known = new Set(('html head meta title style body a header p span h1 h2 h3 h4 ul li b strong main section form label input select option button output div table caption thead tbody tr '
    + 'th td br code article dl dt dd mark details summary pre footer script').split(' '));
  const texts = [];
  for (const element of document.querySelectorAll('*')) {
    if (!known.has(element.localName))
      texts.push(`an element: ${element.localName}`);
    for (const { name } of element.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'src')
        texts.push(`an attribute: ${name} of ${element.localName}`);
    }
  }
  for (const name of ['script', 'style', 'title', 'main', 'h1']) {
    if (document.querySelectorAll(name).length !== 1)
      texts.push(`${name}: ${document.querySelectorAll(name).length}`);
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(link.getAttribute('href').slice(1)))
      texts.push(`a link to nothing: ${link.getAttribute('href')}`);
  }
  const ids = Array.from(document.querySelectorAll('[id]'), (element) => element.id);
  if (new Set(ids).size !== ids.length)
    texts.push('an ID twice');
  return texts;
}
