/**
 * Does this sentence lean on the one before it: "He said …", "Bu karar …", "Об этом …", a quotation of somebody called
 * only "she"? Such a sentence may follow its neighbour but says nothing alone. `language` is ISO 639-1.
 */
export function isDangling(sentence: string, language: string): boolean {
  const [base = 'en'] = language.split('-', 1)
  const rule = RULES[base] ?? RULES.en
  return (
    QUOTATION_ONLY.test(sentence) ||
    rule?.test(withPersianLetters(sentence.slice(0, LOOKED_AT), base)) === true ||
    (base === 'en' && (SPOKEN_BY_PRONOUN.test(sentence) || JUDGED.test(sentence)))
  )
}

/** Persian is often typed with Arabic letters. */
const withPersianLetters = (opening: string, language: string): string =>
  language === 'fa' ? opening.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : opening

/** UTF-16 units; what leans does so in its first words. */
const LOOKED_AT = 60

/** `"…," she said`: the name stands in an earlier sentence. */
const SPOKEN_BY_PRONOUN = /[,.?!]["”’']+\s*(?:he|she|they|it)\s+\p{L}/iu

/** "Tehran called it a deliberate attack": what was judged stands in an earlier sentence. */
const JUDGED =
  /^(?:the\s+)?(?:[\p{L}.’'-]+\s+){1,4}(?:calls?|called|describe[sd]|labell?ed|dubbed|termed|deemed|condemned|denounced|welcomed|hailed|praised|dismissed)\s+(?:it|them|him)\b/iu

/** Words of somebody who is not named in the sentence. */
const QUOTATION_ONLY = /^(?:"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”])[.!?]?$/u

const opening = (words: string): RegExp =>
  new RegExp(`^["“«„‘'(\\s¿¡—–-]*(?:${words})(?![\\p{L}\\p{M}])`, 'iu')

const RULES: Readonly<Record<string, RegExp>> = {
  en: opening(
    "he|she|it|they|him|her|his|its|their|theirs|them|(?:it|he|she|they)['’]\\p{L}+|this(?! (?:week|year|month|morning|evening|afternoon|season|weekend|summer|winter|spring|autumn|fall|time|past))|that(?! (?:night|day|year))|these|those|such|both|neither|one of (?:them|those)|(?:the )?(?:former|latter|pair|duo|same)|another|others|some of them|so|thus|therefore|hence|instead|otherwise|nevertheless|nonetheless|moreover|furthermore|additionally|also|too|besides|then|but|and|or|nor|yet|however|still|as a result|in addition|in contrast|on the other hand|for example|for instance|in response|in turn|asked (?:if|about|whether|why|how)|in other words|(?:many|most|all|none|both|several) (?:then|of them|of these|of those)|(?:the )?other (?:two|three|four|five|six|seven|eight|nine)|not only that|there,|here[’']s|when asked|i|we|my|our|you|your|the (?:news|move|decision|announcement|statement|revelations?|ruling|incident|measure) (?:of the \\p{L}+ )?(?:comes?|came|follow(?:s|ed)?)",
  ),
  fr: opening(
    "il|elle|ils|elles|ce|c['’]\\p{L}+|cela|ceci|ça|celui-ci|celle-ci|ceux-ci|celles-ci|son|sa|ses|leur|leurs|cette (?:dernière|décision|mesure|annonce|loi)|ce dernier|ces derniers|mais|et|or|donc|ainsi|aussi|cependant|toutefois|pourtant|en revanche|en effet|par ailleurs|de plus|en outre|puis|ensuite|là|y|je|nous|on|tous deux|d['’]autres|parmi eux|à ce sujet|en conséquence|au contraire",
  ),
  es: opening(
    'él|ella|ellos|ellas|este|esta(?! (?:semana|mañana|tarde|noche))|esto|estos|estas|ese|esa|eso|esos|esas|aquel|aquella|su|sus|pero|y|o|así|además|también|sin embargo|no obstante|por eso|por ello|por lo tanto|entonces|luego|en cambio|asimismo|ambos|otros|dicha|dicho|dichos|al respecto|lo|le|les|se|yo|nosotros',
  ),
  pt: opening(
    'ele|ela|eles|elas|este|esta|isto|esse|essa|isso|aquele|aquela|seu|sua|seus|suas|mas|e|ou|assim|além disso|também|no entanto|porém|contudo|por isso|portanto|então|ambos|outros|já|eu|nós',
  ),
  it: opening(
    'lui|lei|egli|ella|essi|esse|loro|questo|questa|questi|queste|ciò|quello|quella|suo|sua|suoi|sue|ma|e|o|così|inoltre|anche|tuttavia|però|quindi|dunque|poi|infatti|invece|entrambi|altri|io|noi',
  ),
  de: opening(
    'er|sie|es|dies|diese|dieser|dieses|diesen|diesem|das|sein|seine|ihr|ihre|deren|dessen|doch|aber|und|oder|denn|auch|zudem|außerdem|dennoch|jedoch|deshalb|daher|darum|dabei|dazu|damit|danach|dann|so|dort|dafür|dagegen|hierzu|davon|daraufhin|beide|andere|letztere|ich|wir|man|allerdings|dadurch|darauf|darin|daran',
  ),
  nl: opening(
    'hij|zij|ze|het|dit|dat|deze|die|zijn|haar|hun|maar|en|of|dus|ook|echter|toch|daarom|daarna|daarbij|toen|bovendien|beiden|anderen|ik|we|wij',
  ),
  tr: opening(
    'bu|bunun|buna|bunu|bunlar|bununla|bundan|bunda|şu|şunu|şunları|o|onun|ona|onu|onlar|onların|onlara|böyle|böylece|böylelikle|kendisi|kendisinin|ayrıca|ancak|ama|fakat|lakin|oysa|ve|veya|hem|üstelik|dolayısıyla|nitekim|öte yandan|buna göre|konuyla ilgili|konuyla|aynı|söz konusu|diğer|ikili|ikisi|ardından|sonra|daha sonra|yine|biz|ben|bizim|benim|açıklamada|toplantıda|konuşmasında|açıklamasında|burada|orada|ilgili',
  ),
  ru: opening(
    'он|она|оно|они|его|её|ее|их|ему|ей|им|ими|причиной (?:стал\\p{L}*|этого|тому)|этот|эта|это|эти|этого|этой|этому|этим|этом|тот|та|те|такой|такая|такое|такие|об этом|одни|среди таких|в итоге|так,|в частности|в этот же|по его|по её|по ее|по их|при этом|вместе с тем|кроме того|однако|но|и|а|также|тем не менее|поэтому|таким образом|затем|потом|тогда|там|так|в связи с этим|в свою очередь|последний(?! раз)|последняя|обе|оба|остальные|другие|он же|она же|я|мы|наш|мой|как (?:отметил|отмечает|уточняет|пояснил|сообщал|сказал)\\p{L}*|ранее|до этого|после этого|напомним|отмечается|отметим|в (?:н[её]м|ней|них)|на н[её]м|среди них',
  ),
  uk: opening(
    "він|вона|воно|вони|його|її|їх|йому|їй|їм|цей|ця|це|ці|цього|цієї|цьому|цим|той|та|ті|такий|така|таке|такі|про це|одні|серед таких|зрештою|так,|зокрема|при цьому|водночас|разом з тим|крім того|однак|проте|але|і|й|а|також|тому|таким чином|потім|тоді|там|так|у зв['’]язку з цим|своєю чергою|у свою чергу|обидва|інші|я|ми|наш|як (?:зазнач|повідом|розпов|уточн|відзнач)\\p{L}*|раніше|до цього|після цього|нагадаємо|зазначається|відзначається|за його словами|за її словами|серед них",
  ),
  ar: opening(
    'هو|هي|هم|هما|هذا|هذه|هؤلاء|ذلك|تلك|ذاك|وهو|وهي|وهذا|وهذه|وذلك|لكن|لكنه|لكنها|ولكن|كما|كذلك|أيضا|أيضاً|وأضاف|وأضافت|وقال|وقالت|وتابع|وتابعت|وأوضح|وأوضحت|وأكد|وأكدت|وأشار|وأشارت|وذكر|وذكرت|وأردف|وكان|وكانت|ومن جهته|من جهته|من جهتها|من جانبه|من جانبها|ومن جانبه|غير أن|إلا أن|بدوره|بدورها|إنه|إنها|أنه|ثم|فيما|بينما|وبحسب|ولم|ولا|وفي|ومن|وقد|وتم|أضاف|أضافت|تابع|وعلى|وإلى|وأعلن|وأعلنت|وشدد|ولفت|ونفى|وبدأ|وجاء|وتأتي|ويأتي',
  ),
  fa: opening(
    'او|وی|آنها|آنان|آن‌ها|ایشان|این|آن|همین|چنین|اما|ولی|و|یا|همچنین|هم‌چنین|لذا|بنابراین|با این حال|با این وجود|در عین حال|از این رو|به این ترتیب|سپس|پس|وی افزود|نیز|به گفته وی|به گفته او|در این|به این|از این|بر این|ما|من',
  ),
  he: opening(
    'הוא|היא|הם|הן|זה|זאת|זו|אלה|אלו|אבל|אך|לכן|כך|גם|עוד|בנוסף|לדבריו|לדבריה|לדבריהם|כמו כן|עם זאת|מנגד|אני|אנחנו',
  ),
  zh: opening('他|她|它|他们|她们|这|这些|那|那些|但|但是|而|而且|此外|然而|因此|同时|另外|对此'),
  ja: opening('彼|彼女|これ|それ|この|その|しかし|また|そして|一方|なお|さらに'),
}
