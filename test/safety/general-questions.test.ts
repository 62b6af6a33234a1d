import { expect, it } from 'vitest';
import { triage } from './shipped-triage.ts';

const PLACES = ['', ' in the coma', ' during an infusion', ' from ketamine', ' with the awake method'];
const QUESTIONS = [
  'Has anyone died',
  'Is it dangerous',
  'What is the overdose risk',
  'Can you overdose',
  'How many mg are given',
  'What is the dose',
  'Do people stop breathing',
  'Can people have a seizure',
  'Is there a risk of heart attack',
  'Were there any deaths',
  'Do patients faint',
  'Do patients lose consciousness',
  'How many patients died',
  'Is it deadly',
  'Can it cause an allergic reaction',
  'How long are people unconscious',
];

it.each(QUESTIONS.flatMap((question) => PLACES.map((place) => `${question}${place}?`)))(
  'leaves a general question: %s',
  (text) => {
    for (const each of [text, text.toLowerCase(), text.toUpperCase(), `Hi all. ${text} Thanks!`]) {
      expect(triage(each).hits, each).toEqual([]);
    }
  },
);
