// Headless Chromium with one page, and an ear for everything that it complains about.
import { fileURLToPath } from 'node:url';
import { load } from './server.mjs';

/**
 * Opens a page of a size in CSS pixels.
 * @param origin the only address from which the page may load anything
 * @returns the page, what was complained of so far, and how to close it
 */
export async function openPage(origin, width, height) {
  const browser = await load('puppeteer-core').launch({
    executablePath: fileURLToPath(new URL('chromium', import.meta.url)),
    defaultViewport: { width, height },
    protocolTimeout: 600_000,
  });
  const page = (await browser.pages())[0];
  const complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`script: ${error}`));
  page.on('request', request => /^https?:/.test(request.url()) && !request.url().startsWith(origin + '/') && complaints.push(`outside: ${request.url()}`));
  page.on('response', response => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`));
  return { page, complaints, close: () => browser.close() };
}
