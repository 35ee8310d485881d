// foliate-js, the engine of the desktop reader Foliate.
import '/npm/foliate-js/view.js';
import { flatten } from './document.js';

export async function open(stage, origin) {
  const view = document.createElement('foliate-view');
  stage.append(view);
  await view.open(new File([await (await fetch(`${origin}/book.epub`)).blob()], 'book.epub', { type: 'application/epub+zip' }));
  const { book, renderer } = view;
  const entries = list => flatten(list, entry => entry.subitems).map(entry => ({ label: entry.label.trim(), href: entry.href }));
  return {
    documents: book.sections.map(section => section.id),
    contents: entries(book.toc),
    pages: entries(book.pageList),
    async show(index) {
      await renderer.goTo({ index });
      return renderer.getContents().find(contents => contents.index === index)?.doc;
    },
    locate(href, from) {
      const place = book.resolveHref(from === undefined ? href : book.sections[from].resolveHref(href));
      // An address without a fragment has the place 0, the beginning.
      return place && { index: place.index, find: shown => href.includes('#') ? place.anchor(shown) : shown.body };
    },
  };
}
