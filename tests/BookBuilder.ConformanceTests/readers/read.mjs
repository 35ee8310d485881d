// node read.mjs epubjs|foliate|readium BOOK.epub
// Opens the book in a reading system and goes everywhere in it. Prints, as JSON: what was looked at, how much of it, and what failed.
import { serve } from './server.mjs';
import { openPage } from './browser.mjs';
import { webPublication } from './webpub.mjs';

const [reader, epub] = process.argv.slice(2);
const server = await serve(epub, reader === 'readium' ? { 'manifest.json': await webPublication(epub) } : {});
const { page, complaints, close } = await openPage(server.origin, 600, 800);
try {
  await page.goto(`${server.origin}/readers/stage.html`);
  await page.waitForFunction('window.read');
  const seen = await page.evaluate((name, origin) => window.read(name, origin), reader, server.origin);
  console.log(JSON.stringify({ ...seen, complaints }));
} finally {
  await close();
  server.close();
}
