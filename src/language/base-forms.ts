/** Pairs of an ending and what stands in its place in the dictionary form; several may fit. */
type Rules = readonly (readonly [ending: string, ...bases: readonly string[]])[]

const ADJECTIVE_RU = 'ого ому им ым ом ем ая яя ой ей ую ою ое ее ие ые их ых ими ыми'.split(' ')
const RU: Rules = [
  ...ADJECTIVE_RU.map((ending): readonly [string, ...string[]] => [ending, 'ий', 'ый', 'ой']),
  ['ами', 'а', '', 'ы', 'и', 'е'],
  ['ями', 'я', 'и'],
  ['ах', 'а', '', 'ы', 'и', 'е'],
  ['ях', 'я', 'и'],
  ['ам', 'а', '', 'ы', 'и', 'е'],
  ['ям', 'я', 'и'],
  ['ов', '', 'ы'],
  ['ев', 'й', 'и'],
  ['ом', '', 'о'],
  ['ем', 'й', 'ь', ''],
  ['ой', 'а'],
  ['ою', 'а'],
  ['ей', 'я', 'ь', 'а', 'и'],
  ['ья', 'ье'],
  ['ью', 'ь', 'ье'],
  ['ьем', 'ье'],
  ['ии', 'ия', 'ий'],
  ['ию', 'ия', 'ий'],
  ['ией', 'ия'],
  ['ы', 'а', ''],
  ['и', 'а', 'я', 'ь', '', 'й'],
  ['у', 'а', '', 'о'],
  ['ю', 'я', 'й', 'ь'],
  ['е', 'а', 'я', '', 'о', 'ь', 'й'],
  ['а', '', 'о'],
  ['я', 'й', 'ь'],
  ['ца', 'ец'],
  ['цу', 'ец'],
  ['цем', 'ец'],
  ['це', 'ец'],
  ['цы', 'ец'],
  ['цев', 'ец', 'цы'],
  ['цам', 'ец', 'цы'],
  ['цами', 'ец', 'цы'],
  ['цах', 'ец', 'цы'],
  ['йца', 'ец'],
  ['йцы', 'ец'],
  ['йцев', 'ец', 'йцы'],
  ['йцам', 'йцы'],
  ['йцами', 'йцы'],
  ['иком', 'ик'],
  ['ок', 'ка'],
  ['ян', 'яне'],
  ['ан', 'ане'],
  ['н', 'не'],
]
const ADJECTIVE_UK = 'ого ому им ім а ої ій у ою е і их ими'.split(' ')
const UK: Rules = [
  ...ADJECTIVE_UK.map((ending): readonly [string, ...string[]] => [ending, 'ий', 'ій']),
  ['ами', 'а', '', 'и', 'і'],
  ['ями', 'я', 'і'],
  ['ах', 'а', '', 'и', 'і'],
  ['ях', 'я', 'і'],
  ['ам', 'а', '', 'и', 'і'],
  ['ям', 'я', 'і'],
  ['ів', '', 'и', 'і'],
  ['ом', '', 'о'],
  ['ем', 'ь', 'й', ''],
  ['єм', 'й'],
  ['ою', 'а'],
  ['ею', 'я', 'а'],
  ['єю', 'я'],
  ['ії', 'ія'],
  ['ію', 'ія'],
  ['ією', 'ія'],
  ['і', 'а', 'я', '', 'ь', 'о'],
  ['и', 'а', ''],
  ['у', 'а', '', 'о'],
  ['ю', 'я', 'ь', 'й'],
  ['нню', 'нь'],
  ['ові', ''],
  ['еві', 'ь', ''],
  ['єві', 'й'],
  ['а', '', 'о'],
  ['я', 'ь', 'й'],
  ['ї', 'я', 'й'],
  ['ці', 'ка', 'ць'],
  ['зі', 'га'],
  ['сі', 'ха'],
  ['ця', 'ець'],
  ['цю', 'ець'],
  ['цем', 'ець'],
  ['ців', 'ець', 'ці'],
  ['цям', 'ець', 'ці'],
  ['цями', 'ець', 'ці'],
  ['цях', 'ець', 'ці'],
  ['йця', 'єць'],
  ['йці', 'єць'],
  ['йців', 'єць', 'йці'],
  ['ова', 'ів'],
  ['ові', 'ів'],
  ['овом', 'ів'],
  ['ову', 'ів'],
  ['єва', 'їв'],
  ['єві', 'їв'],
  ['євом', 'їв'],
  ['єву', 'їв'],
  ['н', 'ни'],
]
const TURKISH_ENDINGS =
  'lilarin lilerin lilari lileri lilara lilere lilar liler lularin lulerin lulari luleri lular luler lardan lerden larindan lerinden larinin lerinin larina lerine larin lerin larla lerle lara lere lari leri larda lerde lar ler liyi luyu lidir li lu ca ce ya ye yi yu nin nun in un da de ta te dan den tan ten daki deki yla yle la le a e i u'.split(
    ' ',
  )
