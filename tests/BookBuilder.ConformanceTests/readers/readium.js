// Readium's web toolkit, with the manifest that webpub.mjs made of the package document.
import { EpubNavigator } from '/npm/@readium/navigator/dist/index.js';
import { HttpFetcher, Locator, LocatorLocations, Manifest, Publication } from '/npm/@readium/shared/dist/index.js';
import { finder, flatten } from './document.js';

const deaf = Object.fromEntries(['frameLoaded', 'positionChanged', 'tap', 'click', 'zoom', 'miscPointer', 'scroll', 'customEvent',
  'handleLocator', 'textSelected', 'contentProtection', 'contextMenu', 'peripheral'].map(event => [event, () => true]));

export async function open(stage, origin) {
  const base = `${origin}/book/`;
  const json = await (await fetch(`${base}manifest.json`)).json();
  const manifest = Manifest.deserialize(json);
  manifest.setSelfLink(`${base}manifest.json`);
  const documents = manifest.readingOrder.items;
  const positions = documents.map((document, index) => new Locator({
    href: document.href, type: document.type,
    locations: new LocatorLocations({ position: index + 1, progression: 0, totalProgression: index / documents.length }),
  }));
  const publication = new Publication({ manifest, fetcher: new HttpFetcher(undefined, base) });
  const navigator = new EpubNavigator(stage, publication, deaf, positions, positions[0], { preferences: {}, defaults: {} });
  await navigator.load();
  const entries = list => flatten(list, entry => entry.children).map(entry => ({ label: (entry.title ?? '').trim(), href: entry.href }));
  return {
    documents: documents.map(document => document.href),
    contents: entries(json.toc),
    pages: entries(json.pageList),
    async show(index) {
      await new Promise((done, fail) => navigator.go(positions[index], false, shown => shown ? done() : fail(new Error('the navigator does not go there'))));
      return navigator._cframes[0].iframe.contentDocument;
    },
    locate(href, from) {
      const path = new URL(href, base + (from === undefined ? '' : documents[from].href)).pathname.slice('/book/'.length);
      return { index: documents.findIndex(document => document.href === decodeURIComponent(path)), find: finder(href) };
    },
  };
}
