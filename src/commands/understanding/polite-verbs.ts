import type { Word } from './sentence.ts'

/**
 * The plain imperatives that a word may stand for, as it is said to several or to somebody one is polite with, and with pronouns written onto it: "cambie", "ajoutez", "уберите", "کنید",
 * "çıkarın", "أرسلوا". Lists of what is asked for have the plain ones. Folded; may be no words at all.
 */
export function plainVerbs({ key, whole }: Word, language: string, next: string): readonly string[] {
  // "Cessez-le-feu" tells nobody to cease.
  const isPart = whole.includes('-') && !PRONOUN.test(whole)
  if (key.length < SHORTEST || isPart) return []
  return (RULES[language] ?? []).flatMap(({ ending, instead, before }) => {
    if (before !== undefined && !before.test(next)) return []
    const plain = instead.map((one) => key.replace(ending, one))
    return plain.filter((one) => one !== key && one.length >= SHORTEST_PLAIN)
  })
}

/** Behind an imperative: "envoyez-moi". */
const PRONOUN = /-(?:moi|nous|le|la|les|lui|leur|en|y|ка)$/iu
const SHORTEST = 4
const SHORTEST_PLAIN = 2

interface Rule {
  readonly ending: RegExp
  readonly instead: readonly string[]
  /** What the next word has to be. */
  readonly before?: RegExp
}

/** "Gönderir misin", "alabilir misiniz", "alabilir miyim". */
const ASKING = /^m[iu](?:s|y|$)/u

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  // "Ajoutez", "envoyez".
  fr: [
    { ending: /ez$/u, instead: ['e', 's', ''] },
    { ending: /yez$/u, instead: ['ie'] },
  ],
  // "Cambie", "muestrenme", "deje", "anadan", "enviarme".
  es: [
    { ending: /en?(me|nos|le|les|lo|la|los|las|melo|mela|noslo)?$/u, instead: ['a$1', 'a'] },
    { ending: /an?(me|nos|le|les|lo|la|los|las|melo|mela|noslo)?$/u, instead: ['e$1', 'e'] },
    // "Ábreme", "quítalo".
    { ending: /(?:me|nos|le|les|lo|la|los|las|melo|mela|noslo)$/u, instead: [''] },
    { ending: /r(me|nos|le|les|lo|la|los|las|melo|mela|noslo)?$/u, instead: ['$1', ''] },
  ],
  // "Уберите", "добавьте", "дайте-ка".
  ru: [{ ending: /те$/u, instead: [''] }],
  // "کنید", "کنین", "دهید"; formal "نمایید", "فرمایید".
  fa: [
    { ending: /(?:يد|ين)$/u, instead: ['', 'ه'] },
    { ending: /^ب?(?:نماييد|فرماييد|نما|فرما)$/u, instead: ['كن'] },
    { ending: /^ب?(?:دهيد|دين)$/u, instead: ['بده'] },
  ],
  tr: [
    { ending: /y?[ae]bilir$/u, instead: [''], before: ASKING },
    { ending: /[aeiu]?r$/u, instead: ['', 'a', 'e', 'i', 'u'], before: ASKING },
    { ending: /y?[iu]n(?:[iu]z)?$/u, instead: [''] },
    // "Durduralım", "iptal edelim".
    { ending: /y?[ae]l[ıi]m$/u, instead: [''] },
    { ending: /^ed(?:elim|in|iniz|er|ersen|erseniz)$/u, instead: ['et'] },
  ],
  // "أرسلوا", "أبلغونا".
  ar: [
    { ending: /وا(?:لي)?$/u, instead: [''] },
    { ending: /و(نا|ني|لي|لنا)$/u, instead: ['$1', ''] },
    { ending: /ي$/u, instead: [''] },
    // "فأخبرونا".
    { ending: /^[فو](?=.{4})/u, instead: [''] },
    // "افتحلي", "احذفها".
    { ending: /(?:لي|لنا|ني|نا|ها|ه)$/u, instead: [''] },
  ],
}
