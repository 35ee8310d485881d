// node reflow.mjs BOOK.epub
// Opens every document of the spine on a telephone's screen, by day and by night. Prints, as JSON: how much text was looked at, what is
// wider than the screen, and what axe-core says of colours and of parts that scroll.
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { modules, serve } from './server.mjs';
import { openPage } from './browser.mjs';
import { webPublication } from './webpub.mjs';

const width = 360;   // CSS pixels: the narrowest screen that is still common
// What a reading system lays over a book that gives no colours of its own.
const night = ':root { color-scheme: dark; background: #121212; color: #e0e0e0 } a:link { color: #7bb8ee }';
const [epub] = process.argv.slice(2);
const axe = await readFile(`${modules}/@daisy/axe-core-for-ace/axe.min.js`, 'utf8');
const { readingOrder } = JSON.parse(await webPublication(epub));
const server = await serve(epub);
const { page, complaints, close } = await openPage(server.origin, width, 740);
const result = { documents: 0, texts: 0, coloured: 0, failures: [] };
try {
  for (const { href } of readingOrder)
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`${server.origin}/book/${href}`);
      const name = `${posix.basename(href)} (${scheme})`;
      if (scheme === 'dark') await page.addStyleTag({ content: night });
      const { texts, wide } = await page.evaluate(lookForWide, width);
      await page.evaluate(axe);
      const { coloured, faults } = await page.evaluate(lookWithAxe);
      result.documents++;
      result.texts += texts;
      result.coloured += coloured;
      result.failures.push(...[...wide, ...faults].map(fault => `${name}: ${fault}`));
    }
  console.log(JSON.stringify({ ...result, complaints }));
} finally {
  await close();
  server.close();
}

/** In the page: the parts and words that reach past the screen and cannot be scrolled to within a part of the page. */
function lookForWide(width) {
  const scrolls = element => element && element !== document.documentElement && element !== document.body
    && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  // Clipped to a pixel, it is there for those who hear the page: nobody sees how wide it would be.
  const isHeardOnly = element => element && element !== document.body
    && (getComputedStyle(element).overflowX === 'hidden' && element.getBoundingClientRect().width <= 1 || isHeardOnly(element.parentElement));
  const wide = [], told = [];
  const look = (rectangles, element, parent, what) => {
    const past = [...rectangles].find(r => r.width > 0 && (r.right > width + 0.5 || r.left < -0.5));
    if (!past || scrolls(parent) || isHeardOnly(parent) || told.some(other => other.contains(element))) return;
    told.push(element);
    wide.push(`${what} reaches from ${past.left} to ${past.right}`);
  };
  for (const element of document.body.querySelectorAll('*'))
    look([element.getBoundingClientRect()], element, element.parentElement, `${element.localName} ${element.id || element.className}`);
  let texts = 0;
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const text = words.currentNode.data.trim();
    if (!text) continue;
    texts++;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    look(range.getClientRects(), words.currentNode, words.currentNode.parentElement, `"${text.slice(0, 30)}"`);
  }
  if (document.documentElement.scrollWidth > width) wide.push(`the page is ${document.documentElement.scrollWidth} wide`);
  return { texts, wide };
}

/** In the page: WCAG 1.4.3 (contrast) and 2.1.1 (what scrolls can be scrolled by keys). */
async function lookWithAxe() {
  const { passes, violations } = await axe.run(document, { runOnly: ['color-contrast', 'scrollable-region-focusable'] });
  const of = (results, rule) => results.filter(result => result.id === rule).flatMap(result => result.nodes);
  return {
    coloured: of([...passes, ...violations], 'color-contrast').length,
    faults: violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.target}: ${node.any.map(check => check.message).join('; ')}`)),
  };
}
