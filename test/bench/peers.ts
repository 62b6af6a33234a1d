import { createRequire } from 'node:module';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Engine, Ranking } from './engine.ts';

const require = createRequire(import.meta.url);

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ classifications?: { intent: string; score: number }[] }>;
}

/** node-nlp 4: tokens, stems and a small neural network; the off-topic messages go to its intent `None`. */
export const nodeNlp: Engine = {
  name: 'node-nlp',
  sample: 1,
  async build(entries, offTopic) {
    const { NlpManager } = require('node-nlp') as { NlpManager: new (settings: object) => NlpManager };
    const manager = new NlpManager({
      languages: ['en'],
      nlu: { log: false },
      autoSave: false,
      forceNER: false,
    });
    for (const { id, phrasings } of entries)
      for (const text of phrasings) manager.addDocument('en', text, id);
    for (const text of offTopic) manager.addDocument('en', text, 'None');
    await manager.train();
    return async (text) => {
      const { classifications = [] } = await manager.process('en', text);
      const ranked = classifications.filter(({ intent }) => intent !== 'None');
      const none = classifications.find(({ intent }) => intent === 'None')?.score ?? 0;
      return { ids: ranked.map(({ intent }) => intent), sure: (ranked[0]?.score ?? 0) - none };
    };
  },
};

interface Bm25 {
  defineConfig(config: object): void;
  definePrepTasks(tasks: unknown[]): void;
  addDoc(doc: object, id: number): void;
  consolidate(): void;
  search(text: string, limit: number): [number, number][];
}

/** wink-bm25-text-search 3: BM25 over the phrasings. */
export const winkBm25: Engine = {
  name: 'wink-bm25-text-search',
  sample: 1,
  async build(entries) {
    const bm25 = (require('wink-bm25-text-search') as () => Bm25)();
    const nlp = require('wink-nlp-utils') as {
      string: { lowerCase: unknown; tokenize0: unknown };
      tokens: { stem: unknown; propagateNegations: unknown };
    };
    bm25.defineConfig({ fldWeights: { text: 1 } });
    bm25.definePrepTasks([nlp.string.lowerCase, nlp.string.tokenize0, nlp.tokens.stem]);
    const owners = flatten(entries);
    owners.forEach(({ text }, i) => {
      bm25.addDoc({ text }, i);
    });
    bm25.consolidate();
    return (text) => rank(bm25.search(text, 50).map(([i, score]) => ({ id: owners[i]?.id ?? '', score })));
  },
};

/** minisearch 7: TF-IDF over the phrasings with its own fuzzy and prefix search. */
export const miniSearch: Engine = {
  name: 'minisearch',
  sample: 1,
  async build(entries) {
    const owners = flatten(entries);
    const index = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2 } });
    index.addAll(owners.map(({ text }, id) => ({ id, text })));
    return (text) =>
      rank(
        index
          .search(text)
          .slice(0, 50)
          .map(({ id, score }) => ({ id: owners[id as number]?.id ?? '', score })),
      );
  },
};

/** fuse.js 7 over the phrasings, position ignored, words in any order. */
export const fuseJs: Engine = {
  name: 'fuse.js',
  sample: 10,
  async build(entries) {
    const owners = flatten(entries);
    const fuse = new Fuse(owners, {
      keys: ['text'],
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.6,
    });
    return (text) =>
      rank(
        fuse.search(text, { limit: 50 }).map(({ item, score }) => ({ id: item.id, score: 1 - (score ?? 1) })),
      );
  },
};

export const PEERS: readonly Engine[] = [nodeNlp, winkBm25, miniSearch, fuseJs];

function flatten(entries: Parameters<Engine['build']>[0]): { id: string; text: string }[] {
  return entries.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ id, text })));
}

function rank(hits: readonly { id: string; score: number }[]): Ranking {
  return { ids: [...new Set(hits.map(({ id }) => id))], sure: hits[0]?.score ?? 0 };
}