const TR: Rules = TURKISH_ENDINGS.map((ending): readonly [string, ...string[]] => [ending, ''])
const FA: Rules = [
  ['ی', ''],
  ['ای', ''],
  ['یی', 'ی', ''],
  ['ها', ''],
  ['های', ''],
  ['هایی', ''],
  ['یها', '', 'ی'],
  ['ان', '', 'ی'],
  ['یان', 'ی', ''],
  ['ییان', 'یی'],
  ['اند', ''],
]
const DE: Rules = [
  ['s', ''],
  ['es', ''],
]

const CASES: Readonly<Record<string, Rules>> = { ru: RU, uk: UK, tr: TR, de: DE }

const ARABIC_HEADS = [
  'وبال',
  'ولل',
  'وال',
  'بال',
  'فال',
  'کال',
  'ال',
  'لل',
  'وب',
  'ول',
  'و',
  'ف',
  'ب',
  'ل',
  'ک',
]
const ARABIC_TAILS = ['ه', 'ین', 'ون', 'ات', 'ان', 'ا']
const HEBREW_HEADS = ['וה', 'וב', 'ול', 'ומ', 'שב', 'שה', 'ב', 'ל', 'מ', 'ה', 'ו', 'ש', 'כ']
const SHORTEST = 3

/**
 * Dictionary forms that a folded word may come from, the word itself left out: case endings in Russian, Ukrainian, Turkish
 * and German, prefixes in Arabic and Hebrew. Most are no words; the caller looks them up.
 */
export function baseForms(language: string, word: string): readonly string[] {
  if (language === 'ar') return arabicForms(word)
  if (language === 'he')
    return HEBREW_HEADS.filter((head) => word.startsWith(head) && word.length - head.length >= SHORTEST).map(
      (head) => word.slice(head.length),
    )
  return withoutEndings(CASES[language] ?? [], word)
}

/**
 * Names of countries and nationalities that a word may be made from by endings that cities do not take: plural and feminine
 * of the Arabic relative adjective, Persian suffixes.
 */
export function relativeForms(language: string, word: string): readonly string[] {
  if (language === 'fa') return withoutEndings(FA, word)
  if (language !== 'ar') return NONE
  return ARABIC_TAILS.filter((tail) => word.endsWith(tail) && word.length - tail.length >= SHORTEST).flatMap(
    (tail) => {
      const bare = word.slice(0, word.length - tail.length)
      return [bare, ...arabicForms(bare)]
    },
  )
}

const NONE: readonly string[] = []

function withoutEndings(rules: Rules, word: string): string[] {
  const forms: string[] = []
  for (const [ending, ...bases] of rules) {
    if (!word.endsWith(ending) || word.length - ending.length < SHORTEST - 1) continue
    const stem = word.slice(0, word.length - ending.length)
    for (const base of bases) if (stem.length + base.length >= SHORTEST) forms.push(stem + base)
  }
  return forms
}

function arabicForms(word: string): string[] {
  const forms: string[] = []
  for (const head of ARABIC_HEADS) {
    const rest = word.slice(head.length)
    if (!word.startsWith(head) || rest.length < SHORTEST) continue
    forms.push(rest)
    if (head.endsWith('لل') || head.endsWith('ال')) forms.push(`ال${rest}`)
  }
  return forms
}
