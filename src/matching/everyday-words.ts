/** The commonest words of English that are in no other list: they are known wherever English is spoken. */
export const EVERYDAY_WORDS = `
a an the this that these those some any all both each every either neither no none other another such same own
i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours they
them their theirs themselves one ones someone somebody something anyone anybody anything everyone everybody everything
nobody nothing who whom whose which what where when why how whoever whatever whenever wherever however
about above across after against along among around as at before behind below beneath beside besides between beyond by
despite down during except for from in inside into like near of off on onto out outside over past per since than
through throughout till to toward towards under until up upon via with within without
and but or nor so yet because although though unless while whereas whether if then else therefore
am is are was were be been being do does did doing done have has had having can could will would shall should may
might must ought need dare used cannot
not never ever always often sometimes usually rarely seldom hardly just only even also too very really quite rather
almost nearly enough again once twice still already maybe perhaps probably certainly definitely actually exactly
simply especially instead otherwise anyway here there everywhere somewhere anywhere away together apart else well
much many more most less least few several lot lots bit little plenty
say said says tell told ask asked answer come came go went gone get got give gave take took make made put let keep kept
know knew think thought feel felt see saw look hear heard seem mean want wish hope try tried use work works working
happen become begin stay move live believe understand remember forget learn read write speak talk play run walk sit
stand hold turn follow stop open close
good better best bad worse worst big bigger small great new old young long short high low right wrong same different
easy hard early late ready sure able possible important whole full empty free true false real clear certain next last
thing things way ways time times day days people person man men woman women life world part place case point question
word words name number side hand home house room side end line idea fact kind sort example reason problem
yes yeah yep no nope ok okay please thanks thank sorry hello hi hey welcome bye
whats wheres whos hows thats theres im ive id ill youre youve dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt
arent wasnt werent hasnt havent hadnt lets
`;
