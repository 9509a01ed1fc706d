/**
 * Phrases of reviews whose words say something else than the phrase does. They are
 * put into words that both English analysers know: `p` praise, `g` good, `b` bad,
 * `a` awful, `n` nothing at all.
 */
const WORDS = {
  p: " excellent ",
  g: " good ",
  b: " bad ",
  a: " terrible ",
  n: " ",
} as const

const PHRASES: [keyof typeof WORDS, string][] = [
  // Faint praise, and praise by what did not go wrong.
  [
    "g",
    "(?:not|isn't|wasn't|aren't|ain't)(?: (?:too|so|that|at all|half|a))? bad(?: at all)?",
  ],
  [
    "g",
    "(?:no|zero|without(?: any)?|never had(?: any)?|haven't had any|not a single) (?:problems?|issues?|complaints?|trouble|hassle|regrets?|fuss|defects?|flaws?|faults?|damage)",
  ],
  [
    "g",
    "(?:can't|cannot|can not|couldn't|nothing to|no reason to|hard to) (?:complain|fault)(?: about| it)?",
  ],
  [
    "p",
    "(?:couldn't|could not|can't|cannot|can not) (?:be|ask for|have asked for|have been|get|recommend)(?: it)?(?: any)? (?:happier|more pleased|better|more|highly enough|this enough|it enough|enough)",
  ],
  [
    "p",
    "(?:can't|cannot|couldn't|could not|can not) (?:recommend|praise|fault)[^.,;!?]{0,30}(?:enough|highly enough)",
  ],
  [
    "p",
    "(?:doesn't|does not|didn't|did not|won't|will not|never|don't) (?:disappoints?|disappointed|fails?|let (?:me|us|you) down|regret(?: it| buying)?)",
  ],
  ["g", "(?:not|wasn't|weren't|isn't|never) (?:be )?disappointed"],
  ["g", "(?:can't|cannot|can not) go wrong"],
  [
    "p",
    "(?:second to none|top[- ]notch|spot on|five stars?|5 stars?|10 ?/ ?10|hands down the best|must[- ]have|game[- ]changer|blown away|over the moon|worth every (?:penny|cent|euro|dollar)|would (?:definitely |certainly |happily )?(?:buy|order) (?:it |this |here |from them )?again|will (?:definitely |certainly |be )?(?:buy|buying|order|ordering) (?:it |more |here |this |from them )?again|buy again|exceed(?:s|ed) (?:my |our |all )?expectations?|highly recommend(?:ed)?|better than (?:expected|i expected|described|the picture))",
  ],
  [
    "g",
    "(?:as (?:described|expected|pictured|advertised|promised)|works? (?:well|fine|perfectly|like a charm|great)|working (?:well|fine|perfectly)|fits? (?:well|perfectly|great|like a glove)|well (?:made|packed|packaged|built|worth it)|arrived (?:quickly|promptly|early|on time|fast|safely|next day)|(?:on|in) time|quick(?:ly)?|sort(?:ed|s)? (?:it |this |everything |my mistake )?out|really helpful|resolved|prompt(?:ly)?|fast|speedy|sturdy|good value|value for money|easy to|hard[- ]wearing|long[- ]lasting|holds? up)",
  ],
  // Blame without a bad word.
  [
    "a",
    "(?:waste of (?:my |your |our )?(?:money|time|space)|never (?:again|buy(?:ing)? (?:here |from them |this )?again|ordering again|order(?:ing)? (?:here|from)(?: \\w+){0,3} again)|won't (?:be )?(?:buy|buying|order|ordering)(?: \\w+){0,3} again|stay away|steer clear|avoid (?:at all costs|this|them|like the plague)|rip[- ]?off|total joke|a joke|money back|throw(?:n|ing)? (?:it )?(?:away|out|in the bin)|in the bin|piece of (?:junk|crap|rubbish|garbage)|(?:zero|no|0) stars?|falls? short|not fit for purpose|worst)",
  ],
  [
    "b",
    "(?:stopp?(?:ed|s)? working|quit working|(?:doesn't|does not|didn't|did not|don't|do not|won't|will not|wouldn't|would not|can't|isn't|not) (?:even |really )?(?:work(?:ing)?|fit|hold|last|turn on|arrive|charge|stick|close|open|match|seal|respond|reply|answer)|(?:fell|fall(?:s|ing)?|came|coming|comes) (?:apart|off|undone|loose)|broken?|snapped|cracked|chipped|shattered|ripped|tore|torn|leak(?:s|ed|ing|y)?|faded|shrunk|shrank|scratched|dented|stained|peel(?:s|ed|ing)(?: off)?|flimsy|wobbl(?:y|es)|crooked|rust(?:y|ed|s)?|smells? (?:of|like|bad|awful|funny|strange|weird))",
  ],
  [
    "b",
    "(?:never (?:arrived|came|received|turned up|got|showed up|heard back)|(?:still )?(?:hasn't|haven't|has not|have not|had not|not) (?:yet )?(?:arrived|received|come|been delivered|shipped|heard)|still waiting|took (?:\\w+ ){0,3}(?:weeks?|months?|forever|ages|days?|too long)|arrived late|too late|(?:weeks?|months?|days?) late|delayed|lost in the post|no (?:reply|response|answer|refund|tracking|apology|help)|nobody (?:answers?|replied|responds?|cared)|no ?one (?:answers?|replied|responds?|cared)|ignored)",
  ],
  [
    "b",
    "(?:sen(?:t|d|ding) (?:it |them |this |both )?back|return(?:ed|ing)(?: it| them| this)?|had to return|asked for (?:a|my) refund|not (?:as (?:described|pictured|advertised|shown|expected|good|nice)|worth(?: it| the money| the price)?|recommend(?:ed)?|happy|satisfied|impressed|what i (?:expected|ordered))|(?:wouldn't|would not|don't|do not|can't|cannot|won't) recommend|(?:isn't|wasn't) worth(?: it| the money| the price)?|(?:would|will) (?:not|never) (?:buy|order|purchase|use|shop)(?: (?:this|it|here|them|from))*(?: again)?|was hoping for|ridiculous(?:ly)?|hardly (?:works?|used|any)|in(?:to)? (?:pieces|bits|half)|unusable|mould|mold|nobody answers?|not what i|less than (?:expected|i expected|impressed)|let ?down|missing|wrong (?:size|colou?r|item|product|order|one)|(?:way |much |far |a bit |a little )?too (?:small|big|large|tight|loose|short|long|thin|expensive|dark|loud|heavy|bright|stiff|slow)|(?:smaller|thinner|cheaper) than (?:expected|i expected|it looks|pictured|described)|overpriced|over-?priced|pricey|expensive|cheap(?:ly)? (?:made|plastic|looking|feel(?:ing)?)|looks? cheap|feels? cheap|poor(?:ly)?|slow|rude|unhelpful|uncomfortable|confusing|complicated|could be better|could have been better|wish it|used to be better|crash(?:es|ed|ing)|freez(?:es|ing)|glitch(?:es|y)?|buggy)",
  ],
  // Words that are no praise where they stand.
  [
    "n",
    "(?:would have (?:liked|loved)|would like to|i'd like to|looked like|looks like|feels like|felt like|seems like|smart ?phone|thank you for your|dear (?:sir|team|customer service)|kind of|pretty (?=bad|poor|awful|slow|small|much|expensive|disappoint)|super ?market|like new (?=but)|well known)",
  ],
]

const RULES = PHRASES.map(
  ([kind, pattern]) =>
    [
      new RegExp(`(?<![\\w'])(?:${pattern})(?![\\w'])`, "gi"),
      WORDS[kind],
    ] as const
)

/** English with the phrases of reviews in plain words. */
export function plainEnglish(text: string): string {
  return RULES.reduce(
    (plain, [pattern, word]) => plain.replace(pattern, word),
    text
  )
}
