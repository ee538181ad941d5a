/** How sentences of one language begin that lean on the one before. Parts of a regular expression. */
interface Openings {
  /** What leans whatever follows. */
  readonly leans: string
  /** Words that only join: they lean unless a name comes next ("But Iran said …"), for then the sentence says itself who acts. */
  readonly links?: string
  /** What may stand between such a word and the name. */
  readonly before?: string
  /** Names where capitals do not tell them: countries. */
  readonly name?: () => string
  /** What begins so and stands alone. */
  readonly stands?: string
  /** Words are not set apart by spaces. */
  readonly isRunning?: boolean
}

/** What sentences begin with that lean on the one before, in this language (ISO 639-1); null for languages unknown here. */
export function leaningOpening(language: string): RegExp | null {
  const known = made.get(language)
  if (known !== undefined) return known
  const openings = OPENINGS[language]
  if (openings === undefined) return null
  const rule = ruleOf(openings)
  made.set(language, rule)
  return rule
}

/** Rules are made when their language is first met. */
const made = new Map<string, RegExp>()

/** "Then-President …", "So-called …" and "O’Brien" are words of their own. */
const WORD_ENDS = "(?![\\p{L}\\p{M}]|-\\p{L}|['’](?-i:\\p{Lu}))"

function ruleOf({ leans, links, before = '', name, stands, isRunning = false }: Openings): RegExp {
  const ends = isRunning ? '' : WORD_ENDS
  const named = name === undefined ? NAME : `(?:${name()})${ends}`
  const gap = isRunning ? '[，、]?' : '[,،]? '
  return new RegExp(
    `^["“«„‘'「(\\s¿¡—–-]*${stands === undefined ? '' : `(?!${stands})`}(?:(?:${leans})${ends}${
      links === undefined ? '' : `|(?:${links})${ends}(?!${gap}(?:${before})?${named})`
    })`,
    'iu',
  )
}

/** Letters of other cases match each other in the rules, but for these. */
const CAPITAL = '(?-i:\\p{Lu})'

/** Not "I", "I’m" or a day. In German "Sie" and "Ihr" may speak to somebody. */
const NAME = `(?!(?:Sie|Ihr(?:e[nmrs]?)?|Ihnen|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L}))${CAPITAL}[\\p{L}\\p{M}]`

/** Not before one of these: "this week", "diese Woche" say when, not which. */
const unless = (words: string): string => `(?!\\s(?:${words})(?![\\p{L}\\p{M}]))`

