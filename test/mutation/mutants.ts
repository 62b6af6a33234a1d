import { LOOP_MUTANTS } from './loop-mutants.ts';

/** One deliberate break of a promise, and the test that must notice it. */
export interface Mutant {
  readonly promise: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly test: string;
  /** Whether the test needs the shipped knowledge as the broken code would compile it; by default it does. */
  readonly needsKnowledge?: boolean;
}

export const MUTANTS: readonly Mutant[] = [
  {
    promise: 'every answer carries the caveat of its level',
    file: 'src/domain/section-blocks.ts',
    from: '[heading, warning, ...text.body, ...quotes]',
    to: '[heading, ...text.body, ...quotes]',
    test: 'test/shipped/caveats.test.ts',
  },
  {
    promise: 'every text about the treatment carries the standing line',
    file: 'src/domain/reply.ts',
    from: "if (needsStanding) blocks.push({ kind: 'standing', text: standing.text });",
    to: '',
    test: 'test/shipped/caveats.test.ts',
  },
  {
    promise: 'no renderer cuts a caveat off',
    file: 'src/rendering/plain-text.ts',
    from: ".join('\\n\\n');",
    to: ".join('\\n\\n').slice(0, 200);",
    test: 'test/shipped/caveats.test.ts',
  },
  {
    promise: 'the most urgent class leads',
    file: 'src/answering/respond.ts',
    from: 'const [first, ...rest] = hits;',
    to: 'const [first, ...rest] = [...hits].reverse() as unknown as NonEmpty<SafetyHit>;',
    test: 'test/answering/conversation.test.ts',
  },
  {
    promise: 'what stands beside a threat takes nothing back',
    file: 'src/answering/choose-classes.ts',
    from: 'if (match && match.sentence >= said.sentence) return true;',
    to: '',
    test: 'test/safety/metamorphic.test.ts',
  },
  {
    promise: 'a plain question is not taken for a risk',
    file: 'src/answering/second-opinion.ts',
    from: '>= plainly;',
    to: '> 1;',
    test: 'test/web/session.test.ts',
  },
  {
    promise: 'triage that fails is an emergency',
    file: 'src/answering/triage-first.ts',
    from: 'return { hits: [FAILED], soft: undefined };',
    to: 'return { hits: [], soft: undefined };',
    test: 'test/answering/conversation.test.ts',
  },
  {
    promise: 'what words mean together counts',
    file: 'src/matching/score-vector.ts',
    from: 'if (model.hidden) addHidden(model.hidden, classes, rows, values, scores);',
    to: '',
    test: 'test/matching/train-network.test.ts',
    needsKnowledge: false,
  },
  {
    promise: 'what was judged before is not used after another answer',
    file: 'src/answering/recent-judgements.ts',
    from: 'if (before?.standsAlone) return remember(judged, alone, before);',
    to: 'if (before) return remember(judged, alone, before);',
    test: 'test/answering/recent-judgements.test.ts',
  },
  {
    promise: 'a triage that failed is not remembered',
    file: 'src/answering/recent-judgements.ts',
    from: 'if (!isFailure(made)) remember(triaged, key, made);',
    to: 'remember(triaged, key, made);',
    test: 'test/answering/recent-judgements.test.ts',
  },
  {
    promise: 'no amount is given after a self-administration message',
    file: 'src/answering/give-decision.ts',
    from: "recently(before, 'self-administration', now) ? withoutDose(turn, decided) : decided",
    to: 'recently(before, "self-administration", now) ? decided : withoutDose(turn, decided)',
    test: 'test/answering/conversation.test.ts',
  },
  {
    promise: 'only the sending file sends text',
    file: 'src/telegram/guard.ts',
    from: 'if (!silent && !isDelivered(method, payload)) throw new UnsealedText(method);',
    to: '',
    test: 'test/telegram/seal.test.ts',
  },
  {
    promise: 'a look-alike of a reply is not sent',
    file: 'src/telegram/deliver.ts',
    from: 'if (!Reply.isSealed(reply)) throw',
    to: 'if (reply === undefined) throw',
    test: 'test/telegram/seal.test.ts',
  },
  {
    promise: 'every number of an answer stands in its quote',
    file: 'content/answers/awake/awake-dose.md',
    from: 'The document reports 10–90 mg per hour.',
    to: 'The document reports 10–95 mg per hour.',
    test: 'test/knowledge/rules.test.ts',
  },
  {
    promise: 'every quote stands in the document',
    file: 'content/answers/coma/coma-dose.md',
    from: '600 and 900 mg',
    to: '600 and 990 mg',
    test: 'test/knowledge/rules.test.ts',
  },
  ...LOOP_MUTANTS,
  {
    promise: 'the page answers no other host',
    file: 'src/web/refuse-foreign.ts',
    from: 'if (name === undefined || !isOurs(name))',
    to: 'if (name === undefined)',
    test: 'test/web/page-app.test.ts',
  },
  {
    promise: 'on the page, too, only its receiver presses under a whisper',
    file: 'src/web/to-update.ts',
    from: 'under.onlyFor !== undefined && ',
    to: 'false && ',
    test: 'test/web/session.test.ts',
  },
];
