import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import { compileKnowledge } from '../../src/knowledge/compile-knowledge.ts';
import { testSnapshot } from './test-snapshot.ts';

/* Started by `compile-once.ts`. Problems in the knowledge are left to the tests: they say more. */
const place = testSnapshot();
mkdirSync(dirname(place.path), { recursive: true });
compileKnowledge(SHIPPED_KNOWLEDGE, place);
