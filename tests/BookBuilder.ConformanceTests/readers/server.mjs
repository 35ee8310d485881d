// Gives a browser on this machine a book and the programs that read it, and nothing else.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where npm put the packages of package.json. */
export const modules = resolve(process.env.BOOKBUILDER_JUDGES ?? '.', 'node_modules');
/** Loads a package from there. */
export const load = createRequire(join(modules, 'any.js'));

const types = {
  '.html': 'text/html', '.xhtml': 'application/xhtml+xml', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.svg': 'image/svg+xml', '.gif': 'image/gif', '.webp': 'image/webp',
  '.otf': 'font/otf', '.ttf': 'font/ttf', '.woff': 'font/woff', '.woff2': 'font/woff2',
  '.opf': 'application/oebps-package+xml', '.ncx': 'application/x-dtbncx+xml', '.epub': 'application/epub+zip',
};

/**
 * Serves /npm/ (packages), /readers/ (this folder), /book.epub (the file) and /book/ (the files in it).
 * @param epub path of the book
 * @param made further files of the book, by name, that no one wrote to disk
 * @returns its address, and how to stop it
 */
export async function serve(epub, made = {}) {
  const file = await readFile(epub);
  const zip = await load('jszip').loadAsync(file);
  const find = async path => {
    if (path === '/book.epub') return file;
    if (path === '/favicon.ico') return '';   // browsers ask for it, books have none
    const [, root, rest] = /^\/(npm|readers|book)\/(.+)$/.exec(normalize(path)) ?? [];
    if (root === 'npm') return readFile(join(modules, rest));
    if (root === 'readers') return readFile(join(here, rest));
    if (root === 'book') return made[rest] ?? zip.file(rest)?.async('nodebuffer');
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const body = await find(path).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(body);
  });
  await new Promise(started => server.listen(0, '127.0.0.1', started));
  return { origin: `http://127.0.0.1:${server.address().port}`, zip, close: () => { server.closeAllConnections(); server.close(); } };
}
