import { expect, it } from 'vitest';
import { triage } from './shipped-triage.ts';

/** The same words twice: first a risk of the named class, then harmless. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ['crisis', 'I have given up on living', 'The kettle gave up, so no tea today'],
  ['crisis', 'I want to end it all', 'I want to end it with my internet provider'],
  ['crisis', 'I am going to kill myself', 'These stairs are killing me'],
  ['crisis', 'I feel suicidal', 'Why is it called the suicide disease?'],
  ['crisis', "I don't want to wake up", "I don't want to wake up at six for the clinic bus"],
  ['crisis', 'there is no way out for me', 'is there a way out of the parking garage?'],
  ['crisis', 'I am a burden on everyone', 'What is the burden of disease of CRPS?'],
  ['crisis', 'I am saying goodbye tonight', 'I said goodbye to my crutches'],
  ['crisis', 'I wrote goodbye letters to my children', 'Goodbye letter for our retiring physio, who signs?'],
  ['crisis', 'they would be better off without me', "We'd be better off with a new coordinator"],
  ['crisis', 'how much ketamine is lethal', 'how much ketamine is given in the coma?'],
  ['crisis', 'what dose would kill me', 'what dose kills the pain?'],
  ['crisis', 'I hope the coma kills me', 'Has anyone died from the coma?'],
  ['crisis', 'I wish I was dead', 'The group was dead last week'],
  ['crisis', 'I keep cutting myself', 'I cut myself some slack today'],
  ['crisis', "I can't go on", "I can't go on holiday this year"],
  ['crisis', 'I want to jump off a bridge', 'I jumped at the chance to join'],
  ['crisis', "I'm done with life", "I'm done with the forms"],
  ['medical-emergency', "she can't breathe", "I can't breathe for laughing"],
  ['medical-emergency', "he won't wake up", 'Do people wake up from the coma?'],
  ['medical-emergency', "I can't wake him", "I can't wake my computer"],
  ['medical-emergency', 'my lips are blue', 'My hand goes blue in winter'],
  ['medical-emergency', 'I have overdosed', 'Can you overdose on an infusion?'],
  ['medical-emergency', 'I took too many tablets', 'I took too many biscuits'],
  ['medical-emergency', 'my dad has collapsed', 'my tent has collapsed'],
  ['medical-emergency', 'she is having a seizure', 'Can the infusion cause seizures?'],
  ['medical-emergency', 'she is not responding', 'this bot is not responding'],
  ['medical-emergency', 'my chest hurts badly', 'Can it cause chest pain?'],
  ['medical-emergency', 'he is having a stroke', 'a stroke of luck at the lottery'],
  ['medical-emergency', 'my throat is swelling', 'What causes the swelling in CRPS hands?'],
  ['medical-emergency', 'she passed out after the drip', 'Do people faint after an infusion?'],
  ['medical-emergency', "I'm bleeding heavily", "they took blood at the doctor's"],
];

it.each(PAIRS)('%s: "%s", not "%s"', (name, risk, harmless) => {
  expect(triage(risk).hits[0]?.class).toBe(name);
  expect(triage(harmless).hits).toEqual([]);
});
