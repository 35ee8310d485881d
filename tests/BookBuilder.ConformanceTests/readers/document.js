// What stands in a document, whoever loaded it.
const ops = 'http://www.idpf.org/2007/ops';

/** The links that stay in the book, each with its kind. */
export function linksOf(document) {
  return [...document.querySelectorAll('a[href]')]
    .map(link => ({ kind: kindOf(link), label: link.textContent.trim() || link.getAttribute('aria-label') || '', href: link.getAttribute('href') }))
    .filter(link => !/^[a-z][a-z0-9+.-]*:/i.test(link.href));
}

function kindOf(link) {
  const words = `${link.getAttribute('role') ?? ''} ${link.getAttributeNS(ops, 'type') ?? link.getAttribute('epub:type') ?? ''}`.split(' ');
  return words.includes('doc-noteref') || words.includes('noteref') ? 'notes' : words.includes('doc-backlink') ? 'backlinks' : 'references';
}

/** The pictures, and whether each came. */
export async function picturesOf(document) {
  const pictures = [...document.querySelectorAll('img')];
  await Promise.all(pictures.filter(picture => !picture.complete).map(picture => new Promise(done => {
    picture.addEventListener('load', done);
    picture.addEventListener('error', done);
    picture.loading = 'eager';
  })));
  return pictures.map(picture => ({ address: picture.getAttribute('src'), loaded: picture.naturalWidth > 0 }));
}

/** All entries of a tree of contents, in order. */
export const flatten = (entries, below) => (entries ?? []).flatMap(entry => [entry, ...flatten(below(entry), below)]);

/** Finds the element that an address's fragment names; the document itself where it names none. */
export function finder(href) {
  const fragment = decodeURIComponent(href.split('#')[1] ?? '');
  return document => fragment ? document.getElementById(fragment) : document.body;
}
