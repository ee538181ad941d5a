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

/** "Then-President …" and "So-called …" are words of their own. */
const opening = (words: string): RegExp =>
  new RegExp(`^["“«„‘'(\\s¿¡—–-]*(?:${words})(?![\\p{L}\\p{M}]|-\\p{L})`, 'iu')

/** Not before one of these: "this week", "diese Woche" say when, not which. */
const unless = (words: string): string => `(?!\\s(?:${words})(?![\\p{L}\\p{M}]))`

/** Letters of other cases match each other in the rules, but for these. */
const CAPITAL = '(?-i:\\p{Lu})'

const TIMES = {
  en: unless(
    '(?:past |coming )?(?:week|weekend|year|month|quarter|decade|century|morning|evening|afternoon|season|summer|winter|spring|autumn|fall|time|past|(?:mon|tues|wednes|thurs|fri|satur|sun)day)',
  ),
  fr: unless(
    '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|soir|week-end|mois|jour|printemps|trimestre)(?:-ci)?',
  ),
  es: unless(
    '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|año|mes|verano|otoño|invierno|trimestre|mediodía|fin de semana|semana|mañana|tarde|noche|madrugada|primavera|temporada|jornada)',
  ),
  pt: unless(
    '(?:ano|mês|sábado|domingo|verão|outono|inverno|trimestre|fim de semana|semana|manhã|tarde|noite|madrugada|primavera|temporada|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?)',
  ),
  it: unless(
    '(?:anno|mese|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|pomeriggio|autunno|inverno|weekend|fine settimana|settimana|mattina|sera|notte|estate|primavera|stagione)',
  ),
  de: unless(
    '(?:Woche|Wochenende|Jahr|Monat|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Sommer|Herbst|Winter|Frühjahr|Frühling|Quartal|Saison|Nacht|Tage)',
  ),
  nl: unless(
    '(?:week|maand|jaar|weekend|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ochtend|middag|avond|nacht|zomer|herfst|winter|lente|voorjaar|najaar|kwartaal|seizoen)',
  ),
  tr: unless(
    '(?:sabah|öğle|akşam|gece|gün|hafta(?: sonu)?|ay|yıl|sene|yaz|kış|bahar|sonbahar|sezon|dönem|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar)(?:ki|ın|nin|in|ün)?',
  ),
  ru: unless('(?:ночью|утром|вечером|днём|днем|зимой|весной|летом|осенью|недел\\p{L}*|годом?|месяцем?)'),
  uk: unless(
    "(?:року|тижня|місяця|разу|ранку|вечора|дня|літа|ночі|зими|весни|осені|понеділка|вівторка|четверга|середи|суботи|неділі|п[’']ятниці)",
  ),
  ar: unless(
    '(?:الأسبوع|الاسبوع|العام|السنة|الشهر|اليوم|الصباح|المساء|الليلة|الصيف|الشتاء|الربيع|الخريف|الموسم)',
  ),
  fa: unless('(?:هفته|ماه|سال|روزها|شب|صبح|تابستان|زمستان|پاییز|بهار|فصل)'),
} as const

/** "Das israelische Militär": an article before a noun. "Das sagte Merz": a verb follows, which ends like a weak adjective. */
const GERMAN_ARTICLE = `(?!\\s(?:(?!(?:würde|wurde|werde|habe|wäre|gäbe|käme|ginge|hieße|könne|müsse|solle|wolle|dürfe|lasse|sehe|gehe|zeige|bedeute|sage|gelte|heiße|komme|mache|stehe|bringe|ergebe|liege)\\s)(?:\\p{L}+(?<!t)e|(?:ge|aus|ab|an|ein|auf)ge\\p{Ll}+te|ge\\p{Ll}+te|letzte|erste|zweite|dritte|gesamte|rechte|bekannte|beliebte)\\s){0,2}${CAPITAL})`

/** "Both" of Russian and Ukrainian before a noun that says whom, not before a verb or those of whom the text spoke. */
const BOTH_OF_WHOM =
  '(?! (?!\\p{L}*(?:ли|лись|лися)(?!\\p{L})|(?:сторон|стран|країн|государств|держав|лидер|лідер|президент|министр|міністр|мужчин|чоловік|женщин|жінк)\\p{L}*)\\p{L}+[аяыиії](?!\\p{L}))'

