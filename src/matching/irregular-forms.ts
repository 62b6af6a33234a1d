/** Words whose forms no rule of spelling finds: the form to read, then the others, one word a line. */
const TABLE = `
go goes went gone
get got gotten getting
make made
take took taken taking
give gave given
come came
see saw seen
know knew known
think thought
find found
tell told
say said
leave left
feel felt
keep kept
begin began begun
show shown
hear heard
run ran running
hold held
bring brought
write wrote written
sit sat
stand stood
lose lost
pay paid
meet met
understand understood
lead led
speak spoke spoken
grow grew grown
win won
teach taught
buy bought
send sent
build built
fall fell fallen
choose chose chosen
catch caught
draw drew drawn
withdraw withdrew withdrawn
break broke broken
spend spent
wear wore worn
eat ate eaten
drive drove driven
forget forgot forgotten
steal stole stolen
sell sold
sleep slept
drink drank drunk
fly flew flown
hide hid hidden
ride rode ridden
rise rose risen
sing sang sung
swim swam swum
throw threw thrown
wake woke woken
lie lay lain
freeze froze frozen
shake shook shaken
deal dealt
mean meant
lend lent
bend bent
fight fought
feed fed
bite bit bitten
blow blew blown
burn burnt
learn learnt
dream dreamt
spell spelt
stick stuck
strike struck
swear swore sworn
tear tore torn
hang hung
shoot shot
light lit
seek sought
shine shone
become became
bind bound
man men
woman women
child children
person people
foot feet
tooth teeth
life lives
wife wives
mouse mice
die died dying
`;

/** From an irregular form (`bought`) to the one that stands for all (`buy`). */
export function irregularForms(): ReadonlyMap<string, string> {
  return new Map(
    TABLE.trim()
      .split('\n')
      .flatMap((line) => {
        const [base = '', ...forms] = line.split(' ');
        return forms.map((form) => [form, base] as const);
      }),
  );
}
