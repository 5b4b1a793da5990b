// Makes the picture of the README: node tests/editor/screenshot.mjs REPORT.html PICTURE.png [BROWSER]. See tests/editor/screenshot.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report, picture, executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(report).href);
  await page.screenshot({ path: picture, clip: { x: 0, y: 0, width: 1000, height: 1000 } });
} finally {
  await browser.close();
}
