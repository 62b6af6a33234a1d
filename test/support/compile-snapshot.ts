import { SHIPPED_KNOWLEDGE, snapshotPlace } from '../../src/app.ts';
import { compileKnowledge } from '../../src/knowledge/compile-knowledge.ts';

/* Started by `compile-once.ts`. Problems in the knowledge are left to the tests: they say more. */
compileKnowledge(SHIPPED_KNOWLEDGE, snapshotPlace());
