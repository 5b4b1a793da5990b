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
  for (const [i, page] of request.pages.entries())
    answers.push(await faultsOf(page, i));
  process.stdout.write(JSON.stringify(answers));
} finally {
  await browser.close();
}

async function faultsOf(path, i) {
  const faults = [];
  const say = (text) => faults.push(`${basename(path)}: ${text}`);
  const page = await open(path, say);
  for (const text of await page.evaluate(strangers))
    say(text);
  await page.emulateMedia({ media: 'print' });
  const hidden = await page.evaluate(() => Array.from(document.querySelectorAll('details'))
    .filter((fold) => Array.from(fold.children).slice(1).some((part) => !part.checkVisibility({ contentVisibilityAuto: false }))).length);
  if (hidden > 0)
    say(`${hidden} folds are not printed`);
  // All that can be opened is open.
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
  await page.evaluate(axe.source);
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({ media: 'screen', colorScheme: scheme });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width)
        say(`it is ${wide} wide at ${width}`);
      if (request.screenshots)
        await page.screenshot({ path: `${request.screenshots}/${basename(path, '.html')}-${width}-${scheme}.png`, fullPage: true });
      // The rules are about colours and about the layout, and each is seen once.
      if ((width === 375) === (scheme === 'light'))
        continue;
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      for (const one of violations)
        say(`axe at ${width}, ${scheme}: ${one.impact} ${one.id}: ${one.nodes[0].html}`);
    }
  }
  await page.close();
  if (i === 0)
    await attack(path, (text) => say(`injected: ${text}`));
  return faults;
}

// Content that got in all the same can do nothing.
async function attack(path, say) {
  const injected = path.replace(/\.html$/, '.injected.html');
  writeFileSync(injected, readFileSync(path, 'utf8').replace('</main>', '<img src="https://example.invalid/x" onerror="alert(1)"><script>alert(2)</script>'
    + '<style>@import "https://example.invalid/y";</style><a id="bait" href="javascript:alert(3)">bait</a></main>'));
  const page = await open(injected, (text) => { if (!text.startsWith('the console')) say(text); });
  await page.click('#bait');
  await page.waitForTimeout(200);
  await page.close();
}

async function open(path, say) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const own = pathToFileURL(path).href;
  page.on('dialog', (dialog) => { say(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => say(`an error: ${error.message}`));
  page.on('console', (message) => say(`the console: ${message.text()}`));
  page.on('popup', () => say('a window'));
  // What the policy forbids fails before it leaves the browser.
  page.on('requestfinished', (asked) => { if (asked.url() !== own) say(`a request: ${asked.url()}`); });
  page.on('requestfailed', (asked) => { if (asked.failure()?.errorText !== 'csp') say(`a request: ${asked.url()} (${asked.failure()?.errorText})`); });
  await page.goto(own);
  return page;
}

// Elements and attributes that no page of ours has.
function strangers() {
  const known = new Set(('html head meta title style body a header nav p span h1 h2 h3 h4 ul li b strong main section form label input select option button output div table caption thead tbody tr '
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
