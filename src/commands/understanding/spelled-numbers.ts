import { numberWords } from '../../analysis/numbers.ts'
import { askWords } from '../../language/typed-words.ts'

/**
 * Returns the numbers from 13 to 59, as used for hours and minutes, in words: "twenty one", "einundzwanzig",
 * "vingt et une", "واحد وعشرون".
 */
export function spelledNumbers(language: string): readonly (readonly [number, readonly string[]])[] {
  const known = numberWords.of(language)
  if (known === null) return []
  const { words, joins, joint } = known
  const single = (count: number): readonly string[] => [
    ...(words[count] ?? []),
    ...(askWords.of(language)?.numbers[count] ?? []),
  ]
  const joined = (tens: string, one: string): readonly string[] => {
    if (joint !== undefined) return [`${one}${joint}${tens}`]
    // Arabic names the ones first, as in "خمسة عشر".
    if (language === 'ar') return [`${one} و${tens}`, `${one} ${tens}`]
    return [`${tens} ${one}`, ...joins.map((join) => `${tens} ${join} ${one}`)]
  }
  return Array.from({ length: LAST - FIRST + 1 }, (_, index) => {
    const count = FIRST + index
    const ones = single(count % 10)
    const spelled = single(count - (count % 10)).flatMap((tens) => ones.flatMap((one) => joined(tens, one)))
    return [count, [...(words[count] ?? []), ...spelled]] as const
  })
}

const FIRST = 13
const LAST = 59