const TIMES = {
  en: unless(
    '(?:past |coming )?(?:week|weekend|year|month|quarter|decade|century|morning|evening|afternoon|season|summer|winter|spring|autumn|fall|time|past|(?:mon|tues|wednes|thurs|fri|satur|sun)day)',
  ),
  fr: unless(
    '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|soir|week-end|mois|jour|printemps|trimestre|semaine|année|nuit|saison|fois|matinée|après-midi|soirée|été|automne|hiver)(?:-ci)?',
  ),
  es: unless(
    '(?:últim[oa]s )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|año|mes|verano|otoño|invierno|trimestre|mediodía|fin de semana|semana|mañana|tarde|noche|madrugada|primavera|temporada|jornada|días|semanas|meses|años|horas)',
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

/** "Ihr Amt niedergelegt hat Kari Moen", "Ihren Rücktritt erklärte die Ministerin Moen": whose it is follows. */
const GERMAN_WHOSE = `(?:sein|ihr)(?:e[nmrs]?)? (?:${CAPITAL}\\p{L}+ (?:\\p{Ll}+ ){1,2}(?:hat|haben|will|wollen|wird|werden|muss|müssen) |(?:Rücktritt|Abschied|Verzicht|Austritt|Besuch) \\p{Ll}+ )(?:(?:der|die|das) )?(?:\\p{Ll}+e )?(?!(?:Sie|Ihr)(?!\\p{L}))${CAPITAL}`

/** Countries that German names with an article. */
const GERMAN_COUNTRY =
  '(?:die (?=(?:USA|EU|UN|Nato|Ukraine|Türkei|Schweiz|Niederlande|Slowakei|Mongolei|Philippinen)(?!\\p{L}))|der (?=(?:Iran|Irak|Libanon|Sudan|Jemen|Vatikan|Kreml)(?!\\p{L})))'

/** Arabic verbs open the sentence, and who acts follows; where one of these follows, nobody is named. */
const GOES_ON =
  '(?:(?:إن|أن)(?:ه|ها|هم)?|في|عن|على|إلى|من|قد|خلال|بعد|قبل|مع|عبر|أيضاً?|كذلك|قائلاً?|ذلك|هذا)(?![\\p{L}\\p{M}])'
const SAYS_SOMEBODY = `(?:قال|أعلن|أكد|أوضح|أشار|ذكر|شدد|لفت|نفى|نفت|كشف|أفاد|صرح|حذر|دعا|دعت|طالب|اعتبر|رأى|رأت|بين|نوه|بدأ|جاء)(?:ت|وا)? ${GOES_ON}`

const RUSSIAN_BEFORE =
  '(?:(?:в|во|на|из|от|с|со|у|к|по|для|под|за) )?(?:(?!(?:он|она|оно|они|его|е[её]|их|это|этот|эта|эти|тот|там|так|мы|я) )\\p{Ll}+ )?'
const UKRAINIAN_BEFORE =
  '(?:(?:в|у|на|з|із|до|від|для|по|під|за) )?(?:(?!(?:він|вона|воно|вони|його|її|їх|це|цей|ця|ці|той|там|так|ми|я) )\\p{Ll}+ )?'

const OPENINGS: Readonly<Record<string, Openings>> = {
  en: {
    leans: `he|she|it|they|him|(?:her|his)(?! (?:majesty|holiness|excellency|royal))|its|their|theirs|them|(?:it|he|she|they)['’]\\p{L}+|this${TIMES.en}|that(?! (?:night|day|year))|these|those|such|both(?! (?:${CAPITAL}[^,.]{1,40}? and |(?:the )?\\p{L}+ of (?:the )?${CAPITAL}))|neither(?! [^,.]{1,40}? nor )|one of (?:them|those)|(?:the )?(?:former|latter|pair|duo|same)|another(?! ${CAPITAL})|others|some of them|so(?! far )|thus|therefore|hence|instead(?! of )|otherwise|nevertheless|nonetheless|moreover|furthermore|additionally|too,|besides|then|or|nor|(?:as a result|in addition|in contrast|in response)(?! (?:of|to) )|on the other hand|for example|for instance|in turn|asked (?:if|about|whether|why|how)|in other words|(?:many|most|all|none|both|several) (?:then|of them|of these|of those)|(?:the )?other (?:two|three|four|five|six|seven|eight|nine)|not only that|there,|here[’']s|when asked|i|we|my|our|you|your|the (?:news|move|decision|announcement|statement|revelations?|ruling|incident|measure) (?:of the \\p{L}+ )?(?:comes?|came|follow(?:s|ed)?)`,
    links: `but|and|yet|however|still|also`,
    before: 'the ',
  },
  fr: {
    leans: `elle|ils|elles|(?:elles?|là|nous)-\\p{L}+|c['’]\\p{L}+|cela|ceci|ça|celui-ci|celle-ci|ceux-ci|celles-ci|son|sa|ses|leur|leurs|donc|ainsi|aussi|en revanche|en effet|puis|ensuite|là|y|je|nous|on|tous deux|d['’]autres|parmi eux|à ce sujet|en conséquence|au contraire|il(?! y a )|c(?:e|et|ette)${TIMES.fr}|ces(?! (?:\\p{L}+ )?derni(?:ers|ères) (?:jours|mois|semaines|années|heures|temps)(?!\\p{L}))|(?:selon|pour|avec|d['’]après|contre|sans|parmi) (?:lui|elles?|eux)|(?:à|face à|après|malgré|pour) (?:cela|ce(?:tte|t|s)?${TIMES.fr})|de ce fait`,
    links: `mais|et|or|cependant|toutefois|pourtant|par ailleurs|de plus|en outre`,
    before: "l['’]|(?:la|le|les|un|une) (?:\\p{Ll}+ )?",
    stands: `(?:son|sa|ses|leurs?) [^,]{3,40}(?:é|i|u)e?s?, (?:l['’]|(?:la|le|les) )?${CAPITAL}`,
  },
  es: {
    leans: `él|ella|ellos|ellas|ese|esa|eso|esos|esas|aquel|aquella|su|sus|o|así|por eso|por ello|por lo tanto|entonces|luego(?! de )|en cambio|ambos|otros|dicha|dicho|dichos|al respecto|se (?:trata|trató|trataba|llama|llamaba|encuentra|encontraba|refirió|refería|l[aoe]s?)|yo|nosotros|est[eao]s?${TIMES.es}|lo(?! (?:que|ocurrido|sucedido|peor|mejor|más))|les?|(?:dijo|añadió|agregó|señaló|explicó|afirmó|indicó|aseguró|subrayó|destacó|recordó|sostuvo|insistió|precisó|apuntó|detalló|concluyó|manifestó|reconoció|admitió|advirtió|lamentó|negó)(?=,|:| (?:que|también|además|asimismo|en|sobre)(?!\\p{L}))|(?:ante|tras|con|por|para|de|en|a|según) (?:esto|eso|ello|él|ellas?|ellos)|(?:en|a) (?:su|tu) (?:opinión|juicio)|en (?:este|ese|dicho|tal) (?:sentido|contexto|marco|caso|punto)|de (?:esta|esa) (?:manera|forma)`,
    links: `pero|y|además(?! de )|también|sin embargo|no obstante|asimismo`,
    before: '(?:el|la|los|las) (?:\\p{Ll}+ )?',
    stands: `sus? [^,]{3,40}[ai]d[oa]s?, (?:(?:el|la|los|las) )?${CAPITAL}`,
  },
  pt: {
    leans: `ele|ela|eles|elas|est[ea]${TIMES.pt}|isto|esse|essa|isso|aquele|aquela|seu|sua|seus|suas|ou|assim|por isso|portanto|então|ambos|outros|já|eu|nós|(?:disse|acrescentou|afirmou|explicou|declarou|ressaltou|destacou|informou|garantiu|lembrou)(?=,|:| (?:que|também|ainda)(?!\\p{L}))`,
    links: `mas|e|além disso|também|no entanto|porém|contudo`,
    before: '(?:o|a|os|as) (?:\\p{Ll}+ )?',
  },
  it: {
    leans: `lui|lei|egli|ella|essi|esse|loro|quest[oa]${TIMES.it}|questi|queste|ciò|quello|quella|suo|sua|suoi|sue|o|così|quindi|dunque|poi|infatti|invece|entrambi|altri|io|noi|ha (?:detto|aggiunto|spiegato|dichiarato|affermato|concluso)(?=,|:| che(?!\\p{L}))`,
    links: `ma|e|inoltre|anche|tuttavia|però`,
    before: "(?:l|un)['’]|(?:il|lo|la|i|gli|le) (?:\\p{Ll}+ )?",
  },
  de: {
    leans: `er|sie|es|dies|dies(?:e|er|es|en|em)${TIMES.de}|das${GERMAN_ARTICLE}|deren|dessen|oder|denn|zudem|außerdem|dennoch|jedoch|deshalb|daher|darum|dabei|dazu|damit|danach|dann|so|dort|dafür|dagegen|hierzu|davon|daraufhin|beide(?! \\p{L}+ (?:des|der|von) )|andere|letztere|ich|wir|man|allerdings|dadurch|darauf|darin|daran|sein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|ihm|ihn|ihnen`,
    links: `doch|aber|und|auch`,
    before: GERMAN_COUNTRY,
    stands: GERMAN_WHOSE,
  },
  nl: {
    leans: `hij|zij|ze|het (?:is|was|zijn|waren|gaat|ging|betreft|betrof|blijkt|bleek|blijft|bleef|lijkt|leek|zou|heeft|had|wordt|werd|kan|kon|moet|moest|komt|kwam)|dat|(?:dit|deze)${TIMES.nl}|die|zijn|haar|hun|of|dus|daarom|daarna|daarbij|toen|bovendien|beiden|anderen|ik|we|wij`,
    links: `maar|en|ook|echter|toch`,
    before: '(?!(?:hij|zij|ze|het|we|wij|dat|dit|die|deze|ik) )\\p{Ll}+ ',
  },
  tr: {
    leans: `bu${TIMES.tr}|bunun|buna|bunu|bunlar|bununla|bundan|bunda|şu|şunu|şunları|o|onun|ona|onu|onlar|onların|onlara|böyle|böylece|böylelikle|veya|hem(?! .{1,40} hem )|dolayısıyla|nitekim|buna göre|konuyla ilgili|konuyla|aynı|söz konusu|diğer|ikili|ikisi|ardından|sonra|daha sonra|biz|ben|bizim|benim|açıklamada|toplantıda|konuşmasında|açıklamasında|burada|orada|ilgili|kendi(?:si|leri)(?:n?[eai]|ni|nin|nden)?`,
    links: `ayrıca|ancak|ama|fakat|lakin|oysa|ve|üstelik|öte yandan|yine`,
  },
  ru: {
    leans: `он|она|оно|они|его|её|ее|их|ему|ей|им|ими|причиной (?:стал\\p{L}*|этого|тому)|этот|эта|это|эти|этого|(?:этой|этим)${TIMES.ru}|этому|этом|тот|та|те|такой|такая|такое|такие|об этом|одни|среди таких|в итоге|так,|в частности|в этот же|по его|по её|по ее|по их|поэтому|таким образом|затем|потом|тогда|там|в связи с этим|в свою очередь|последний(?! раз)|последняя|об[еа]${BOTH_OF_WHOM}|остальные|другие|он же|она же|я|мы|наш|мой|как (?:отмет|отмеча|уточня|поясн|сообщ|сказал)\\p{L}*(?! (?:[\\p{Ll}-]+ ){0,3}${CAPITAL})|до этого|после этого|напомним|отмечается|отметим|в (?:н[её]м|ней|них)|на н[её]м|среди них|так(?! называ)|(?:по|на|от|с|у|к|за|о|об|для|из|без|перед|над|под|через|среди|после) (?:не(?:го|[её]|му|й)|н(?:им|ими|их|ём|ем|ей)|эт(?:ого|ому|ом|им|их|ой|у|о))(?! (?:недел|год|месяц|сезон|раз|дня|утр|вечер|ноч|лет|зим|весн|осен)\\p{L}*)`,
    links: `при этом|вместе с тем|кроме того|однако|но|и|а|также|тем не менее|ранее`,
    before: RUSSIAN_BEFORE,
  },
  uk: {
    leans: `він|вона|воно|вони|його|її|їх|йому|їй|їм|цей|ця|це|ці|(?:цього|цієї)${TIMES.uk}|цьому|цим|той|та|ті|такий|така|таке|такі|про це|одні|серед таких|зрештою|так,|зокрема|тому|таким чином|потім|тоді|там|у зв['’]язку з цим|своєю чергою|у свою чергу|обидв[аі]${BOTH_OF_WHOM}|інші|я|ми|наш|як (?:зазнач|повідом|розпов|уточн|відзнач)\\p{L}*(?! (?:[\\p{Ll}-]+ ){0,3}${CAPITAL})|до цього|після цього|нагадаємо|зазначається|відзначається|за його словами|за її словами|серед них|тобто|так(?! зван)|(?:на|у|в|за|після|до|від|з|про|під|через|для) (?:ц(?:ього|ьому|ій|им|ією|их|ими)|н(?:ього|еї|ій|ьому|им|ею|их|ими))(?! (?:рок|році|місяц|тижн|сезон|раз|дн|ранк|веч|ноч|літ|зим|весн|осен)\\p{L}*)`,
    links: `при цьому|водночас|разом з тим|крім того|однак|проте|але|і|й|а|також|раніше`,
    before: UKRAINIAN_BEFORE,
  },
  ar: {
    leans: `هو|هي|هم|هما|(?:هذا|هذه)${TIMES.ar}|هؤلاء|ذلك|تلك|ذاك|وهو|وهي|وهذا|وهذه|وذلك|و?لكن(?:ه|ها|هم)|أيضا|أيضاً|و?(?:أضاف|تابع|أردف|استطرد|واصل)(?:ت|وا)?|(?:و|كما |وقد |و?من (?:جهت|جانب)(?:ه|ها|هم)،? ?)?${SAYS_SOMEBODY}|وقد \\p{L}+ ${GOES_ON}|كما (?:أن|إن)(?:ه|ها|هم)?|كان(?:ت|وا)? قد|وكان(?:ت|وا)? قد|وكانوا|بدوره|بدورها|إنه|إنها|أنه|ثم|فيما|بينما|وبحسب(?:ه|ها|هم| (?:هذا|ذلك))|ولم|ولا|وتم|وعلى|وإلى|(?:وجاء|ويأتي|وتأتي) (?:ذلك|هذا|هذه)|ومن(?! (?:المقرر|المتوقع|المنتظر|المرجح|المحتمل|الجدير|جهت|جانب))|وفي(?! (?!هذ|ذلك|تلك|السياق|المقابل|الوقت|الأثناء|الإطار|النهاية|الختام|سياق|وقت|حين|غضون|تصريح|بيان|تطور|ختام|حديث|كلمت)\\p{L}+(?: \\p{L}+)?،)`,
    links: `و?لكن|كذلك|غير أن|إلا أن`,
    name: () => countryNames('ar'),
  },
  fa: {
    leans: `او|وی|آنها|آنان|آن‌ها|ایشان|این${TIMES.fa}|آن|همین|چنین|و|یا|لذا|بنابراین|از این رو|به این ترتیب|سپس|پس(?! از (?!آن|این))|وی افزود|نیز|به گفته وی|به گفته او|در این${TIMES.fa}|به این|از این|بر این|ما|من|به همین (?:دلیل|خاطر|ترتیب)`,
    links: `اما|ولی|همچنین|هم‌چنین|با این حال|با این وجود|در عین حال`,
    name: () => countryNames('fa'),
  },
  he: {
    leans: `הוא|היא|הם|הן|זה|זאת|זו|אלה|אלו|לכן|כך|עוד|בנוסף|לדבריו|לדבריה|לדבריהם|כמו כן|מנגד|אני|אנחנו`,
    links: `אבל|אך|גם|עם זאת`,
    name: () => countryNames('he'),
  },
  zh: {
    leans: `他(?!信|加禄)|她|它|这(?!一?(?:周|个?月|年|季|几天|两天))|那(?!不勒斯|霸|坡里)|该|其|因此|对此|为此|据此|随后|之后|当时|此前`,
    links: `但是?|然而|不过|此外|而且?|同时|另外`,
    name: () => countryNames('zh'),
    stands: '但丁|但泽',
    isRunning: true,
  },
  ja: {
    leans: `彼(?!岸)|これ(?!まで|から)|それ(?!ぞれ)|この(?!夏|冬|春|秋|週末|ほど)|その|同(?:氏|社|国|省|紙|日)(?!\\p{Script=Han})`,
    links: `しかし|だが|ただし|また(?=、|\\p{Script=Han}|\\p{Script=Katakana})|そして|一方で?(?!的|通行)|なお(?=、)|さらに`,
    name: () => countryNames('ja'),
    isRunning: true,
  },
}

/** The names of all countries in a language (ISO 639-1), as parts of a regular expression. From CLDR, as the engine has it. */
function countryNames(language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  return CODES.flatMap((code) => names.of(code) ?? []).join('|')
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
