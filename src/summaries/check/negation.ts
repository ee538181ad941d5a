/** Does this lower-case word deny ("not", "isn't", "нет", "değil", "gelmedi", "ليس", "نشد")? With a capital "Yılmaz" is a name. `language` is ISO 639-1. */
export function denies(lower: string, language: string, capital: boolean): boolean {
  if (WORDS.get(language)?.has(lower) === true) return true
  switch (language) {
    case 'en':
      return ENGLISH_ENDING.test(lower)
    case 'tr':
      return !capital && TURKISH_ENDING.test(lower)
    case 'fa':
      return lower.startsWith('نمی')
    default:
      return false
  }
}

const WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: 'not no never none nobody nothing neither nor cannot without',
    fr: 'ne pas jamais aucun aucune rien personne sans ni',
    de: 'nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne',
    es: 'no nunca ningún ninguno ninguna nadie nada sin tampoco ni',
    pt: 'não nenhum nenhuma ninguém nunca nada sem',
    it: 'non mai nessuno nessuna niente nulla senza',
    nl: 'niet geen nooit niemand niets zonder',
    pl: 'nie bez nigdy nikt nic żaden',
    sv: 'inte ingen inga aldrig utan',
    da: 'ikke ingen aldrig uden',
    nb: 'ikke ingen aldri uten',
    tr: 'değil değildi değildir yok yoktu yoktur hiçbir asla',
    ru: 'не нет ни никогда никто ничего без нельзя нету',
    uk: 'не ні без немає ніколи ніхто нічого',
    ar: 'لا لم لن ولم ولن ولا ليس ليست ليسوا بدون دون غير ما عدم',
    fa: 'نیست نبود ندارد نشد نکرد نخواهد نکرده نشده ندارند نکردند نیستند نباید نداد نداده نگرفت نداشت نداشته نخواهند نشدند هیچ بدون',
    he: 'לא אין אינו אינה בלי מבלי',
  }).map(([language, words]): [string, ReadonlySet<string>] => [language, new Set(words.split(' '))]),
)
const ENGLISH_ENDING = /^\p{L}+n['’]t$/u
/** "-medi", "-mıyor", "-mayacak", "-maz", "-memiş": the verb itself denies. Before it stands what is denied. */
const TURKISH_ENDING =
  /^(\p{L}{2,})(?:m[ıiuü]yor|m[ae]d[ıi]|m[ae]y[ae]ca[kğ]|mey[ae]ce[kğ]|m[ae]m[ıi]ş|m[ae]z)(?:\p{L}{0,4})$/u

/** The verb without its denial, as far as its letters stay: "imzala" of "imzalamadı", "کرد" of "نکرد". */
export function deniedStem(lower: string, language: string): string | undefined {
  if (language === 'tr') return TURKISH_ENDING.exec(lower)?.[1]
  return language === 'fa' ? /^ن(\p{L}{2}[\p{L}\u200c]*)$/u.exec(lower)?.[1] : undefined
}

/** Does it state what a verb with this stem says: "imzaladı", "imzalayacak" for "imzala"? */
export function statesStem(lower: string, stem: string, language: string): boolean {
  if (!lower.startsWith(stem) || denies(lower, language, false)) return false
  return language === 'fa' ? lower === stem : TURKISH_TENSE.test(lower.slice(stem.length))
}

const TURKISH_TENSE = /^y?(?:[dt][ıiuü]|[ae]c[ae][kğ]|[ıiuü]?yor|m[ıiuü]ş|[ıiuüae]r)/u

/** Does this lower-case word deny by its meaning ("refused", "lacks", "отказался", "nie")? */
export const deniesByMeaning = (lower: string, language: string): boolean =>
  BY_MEANING.get(language)?.test(lower) === true

const BY_MEANING: ReadonlyMap<string, RegExp> = new Map([
  [
    'en',
    /^(?:unable|unlikely|unknown|unclear|unarmed|unharmed|unhurt|unpaid|unsolved|unfinished|undecided|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure)?|den(?:y|ied|ies|ying|ial)|declin(?:es|ed|ing)|lack(?:s|ed|ing)?|reject(?:s|ed|ing)?|prevent(?:s|ed|ing)?|boycott(?:s|ed|ing)?|ruled|rather|instead|absen(?:t|ce))$/u,
  ],
  ['fr', /^(?:refus\p{L}{0,5}|ni(?:e|é|ent|ait|er)|dément\p{L}{0,3}|échou\p{L}{1,4}|rejet\p{L}{1,4})$/u],
  [
    'es',
    /^(?:neg(?:ar|ó|aron|ado|aba)|nieg\p{L}{1,2}|rechaz\p{L}{1,4}|desm[ie]\p{L}{2,6}|rehus\p{L}{1,4})$/u,
  ],
  [
    'de',
    /^(?:bestreite\p{L}?|bestritt\p{L}{0,2}|(?:ver)?weiger\p{L}{1,3}|geweigert|dementier\p{L}{1,3}|leugne\p{L}{1,3}|abgelehnt|lehn\p{L}{1,3}|scheiter\p{L}{1,3}|gescheitert)$/u,
  ],
  ['ru', /^(?:отказ(?:а|ыв)\p{L}{1,6}|отриц(?:а|ая)\p{L}{1,5}|отверг\p{L}{0,4}|опроверг\p{L}{0,4})$/u],
  ['uk', /^(?:відмов(?:и|л)\p{L}{1,6}|запереч\p{L}{1,4}|спрост(?:ув|ов)\p{L}{1,4}|відкину\p{L}{1,2})$/u],
  ['tr', /^(?:redde(?:t|d)\p{L}{1,8}|inkar|inkâr|yalanla\p{L}{1,8})$/u],
  ['ar', /^و?(?:نفى|نفت|ينفي|تنفي|نفوا|رفض|رفضت|يرفض|ترفض|رفضوا|أنكر|أنكرت|ينكر|امتنع|امتنعت|فشل|فشلت)$/u],
  ['fa', /^(?:تکذیب|انکار|امتناع|خودداری|رد)$/u],
])
