/**
 * Everyday words of English that ask for much the same, one set a line; a word may be in several sets. A phrasing with
 * `receive` then teaches something about `get`. Written by hand from general knowledge.
 */
export const EVERYDAY_SYNONYMS = `
get receive obtain acquire
buy purchase order
need require want wish
help assist support aid
fix repair solve resolve sort
broken damaged faulty malfunction
fail unsuccessful decline reject refuse deny
stop cancel end quit abort terminate
start begin commence initiate launch
change alter modify edit adjust switch
update refresh renew
remove delete erase clear
add include insert append
show display view see list look
find locate search discover
tell say inform explain describe
know understand aware
send transfer deliver ship mail post
bring carry take
give provide offer supply
keep hold retain store save
make create build generate produce
set setup configure establish
turn switch toggle
big large huge great
small little tiny
fast quick rapid swift soon
slow late delay overdue
cheap inexpensive low
expensive costly pricey dear
cost price charge fee rate pay
money cash fund
bill invoice statement
job work employment occupation
holiday vacation leave off
trip travel journey
car vehicle auto automobile
phone mobile cell telephone smartphone
call ring dial phone
message text sms
mail email letter
child kid son daughter
home house residence
shop store retailer merchant
food meal dish
eat dine
restaurant diner eatery
weather forecast temperature
song music track tune
wrong incorrect error mistake false
correct right accurate true
happen occur
allow permit let
possible able can
maximum most limit cap highest
minimum least lowest
total sum amount balance
country nation abroad overseas foreign international
place location where spot
time when hour
day date
reason why cause
way method how
kind type sort
use utilize employ
lose lost misplace missing
steal stolen theft rob
choose select pick option
try attempt
wait pending hold
now currently present today
still yet
again repeat redo
another extra additional more second
accept approve confirm
verify check validate prove authenticate
identity id identification
name title called
password passcode pin
account profile
computer laptop pc
picture photo image
sick ill unwell
doctor physician
medicine drug medication
pain hurt ache
safe secure
danger risk hazard
problem issue trouble
question query inquiry ask
answer reply respond response
speak talk chat
person human someone somebody people
company business firm
explain clarify
finish complete done
open activate enable unlock
close deactivate disable shut lock block
different other
same identical
near nearby close around
left remain remaining
visible appear show
free gratis complimentary
refund reimburse return
money currency
discount deal coupon promotion
loan credit borrow lend
earn income salary wage
increase raise rise higher up
decrease reduce lower drop
join register enroll sign signup
expire expiration expiry
arrive come reach
go leave depart
hello hi hey
thank thanks
bye goodbye
good nice great excellent
bad poor terrible
like love enjoy
funny joke
withdraw withdrawal
`;
