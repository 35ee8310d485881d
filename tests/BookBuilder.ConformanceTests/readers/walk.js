// Goes through a book as a reading system shows it: opens every document, looks at every picture, follows every link.
import { linksOf, picturesOf } from './document.js';

/**
 * What each reader's module makes of the book it opened:
 * documents  the names of the spine's documents, in order
 * contents   the entries { label, href } of the table of contents, all levels
 * pages      the entries { label, href } of the page list
 * show       (index) => the document, as the reader loaded it
 * locate     (href, index of the document that says it; none for contents and pages) => { index, find: (document) => element }
 */
export async function walk(reader) {
  const counts = { documents: 0, contents: 0, pages: 0, notes: 0, backlinks: 0, references: 0, pictures: 0 };
  const failures = [];
  const attempt = async (what, action) => {
    try {
      const fault = await inTime(action());
      if (fault) failures.push(`${what}: ${fault}`);
    } catch (error) {
      failures.push(`${what}: ${error.message ?? error}`);
    }
  };

  const links = [
    ...reader.contents.map(entry => ({ kind: 'contents', ...entry })),
    ...reader.pages.map(entry => ({ kind: 'pages', ...entry })),
  ];
  for (const [index, name] of reader.documents.entries()) {
    await attempt(`document ${name}`, async () => {
      const shown = await reader.show(index);
      links.push(...linksOf(shown).map(link => ({ ...link, from: index })));
      for (const picture of await picturesOf(shown)) {
        counts.pictures++;
        if (!picture.loaded) failures.push(`picture ${picture.address} in ${name}: does not load`);
      }
      counts.documents++;
      return shown.querySelector('parsererror') ? 'is not well-formed' : shown.body?.textContent.trim() || shown.images.length > 0 ? null : 'is empty';
    });
  }

  const targets = new Map();
  for (const link of links) {
    counts[link.kind]++;
    const what = `${link.kind} "${link.label}" ${link.href} in ${reader.documents[link.from] ?? 'the navigation'}`;
    await attempt(what, async () => {
      const place = await reader.locate(link.href, link.from);
      if (!(place?.index in reader.documents)) return 'leads to no document of the spine';
      targets.set(place.index, [...(targets.get(place.index) ?? []), { what, find: place.find }]);
      return link.label ? null : 'says nothing';
    });
  }
  for (const [index, places] of targets) {   // a document at a time: opening one is what costs
    await attempt(`links to ${reader.documents[index]}`, async () => {
      const shown = await reader.show(index);
      for (const { what, find } of places)
        if (!find(shown)) failures.push(`${what}: leads to no element`);
    });
  }
  return { counts, failures };
}

/** The promise's result, or an error when it takes longer than a reader of books would wait. */
function inTime(promise) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('took more than 60 s')), 60_000));
  return Promise.race([promise, late]);
}
