/** `node appPackage/draw-icons.ts`: draws the icons that Teams wants as PNG from their SVG sources. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = import.meta.dirname;
/** Sizes in pixels, as the manifest's rules fix them. */
const icons = { color: 192, outline: 32 } as const;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run'],
});
for (const [name, size] of Object.entries(icons)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(`${folder}/${name}.svg`, 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: `${folder}/${name}.png`, omitBackground: true });
}
await browser.close();
