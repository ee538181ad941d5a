import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { countsList } from './counts-list.ts'
import { countsYears } from './counts-years.ts'
import { exchangedWith } from './exchanged-numbers.ts'
import { placeOf } from './in-place.ts'
import type { Word } from './read-words.ts'
import { unitOf } from './units.ts'

/** Every number must be in the cited text, and count there what it counts here. */
export function checkNumbers(claim: Claim, cited: CitedText): readonly string[] {
  return claim.words.flatMap((word) => {
    if (word.number === undefined || isPronoun(word, claim.words)) return []
    if (![word.number, ...word.also].some((number) => cited.numbers.has(number)))
      return [isRounded, countsList, countsYears].some((follows) => follows(word, claim.words, cited))
        ? []
        : [`the number ${word.text} is not in the cited text`]
    const rival = rivalOf(word, claim.words, cited) ?? exchangedWith(word, claim, cited)
    if (rival !== undefined) return [`the cited text has ${rival}, not ${word.text}`]
    const unit = otherUnit(word, claim.words, cited)
    if (unit !== undefined) return [`the cited text has ${word.text} of another unit (${unit})`]
    if (isAge(word, claim.words) && cited.sentences.some(({ words }) => hasAge(words, word.number))) return []
    if (countsTheSame(word, claim.words, cited) || isTheSubject(word, cited)) return []
    const { gap, displaced } = placeOf([word], claim, cited)
    return gap > FAR || (gap > OFF && displaced >= 0)
      ? [`the cited text says ${word.text} of something else`]
      : []
  })
}

/** What the number measures wherever the cited text has it, if that is never what it measures here: "5 km" for "5 miles". */
function otherUnit(word: Word, words: readonly Word[], cited: CitedText): string | undefined {
  const unit = unitOf(word, words, cited.language)
  if (unit === undefined || word.number === undefined) return undefined
  let other: string | undefined
  for (const { words: there, numbers } of cited.sentences) {
    if (!numbers.has(word.number)) continue
    for (const same of there) {
      if (same.number !== word.number && !same.also.includes(word.number)) continue
      const own = unitOf(same, there, cited.language)
      if (own === undefined || own === unit) return undefined
      other = own
    }
  }
  return other
}

/** "nine soldiers", where the text has "60 soldiers" and "nine" of something else: the number that stands there with the noun. */
function rivalOf(word: Word, words: readonly Word[], cited: CitedText): string | undefined {
  const noun = words[word.index + 1]
  if (noun === undefined || !isCounted(noun)) return undefined
  let rival: string | undefined
  for (const { words: there } of cited.sentences) {
    for (const other of there.filter(({ key }) => key === noun.key)) {
      const around = there.slice(Math.max(0, other.index - 6), other.index + 7)
      if (around.some(({ number }) => number === word.number)) return undefined
      const before = there[other.index - 1]
      if (before?.number !== undefined && isCounted(other)) rival = `${before.text} ${noun.text}`
    }
  }
  return rival
}

/** "an eight-point lead", where the text has "eight points ahead". */
function countsTheSame({ index, number }: Word, words: readonly Word[], cited: CitedText): boolean {
  const noun = words[index + 1]
  if (noun === undefined || noun.empty || TIMES.test(noun.lower) || !/^[ -]$/u.test(noun.gap)) return false
  return cited.sentences.some(({ words: there }) =>
    there.some((other) => other.number === number && there[other.index + 1]?.key === noun.key),
  )
}

/** What a text says again and again is seldom out of place. */
const isTheSubject = ({ number }: Word, cited: CitedText): boolean =>
  number !== undefined && cited.sentences.filter(({ numbers }) => numbers.has(number)).length >= OFTEN

/** Sentences. */
const OFTEN = 3

/** "aged 35", "the age of 35", "35 years old", "35-year-old"; "Moen, 35,". */
function isAge({ index }: Word, words: readonly Word[]): boolean {
  const before = words.slice(Math.max(0, index - 2), index).some(({ lower }) => /^aged?$/u.test(lower))
  const [year, old] = words.slice(index + 1)
  const isOld = /^years?$/u.test(year?.lower ?? '') && old?.lower === 'old'
  return before || isOld || (/^,\s$/u.test(words[index]?.gap ?? '') && year?.gap.startsWith(',') === true)
}

const hasAge = (words: readonly Word[], age: string | undefined): boolean =>
  words.some((word) => word.number === age && isAge(word, words))

/** Behind a number, one space away, and no measure of time or of order, of which a text has many. */
const isCounted = ({ empty, number, capital, gap, lower }: Word): boolean =>
  gap === ' ' && !empty && !capital && number === undefined && !TIMES.test(lower)

const TIMES =
  /^(?:th|st|nd|rd|party|(?:second|minute|hour|day|night|week|month|year|decade|time|percent|per|am|pm|million|billion|trillion)s?)$/u

/** Chosen on planted errors beside true paraphrases. */
const FAR = 0.3
const OFF = 0.2

/** "the two are", "the three of them". */
const isPronoun = ({ index, number }: Word, words: readonly Word[]): boolean =>
  Number(number) < 5 && words[index - 1]?.lower === 'the' && (words[index + 1]?.empty ?? true)

/** "more than 100" for 104, "nearly 60" for 58, "about 20" for 19.5: by how much each word may round. */
const ROUNDING: readonly (readonly [RegExp, number, number])[] = [
  [
    /(?<!\p{L})(?:more than|over|at least|above|plus de|mehr als|über|más de|oltre|mais de|более|больше|свыше|понад|більше|أكثر من|بیش از)$/u,
    1,
    1.15,
  ],
  [
    /(?<!\p{L})(?:nearly|almost|up to|under|less than|close to|près de|fast|knapp|casi|quasi|quase|почти|менее|майже|менше|yaklaşık|قرابة|ما يقرب من|نزدیک به)$/u,
    0.85,
    1,
  ],
  [
    /(?<!\p{L})(?:about|around|some|roughly|approximately|environ|etwa|rund|unos|unas|circa|cerca de|около|примерно|близько|yaklaşık|نحو|حوالي|حدود)$/u,
    0.93,
    1.07,
  ],
]

/** Digits before the zeros at the end: a rounded number has fewer. */
const digits = (number = ''): number => number.replace(/[.]/u, '').replace(/0+$/u, '').length

function isRounded({ index, number }: Word, words: readonly Word[], cited: CitedText): boolean {
  const value = Number(number)
  const before = words
    .slice(Math.max(0, index - 3), index)
    .map(({ lower }) => lower)
    .join(' ')
  const rules = ROUNDING.filter(([pattern]) => pattern.test(before))
  if (isShort(words[index])) rules.push([/$/u, 1 - SHORT, 1 + SHORT])
  for (const other of cited.numbers)
    for (const [, least, most] of rules)
      if (Number(other) >= value * least && Number(other) <= value * most && digits(number) < digits(other))
        return true
  return false
}

/** "1.4 million" for 1,412,345: who writes the scale as a word rounds. */
const isShort = (word: Word | undefined): boolean => /^\p{Nd}.*\p{L}/u.test(word?.text ?? '')
const SHORT = 0.04
