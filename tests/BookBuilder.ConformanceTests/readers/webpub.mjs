// The Readium web publication manifest of an EPUB, made by the parser of Thorium Reader.
import { load } from './server.mjs';

/** @returns the manifest as JSON */
export async function webPublication(epub) {
  const { initGlobalConverters_GENERIC, initGlobalConverters_SHARED } = load('r2-shared-js/dist/es8-es2017/src/init-globals');
  const { EpubParsePromise } = load('r2-shared-js/dist/es8-es2017/src/parser/epub');
  const { TaJsonSerialize } = load('r2-lcp-js/dist/es8-es2017/src/serializable');
  initGlobalConverters_SHARED();
  initGlobalConverters_GENERIC();
  const manifest = TaJsonSerialize(await EpubParsePromise(epub));
  // The parser writes a list of one as its single value; the web toolkit reads lists only, and wants one of links.
  const { accessibility } = manifest.metadata;
  for (const key of ['conformsTo', 'hazard', 'feature', 'accessMode', 'accessModeSufficient', 'exemption'])
    if (accessibility?.[key] !== undefined) accessibility[key] = [accessibility[key]].flat();
  return JSON.stringify({ links: [], ...manifest });
}
