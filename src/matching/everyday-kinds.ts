/**
 * Closed and everyday classes of English: words of one class stand in the same places of a question, whatever it is about,
 * so a phrasing with `monday` and `paris` teaches something about `friday` and `rome`. Written by hand from general
 * knowledge, after a look at the errors on the validation half of CLINC150. A word may be in several classes.
 */
export const EVERYDAY_KINDS: Readonly<Record<string, string>> = {
  number:
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half couple',
  ordinal:
    'first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri weekend weekday',
  month:
    'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  when: 'today tomorrow yesterday tonight now currently recently lately ago soon later',
  span: 'second minute hour day week month year decade',
  language:
    'english spanish french german italian portuguese russian chinese mandarin cantonese japanese korean arabic hindi urdu bengali turkish polish dutch swedish norwegian danish finnish greek hebrew latin irish welsh vietnamese thai indonesian malay swahili czech hungarian romanian ukrainian persian farsi tagalog hawaiian zulu',
  country:
    'america usa us england britain uk scotland ireland wales france germany italy spain portugal russia china japan korea india pakistan bangladesh turkey poland netherlands holland sweden norway denmark finland greece israel egypt morocco nigeria kenya ghana ethiopia brazil mexico argentina chile peru colombia canada australia switzerland austria belgium thailand vietnam indonesia malaysia singapore philippines ukraine romania hungary cuba jamaica iceland iran iraq europe asia africa hawaii alaska',
  city: 'london paris berlin rome madrid barcelona lisbon moscow beijing shanghai tokyo seoul delhi mumbai bangkok dubai istanbul cairo sydney melbourne toronto montreal vancouver york boston chicago seattle denver dallas houston austin miami orlando atlanta phoenix detroit philadelphia portland cleveland baltimore nashville memphis angeles diego francisco vegas antonio jose orleans tampa charlotte minneapolis pittsburgh cincinnati milwaukee oakland sacramento albuquerque tulsa omaha',
  state:
    'texas florida california nevada arizona oregon washington ohio michigan illinois georgia virginia carolina tennessee kentucky utah colorado kansas missouri alabama louisiana arkansas oklahoma iowa minnesota wisconsin indiana pennsylvania jersey maryland massachusetts connecticut vermont maine idaho montana wyoming nebraska dakota delaware mississippi',
  currency:
    'dollar dollars usd euro euros eur pound pounds gbp yen yuan peso pesos rupee rupees franc francs ruble bitcoin cent cents pence buck bucks',
  family:
    'mother mom mum father dad brother sister son daughter wife husband parent child kid aunt uncle cousin grandma grandpa grandmother grandfather friend girlfriend boyfriend boss',
  unit: 'inch foot feet mile kilometer meter centimeter ounce gram kilogram kg lb liter gallon cup teaspoon tablespoon celsius fahrenheit degree percent',
  colour: 'red blue green yellow black white orange purple pink brown gray grey',
  person:
    'john james robert michael david william mary jennifer linda susan sarah karen lisa nancy tom tim bob bill jim joe mike steve paul mark george peter kevin brian jason eric anna emma kate amy emily maria jack sam alex chris matt dan ben adam',
  food: 'bread rice pasta pizza cheese milk butter egg eggs chicken beef pork fish salmon tuna steak turkey ham bacon soup salad sandwich burger potato potatoes tomato tomatoes onion garlic carrot apple banana orange lemon lime strawberry cake cookie pie chocolate sugar salt pepper flour oil vinegar coffee tea juice beer wine water soda sauce bean beans corn lettuce mushroom spinach yogurt cream honey nut peanut taco burrito lasagna spaghetti curry noodles',
  meal: 'breakfast lunch dinner supper brunch snack',
  animal:
    'dog cat bird fish horse cow pig sheep goat rabbit mouse rat snake lion tiger bear wolf elephant monkey pet puppy kitten duck hen',
  body: 'head face eye ear nose mouth tooth teeth neck shoulder arm elbow wrist hand finger thumb chest back stomach belly hip leg knee ankle foot toe skin heart lung brain liver kidney bone muscle',
  vehicle: 'car truck bus train plane bike bicycle motorcycle taxi cab uber van boat ship tram subway metro',
  device:
    'phone cellphone smartphone iphone android computer laptop pc tablet ipad tv television radio camera watch printer speaker headphones charger',
  clothes:
    'shirt tshirt shoe shoes boot boots pants jeans trousers dress skirt coat jacket hat sock socks glove gloves belt scarf suit sweater',
  room: 'kitchen bathroom bedroom garage basement attic office garden yard hall',
};
