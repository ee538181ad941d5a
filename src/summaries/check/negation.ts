/** Does this lower-case word deny ("not", "isn't", "нет", "değil", "gelmedi", "ليس", "نشد")? */
export function denies(lower: string): boolean {
  return (
    WORDS.has(lower) || ENGLISH_ENDING.test(lower) || TURKISH_ENDING.test(lower) || lower.startsWith('نمی')
  )
}

const WORDS: ReadonlySet<string> = new Set(
  [
    'not no never none nobody nothing neither nor cannot without',
    'ne pas jamais aucun aucune rien personne sans ni',
    'nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne',
    'nunca ningún ninguno ninguna nadie nada sin tampoco não nenhum nenhuma ninguém sem non mai nessuno nessuna niente senza',
    'niet geen nooit niemand niets zonder nie bez inte ingen inga aldrig ikke',
    'değil yok hiçbir asla',
    'не нет ни никогда никто ничего без нельзя нет нету ні немає ніколи ніхто нічого',
    'لا لم لن ليس ليست ليسوا بدون دون غير ما عدم',
    'نیست نبود ندارد نشد نکرد نخواهد نکرده نشده ندارند نکردند نیستند نباید هیچ بدون',
    'לא אין אינו אינה בלי מבלי',
  ].flatMap((list) => list.split(' ')),
)
const ENGLISH_ENDING = /^\p{L}+n['’]t$/u
/** "-medi", "-mıyor", "-mayacak", "-maz", "-memiş": the verb itself denies. */
const TURKISH_ENDING =
  /\p{L}{2}(?:m[ıiuü]yor|m[ae]d[ıi]|m[ae]y[ae]ca[kğ]|mey[ae]ce[kğ]|m[ae]m[ıi]ş|m[ae]z)(?:\p{L}{0,4})$/u

/** Words that deny by their meaning: "refused to", "failed to", "lacks". */
export const DENIES_BY_MEANING =
  /\b(?:unable|unlikely|unknown|unclear|unarmed|unharmed|unhurt|unpaid|unsolved|unfinished|undecided|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure)?|den(?:y|ied|ies|ying|ial)|lack(?:s|ed|ing)?|reject(?:s|ed|ing)?|prevent(?:s|ed|ing)?|boycott(?:s|ed|ing)?|ruled out|rather than|instead of|absen(?:t|ce))\b/iu
