import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { placeOf } from './in-place.ts'
import type { Word } from './read-words.ts'

/** Every number must be in the cited text, and count there what it counts here. */
export function checkNumbers(claim: Claim, cited: CitedText): readonly string[] {
  return claim.words.flatMap((word) => {
    if (word.number === undefined || isPronoun(word, claim.words)) return []
    if (!cited.numbers.has(word.number))
      return isRounded(word, claim.words, cited) ? [] : [`the number ${word.text} is not in the cited text`]
    const { gap, displaced } = placeOf([word], claim, cited)
    return gap > FAR || (gap > OFF && displaced >= 0)
      ? [`the cited text says ${word.text} of something else`]
      : []
  })
}

/** Chosen on planted errors beside true paraphrases. */
const FAR = 0.4
const OFF = 0.25

/** "the two are", "the three of them". */
const isPronoun = ({ index, number }: Word, words: readonly Word[]): boolean =>
  Number(number) < 5 && words[index - 1]?.lower === 'the' && (words[index + 1]?.empty ?? true)

/** "more than 100" for 104, "nearly 60" for 58, "about 20" for 19.5: by how much each word may round. */
const ROUNDING: readonly (readonly [RegExp, number, number])[] = [
  [
    /\b(?:more than|over|at least|above|plus de|mehr als|über|más de|oltre|mais de|более|больше|свыше|понад)$/u,
    1,
    1.15,
  ],
  [
    /\b(?:nearly|almost|up to|under|less than|close to|près de|fast|casi|quasi|quase|почти|менее|майже)$/u,
    0.85,
    1,
  ],
  [
    /\b(?:about|around|some|roughly|approximately|environ|etwa|rund|unos|circa|cerca de|около|примерно|близько)$/u,
    0.93,
    1.07,
  ],
]

function isRounded({ index, number }: Word, words: readonly Word[], cited: CitedText): boolean {
  const value = Number(number)
  const before = words
    .slice(Math.max(0, index - 3), index)
    .map(({ lower }) => lower)
    .join(' ')
  const rule = ROUNDING.find(([pattern]) => pattern.test(before))
  if (rule === undefined || !(value > 0)) return false
  for (const other of cited.numbers)
    if (Number(other) >= value * rule[1] && Number(other) <= value * rule[2]) return true
  return false
}
