/** What people say before they ask: `can you tell me`, `i would like to know if`. It says nothing about the subject. */
const OPENING =
  /^(?:(?:hi|hello|hey|ok|okay|so|well|please|pls|thanks|thank you|also|and|but)[ ,]+)*(?:(?:can|could|would|will) you (?:please )?(?:tell me|let me know|explain(?: to me)?|help me|show me|give me|say)|(?:please )?(?:tell me|let me know|explain)|i(?:'d| would) (?:like|love) (?:to know|you to(?: tell me)?|to)|i (?:want|need|wanna)(?: to know| you to(?: tell me)?| to)|do you know|i(?:'m| am) (?:wondering|curious)(?: about)?|i was wondering|i wonder|any idea)[ ,]+(?:(?:if|whether|about) )?/;

/** A sentence in normal form without its opening, unless less than two words would be left. */
export function cutOpening(sentence: string): string {
  const rest = sentence.replace(OPENING, '');
  return /\S\s+\S/.test(rest) ? rest : sentence;
}