const RULES: Readonly<Record<string, RegExp>> = {
  en: opening(
    `he|she|it|they|him|(?:her|his)(?! (?:majesty|holiness|excellency|royal))|its|their|theirs|them|(?:it|he|she|they)['’]\\p{L}+|this${TIMES.en}|that(?! (?:night|day|year))|these|those|such|both(?! (?:${CAPITAL}[^,.]{1,40}? and |(?:the )?\\p{L}+ of (?:the )?${CAPITAL}))|neither(?! [^,.]{1,40}? nor )|one of (?:them|those)|(?:the )?(?:former|latter|pair|duo|same)|another(?! ${CAPITAL})|others|some of them|so(?! far )|thus|therefore|hence|instead(?! of )|otherwise|nevertheless|nonetheless|moreover|furthermore|additionally|also|too,|besides|then|but|and|or|nor|yet|however|still|(?:as a result|in addition|in contrast|in response)(?! (?:of|to) )|on the other hand|for example|for instance|in turn|asked (?:if|about|whether|why|how)|in other words|(?:many|most|all|none|both|several) (?:then|of them|of these|of those)|(?:the )?other (?:two|three|four|five|six|seven|eight|nine)|not only that|there,|here[’']s|when asked|i|we|my|our|you|your|the (?:news|move|decision|announcement|statement|revelations?|ruling|incident|measure) (?:of the \\p{L}+ )?(?:comes?|came|follow(?:s|ed)?)`,
  ),
  fr: opening(
    `il|elle|ils|elles|(?:elles?|là|nous)-\\p{L}+|ce${TIMES.fr}|c['’]\\p{L}+|cela|ceci|ça|celui-ci|celle-ci|ceux-ci|celles-ci|son|sa|ses|leur|leurs|cette (?:dernière|décision|mesure|annonce|loi)|ce dernier|ces derniers|mais|et|or|donc|ainsi|aussi|cependant|toutefois|pourtant|en revanche|en effet|par ailleurs|de plus|en outre|puis|ensuite|là|y|je|nous|on|tous deux|d['’]autres|parmi eux|à ce sujet|en conséquence|au contraire`,
  ),
  es: opening(
    `él|ella|ellos|ellas|est[ea]${TIMES.es}|esto|estos|estas|ese|esa|eso|esos|esas|aquel|aquella|su|sus|pero|y|o|así|además(?! de )|también|sin embargo|no obstante|por eso|por ello|por lo tanto|entonces|luego(?! de )|en cambio|asimismo|ambos|otros|dicha|dicho|dichos|al respecto|lo|le|les|se (?:trata|trató|trataba|llama|llamaba|encuentra|encontraba|refirió|refería|l[aoe]s?)|yo|nosotros`,
  ),
  pt: opening(
    `ele|ela|eles|elas|est[ea]${TIMES.pt}|isto|esse|essa|isso|aquele|aquela|seu|sua|seus|suas|mas|e|ou|assim|além disso|também|no entanto|porém|contudo|por isso|portanto|então|ambos|outros|já|eu|nós`,
  ),
  it: opening(
    `lui|lei|egli|ella|essi|esse|loro|quest[oa]${TIMES.it}|questi|queste|ciò|quello|quella|suo|sua|suoi|sue|ma|e|o|così|inoltre|anche|tuttavia|però|quindi|dunque|poi|infatti|invece|entrambi|altri|io|noi`,
  ),
  de: opening(
    `er|sie|es|dies|dies(?:e|er|es|en|em)${TIMES.de}|das${GERMAN_ARTICLE}|sein|seine|ihr|ihre|deren|dessen|doch|aber|und|oder|denn|auch|zudem|außerdem|dennoch|jedoch|deshalb|daher|darum|dabei|dazu|damit|danach|dann|so|dort|dafür|dagegen|hierzu|davon|daraufhin|beide(?! \\p{L}+ (?:des|der|von) )|andere|letztere|ich|wir|man|allerdings|dadurch|darauf|darin|daran`,
  ),
  nl: opening(
    `hij|zij|ze|het (?:is|was|zijn|waren|gaat|ging|betreft|betrof|blijkt|bleek|blijft|bleef|lijkt|leek|zou|heeft|had|wordt|werd|kan|kon|moet|moest|komt|kwam)|dat|(?:dit|deze)${TIMES.nl}|die|zijn|haar|hun|maar|en|of|dus|ook|echter|toch|daarom|daarna|daarbij|toen|bovendien|beiden|anderen|ik|we|wij`,
  ),
  tr: opening(
    `bu${TIMES.tr}|bunun|buna|bunu|bunlar|bununla|bundan|bunda|şu|şunu|şunları|o|onun|ona|onu|onlar|onların|onlara|böyle|böylece|böylelikle|kendisi|kendisinin|ayrıca|ancak|ama|fakat|lakin|oysa|ve|veya|hem(?! .{1,40} hem )|üstelik|dolayısıyla|nitekim|öte yandan|buna göre|konuyla ilgili|konuyla|aynı|söz konusu|diğer|ikili|ikisi|ardından|sonra|daha sonra|yine|biz|ben|bizim|benim|açıklamada|toplantıda|konuşmasında|açıklamasında|burada|orada|ilgili`,
  ),
  ru: opening(
    `он|она|оно|они|его|её|ее|их|ему|ей|им|ими|причиной (?:стал\\p{L}*|этого|тому)|этот|эта|это|эти|этого|(?:этой|этим)${TIMES.ru}|этому|этом|тот|та|те|такой|такая|такое|такие|об этом|одни|среди таких|в итоге|так,|в частности|в этот же|по его|по её|по ее|по их|при этом|вместе с тем|кроме того|однако|но|и|а|также|тем не менее|поэтому|таким образом|затем|потом|тогда|там|так|в связи с этим|в свою очередь|последний(?! раз)|последняя|об[еа]${BOTH_OF_WHOM}|остальные|другие|он же|она же|я|мы|наш|мой|как (?:отметил|отмечает|уточняет|пояснил|сообщал|сказал)\\p{L}*|ранее|до этого|после этого|напомним|отмечается|отметим|в (?:н[её]м|ней|них)|на н[её]м|среди них`,
  ),
  uk: opening(
    `він|вона|воно|вони|його|її|їх|йому|їй|їм|цей|ця|це|ці|(?:цього|цієї)${TIMES.uk}|цьому|цим|той|та|ті|такий|така|таке|такі|про це|одні|серед таких|зрештою|так,|зокрема|при цьому|водночас|разом з тим|крім того|однак|проте|але|і|й|а|також|тому|таким чином|потім|тоді|там|так|у зв['’]язку з цим|своєю чергою|у свою чергу|обидв[аі]${BOTH_OF_WHOM}|інші|я|ми|наш|як (?:зазнач|повідом|розпов|уточн|відзнач)\\p{L}*|раніше|до цього|після цього|нагадаємо|зазначається|відзначається|за його словами|за її словами|серед них`,
  ),
  ar: opening(
    `هو|هي|هم|هما|(?:هذا|هذه)${TIMES.ar}|هؤلاء|ذلك|تلك|ذاك|وهو|وهي|وهذا|وهذه|وذلك|لكن|لكنه|لكنها|ولكن|كما|كذلك|أيضا|أيضاً|وأضاف|وأضافت|وقال|وقالت|وتابع|وتابعت|وأوضح|وأوضحت|وأكد|وأكدت|وأشار|وأشارت|وذكر|وذكرت|وأردف|وكان|وكانت|ومن جهته|من جهته|من جهتها|من جانبه|من جانبها|ومن جانبه|غير أن|إلا أن|بدوره|بدورها|إنه|إنها|أنه|ثم|فيما|بينما|وبحسب|ولم|ولا|وفي(?! (?!هذ|ذلك|تلك|السياق|المقابل|الوقت|الأثناء|الإطار|النهاية|الختام|سياق|وقت|حين|غضون|تصريح|بيان|تطور|ختام|حديث|كلمت)\\p{L}+(?: \\p{L}+)?،)|ومن|وقد|وتم|أضاف|أضافت|تابع|وعلى|وإلى|وأعلن|وأعلنت|وشدد|ولفت|ونفى|وبدأ|وجاء|وتأتي|ويأتي`,
  ),
  fa: opening(
    `او|وی|آنها|آنان|آن‌ها|ایشان|این${TIMES.fa}|آن|همین|چنین|اما|ولی|و|یا|همچنین|هم‌چنین|لذا|بنابراین|با این حال|با این وجود|در عین حال|از این رو|به این ترتیب|سپس|پس(?! از (?!آن|این))|وی افزود|نیز|به گفته وی|به گفته او|در این${TIMES.fa}|به این|از این|بر این|ما|من`,
  ),
  he: opening(
    'הוא|היא|הם|הן|זה|זאת|זו|אלה|אלו|אבל|אך|לכן|כך|גם|עוד|בנוסף|לדבריו|לדבריה|לדבריהם|כמו כן|עם זאת|מנגד|אני|אנחנו',
  ),
  zh: opening('他|她|它|他们|她们|这|这些|那|那些|但|但是|而|而且|此外|然而|因此|同时|另外|对此'),
  ja: opening('彼|彼女|これ|それ|この|その|しかし|また|そして|一方|なお|さらに'),
}
