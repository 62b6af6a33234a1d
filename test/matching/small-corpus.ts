import { answerId } from '../../src/domain/ids.ts';
import type { Corpus } from '../../src/matching/corpus.ts';
import { createMatcher, type Matcher } from '../../src/matching/create-matcher.ts';

/** A subject of its own, so that these tests know nothing of the shipped one: a small library. */
export const LIBRARY: Corpus = {
  intents: [
    intent('opening-hours', 'desk', 'the opening hours', [
      'when are you open',
      'what are your opening hours',
      'at what time do you close',
      'are you open on sunday',
      'opening times of the library',
      'how late is the library open',
    ]),
    intent('late-fee', 'desk', 'the late fee', [
      'how much is the late fee',
      'what do i pay for an overdue book',
      'cost of returning a book late',
      'is there a fine for overdue books',
      'how high is the fine',
      'price of overdue books',
    ]),
    intent('paper-loan', 'paper', 'paper books', [
      'how do i borrow a paper book',
      'how many paper books can i borrow',
      'lending of paper books',
      'borrow a printed book',
      'what is a paper loan',
    ]),
    intent('paper-period', 'paper', 'paper books', [
      'for how long can i keep a paper book',
      'how many weeks may i keep a printed book',
      'loan period of paper books',
      'when must a paper book be returned',
    ]),
    intent('audio-loan', 'audio', 'audio books', [
      'how do i borrow an audio book',
      'how many audio books can i borrow',
      'lending of audio books',
      'what is an audio loan',
      'borrow a recording',
    ]),
    intent('audio-period', 'audio', 'audio books', [
      'for how long can i keep an audio book',
      'how many weeks may i keep a recording',
      'loan period of audio books',
      'when must an audio book be returned',
    ]),
    intent('hello', 'talk', 'the bot', ['hello', 'hi', 'good morning', 'hey there', 'hello bot']),
  ],
  offTopic: [
    'who won the match',
    'how do i fix a bicycle',
    'what is the capital of peru',
    'my cat is asleep on the sofa',
    'recipe for lentil soup',
    'the bus is late again',
    'how much is a train ticket',
  ],
  vocabulary: {
    spellings: { whats: 'what is', "what's": 'what is', colour: 'color' },
    concepts: [
      { name: 'f-paper', kind: 'facet', terms: ['paper', 'printed', 'paperback'] },
      { name: 'f-audio', kind: 'facet', terms: ['audio', 'recording', 'spoken'] },
      { name: 'q-how-long', kind: 'question', terms: ['how long', 'how many weeks', 'for how long'] },
      { name: 'method', kind: 'word', terms: ['one', 'kind', 'book'] },
    ],
    common:
      'a an the and or of to in on at is are do does can may i you it that this what when how much many for'.split(
        ' ',
      ),
    generic: ['book', 'library', 'what', 'how'],
    courtesies: ['hello', 'hi', 'please', 'thanks'],
  },
  followUps: {
    openers: ['and', 'what about', 'but'],
    pronouns: ['it', 'that', 'one'],
    anchors: [],
    facets: {
      paper: {
        concept: 'f-paper',
        ordinals: ['first'],
        answers: { loan: answerId('paper-loan'), period: answerId('paper-period') },
      },
      audio: {
        concept: 'f-audio',
        ordinals: ['second'],
        answers: { loan: answerId('audio-loan'), period: answerId('audio-period') },
      },
    },
    other: { paper: 'audio', audio: 'paper' },
    about: {
      'paper-loan': { facet: 'paper', asks: 'loan' },
      'paper-period': { facet: 'paper', asks: 'period' },
      'audio-loan': { facet: 'audio', asks: 'loan' },
      'audio-period': { facet: 'audio', asks: 'period' },
      'late-fee': { asks: 'fee' },
      'opening-hours': { asks: 'hours' },
    },
    after: { 'audio-loan': { 'q-how-long': answerId('audio-period') } },
  },
  tuning: { least: 1 },
};

let made: Matcher | undefined;

/** One matcher for all tests of a file. */
export function libraryMatcher(): Matcher {
  made ??= createMatcher(LIBRARY);
  return made;
}

function intent(
  id: string,
  group: string,
  topic: string,
  phrasings: readonly string[],
): Corpus['intents'][number] {
  return { id: answerId(id), group, topic, phrasings };
}
