import type { Words } from '../../language/split-words.ts'
import type { Mention } from './mention.ts'

/**
 * An "i" behind a country's name that its language does not put there is part of a foreign word, mostly a family name: Turkish
 * vowels agree ("Sudanı", never "Sudani"), and no Russian case of "Судан" is "Судани".
 */
export function isForeignForm(words: Words, mention: Mention, language: string): boolean {
  const { first, last, key } = mention
  const word = words.folded[first] ?? ''
  if (first !== last || word.length !== key.length + 1 || !word.startsWith(key)) return false
  if (language === 'ru') return word.endsWith('и') && HARD_CONSONANT.test(key)
  return language === 'tr' && BACK_VOWEL_THEN_I.test(words.text.slice(words.start[first], words.end[first]))
}

/** Letters after which Russian writes the plural with "ы". */
const HARD_CONSONANT = /[бвдзлмнпрстф]$/u
/** As the text spells it: folded words do not tell "ı" from "i". */
const BACK_VOWEL_THEN_I = /[aıouâû][^aeıioöuüâîû]+i$/iu
