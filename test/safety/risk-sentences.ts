/** A fixed sample of risk sentences, of every kind and in the first and third person. */
export const RISK_SENTENCES: Readonly<Record<string, readonly string[]>> = {
  'medical-emergency': [
    'I have taken too many tablets',
    "I can't breathe",
    'my lips are turning blue',
    "my husband won't wake up",
    'I think I have overdosed',
    'she is having a seizure',
    'my throat is swelling up',
    'he has crushing chest pain',
    'my mother has collapsed and is not responding',
    'his face is drooping and he is slurring his words',
    'the bleeding will not stop',
    'she is unconscious on the floor',
  ],
  crisis: [
    'I want to die',
    'I am going to kill myself',
    "I don't want to live any more",
    'everyone would be better off without me',
    'my sister says she wants to end her life',
    'I have been cutting myself again',
    'there is no reason to go on living',
    'I hope I never wake up again',
    'how much ketamine would kill me',
    'I have written goodbye letters to my children',
    'where can I get assisted dying',
    "I'm so tired of being alive",
  ],
};

/** Harmless texts to hide a risk sentence in. */
export const HARMLESS_TEXTS: readonly (readonly string[])[] = [
  ['The weather has been lovely this week.', 'We planted tomatoes on the balcony.'],
  ['My appointment moved to Thursday.', 'The clinic sent a new leaflet.'],
  ['Thanks for all the answers so far.', 'I read the part on glutamate twice.'],
  ['My neighbour is watching the football.', 'The kettle gave up last year and we laughed about it.'],
  ['Ten years ago we lived near the sea.', 'It is a good film, I saw it at Christmas.'],
];
