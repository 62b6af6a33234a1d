/**
 * The commonest small words of other languages in Latin letters, by ISO 639-1 code, words that look like English ones
 * too: those count for neither side. They tell a short message apart where its other words are the same everywhere.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  ca: 'el la els les un una de del que qui com quan quant quina per amb sense és són està hi ha i o no si jo tu em es això aquest aquesta vull puc què fa molt on',
  cs: 'je jsou jak co kdo kde kdy kolik proč který která se si že na do pro bez od při ale nebo ten ta to toto jsem mám má můžu může chci není také velmi po za jaké',
  da: 'er var hvad hvem hvor hvornår hvordan hvorfor hvilken det den de en et og eller ikke med uden til på af for om jeg du han hun vi man kan skal vil får meget mange som der har i at være blive',
  de: 'der die das den dem des ein eine einen einem einer ist sind war bin hat habe haben wird werden kann können muss soll will ich du er sie es wir ihr man mir mich wie was wer wo wann warum welche welcher viel viele nicht kein keine und oder aber mit ohne von vom zu zum zur bei nach für auf im in am an aus gibt auch noch sehr',
  es: 'el la los las un una de del al que qué quién quien cómo como cuándo cuando cuánto cuanto cuánta dónde donde por para con sin es son está hay muy más pero yo me mi se lo le su esto este esta eso quiero puedo puede tiene y o no si sí',
  et: 'on ei ja või mis kes kus kuidas miks millal kui palju see need ma sa ta me te nad mina sina ka aga oma olen oled saab võib kas mind',
  fi: 'on ei ja tai mikä mitä kuka missä milloin miten miksi kuinka paljon se ne minä sinä hän me te he tämä olen onko voiko voi kun että myös mutta ovat haluan',
  fr: 'le la les un une des de du au aux est sont suis ce cet cette ces que qui quoi quel quelle comment combien quand où pourquoi pour avec sans dans sur par je tu il elle on nous vous ils ne pas plus et ou mais ça y a-t-il peut peux veux fait être avoir',
  hr: 'je su što šta tko gdje kada kako zašto koliko koji koja se ne da li na u za od do s sa bez ali ili i ja ti on ona ovo to taj može mogu imam ima sam nije jako',
  hu: 'a az és vagy nem van hogy hogyan mi ki hol mikor mennyi mennyibe miért melyik ez egy is én te ő meg csak lehet kell nagyon vagyok mit akarok',
  id: 'apa apakah siapa bagaimana berapa kapan di mana kenapa mengapa ini itu yang dan atau tidak bukan dengan untuk dari ke pada saya kamu dia kami ada bisa boleh akan sudah juga sangat mau ingin',
  it: "il lo la i gli le un uno una di del della dei che chi cosa come quando quanto quanta dove perché per con senza è sono ha ho c'è si no non più ma e o io tu mi ti se questo questa può posso voglio su da al alla",
  lt: 'yra ir ar kas kaip kada kur kodėl kiek kuris ne aš tu jis ji mes tai šis ši su be iš į nuo iki bet labai gali galiu noriu man',
  lv: 'ir un vai kas kā kad kur kāpēc cik kurš nav es tu viņš mēs tas šis šī ar bez no uz pie bet ļoti var varu gribu man par',
  ms: 'apa adakah siapa bagaimana berapa bila di mana kenapa mengapa ini itu yang dan atau tidak bukan dengan untuk dari ke pada saya awak dia kami ada boleh akan sudah juga sangat mahu',
  nl: 'de het een en of is zijn was ben heeft heb hebben wordt worden kan kun kunnen moet wil ik jij je hij zij ze wij we u mij wie wat waar wanneer waarom hoe welke hoeveel veel niet geen maar met zonder van voor op in aan uit bij naar te er dit dat deze die ook nog',
  no: 'er var hva hvem hvor når hvordan hvorfor hvilken det den de en et og eller ikke med uten til på av for om jeg du han hun vi man kan skal vil får mye mange som der har i å være bli',
  pl: 'jest są jak co kto gdzie kiedy ile dlaczego czy który która się nie na do dla bez od przy ale lub i w z ze to ten ta tego jestem mam ma mogę może chcę bardzo po za jaki jaka',
  pt: 'o a os as um uma de do da dos das que quem como quando quanto quanta onde por para com sem é são está há muito mais mas eu me se isso isto este esta quero posso pode tem e ou não sim no na em',
  ro: 'este sunt ce cine cum când cât unde de pentru cu fără la pe din și sau nu da eu tu el ea un o care mai dar se să am are pot poate vreau foarte în',
  sk: 'je sú ako čo kto kde kedy koľko prečo ktorý ktorá sa si že na do pre bez od pri ale alebo ten tá to toto som mám má môžem môže chcem nie aj veľmi po za aké',
  sl: 'je so kaj kdo kje kdaj kako zakaj koliko kateri katera se ne da ali na v za od do s z brez ampak in jaz ti on ona to ta lahko imam ima sem ni zelo',
  sv: 'är var vad vem hur när varför vilken det den de en ett och eller inte med utan till på av för om jag du han hon vi man kan ska vill får mycket många som där har i att vara bli',
  tl: 'ang ng mga sa ay si ni ano sino paano kailan saan bakit magkano ilan ito iyan ako ikaw siya kami hindi may wala at o kung para ba po gusto pwede',
  tr: 'bu şu o ne nedir kim nasıl nerede niçin neden kaç kadar hangi mi mı mu mü ve veya ile için değil var yok ben sen biz çok bir da de daha istiyorum olur',
  vi: 'là có không và hoặc gì ai nào như thế đâu khi tại sao bao nhiêu này đó của cho với tôi bạn được bị rất muốn một các những',
};

/** What people say to greet and to thank, which is often all of a message. */
const GREETINGS: Readonly<Record<string, string>> = {
  da: 'goddag',
  de: 'hallo danke servus moin guten tag morgen abend grüezi',
  es: 'hola gracias buenos buenas días tardes noches',
  fi: 'moi kiitos hyvää päivää',
  fr: 'bonjour bonsoir merci salut',
  id: 'halo terima kasih selamat pagi siang',
  it: 'buongiorno buonasera grazie salve',
  nl: 'goedemorgen goedemiddag goedenavond dankjewel bedankt',
  pl: 'cześć dzień dobry dziękuję',
  pt: 'olá obrigado obrigada bom dia boa tarde noite',
  sv: 'hej tack',
  tr: 'merhaba selam teşekkürler',
  vi: 'xin chào',
};

/** Small words and greetings of one language, with their accents and without. */
export interface SmallWords {
  readonly small: ReadonlySet<string>;
  readonly greetings: ReadonlySet<string>;
}

/** By ISO 639-1 code. */
export const FUNCTION_WORDS: ReadonlyMap<string, SmallWords> = new Map(
  Object.entries(SMALL_WORDS).map(([language, words]) => [
    language,
    { small: listOf(words), greetings: listOf(GREETINGS[language] ?? '') },
  ]),
);

/** Letters without their accents: most people leave them out. */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('đ', 'd');
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').flatMap((word) => [word, withoutAccents(word)]));
}
