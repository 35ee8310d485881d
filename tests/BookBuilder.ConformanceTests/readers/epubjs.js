// epub.js, the engine of many readers on the web.
import '/npm/jszip/dist/jszip.min.js';
import '/npm/epubjs/dist/epub.js';
import { finder, flatten } from './document.js';

export async function open(stage, origin) {
  const book = window.ePub(await (await fetch(`${origin}/book.epub`)).arrayBuffer());
  await book.opened;
  await book.loaded.navigation;   // and with it the page list, whose own promise is kept too early
  const view = book.renderTo(stage, { width: 600, height: 800, flow: 'paginated', spread: 'none' });
  const sections = book.spine.spineItems;
  return {
    documents: sections.map(section => section.href),
    contents: flatten(book.navigation.toc, entry => entry.subitems).map(entry => ({ label: entry.label.trim(), href: entry.href })),
    pages: book.pageList.pageList.map(entry => ({ label: String(entry.page), href: entry.href })),
    async show(index) {
      await view.display(sections[index].href);
      return view.getContents().find(contents => contents.sectionIndex === index)?.document;
    },
    locate(href, from) {
      const path = new URL(href, `http://book/${from === undefined ? '' : sections[from].href}`).pathname.slice(1);
      return { index: book.spine.get(path)?.index, find: finder(href) };
    },
  };
}
