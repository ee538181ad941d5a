import type { CitedSentence, CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { opensClause } from './clause.ts'
import { presence } from './find-evidence.ts'
import { deniedStem, deniesByMeaning, statesStem } from './negation.ts'
import type { Word } from './read-words.ts'

/** What the cited text denies and the claim states: "has published", where the text has only "has not published". `best` carries the claim best. */
export function droppedDenial(
  claim: Claim,
  best: CitedSentence | undefined,
  cited: CitedText,
): string | undefined {
  const { language } = cited
  if (best === undefined || Math.max(...claim.evidence) < ENOUGH) return undefined
  if (claim.words.some(({ denies, lower }) => denies || deniesByMeaning(lower, language))) return undefined
  for (const word of best.words) {
    if (word.denies) {
      const denied = deniedBy(word, best.words, language)
      if (denied !== undefined && isTold(denied, claim) && !isStated(denied, cited))
        return `${word.text} ${denied.text}`
      const stem = deniedStem(word.lower, language)
      if (denied === undefined && stem !== undefined && isStatedVerb(stem, claim.words, language))
        return word.text
    } else if (deniesVerb(word.lower, language) && dropsMeaning(word, best, claim, cited)) {
      return word.text
    }
  }
  return undefined
}

/** How much of the claim the sentence that denies it must carry. */
const ENOUGH = 0.6

/** The word that says what is denied: behind "not"; before "değil" and "نکرد"; on either side of "nicht". */
export function deniedBy({ index, lower }: Word, words: readonly Word[], language: string): Word | undefined {
  const behind = words.slice(index + 1, index + 3).find(({ empty }) => !empty)
  const before = (): Word | undefined =>
    words.slice(Math.max(0, index - 2), index).findLast(({ empty }) => !empty)
  switch (language) {
    case 'tr':
      return deniedStem(lower, language) === undefined ? before() : undefined
    case 'fa':
      return lower.startsWith('ن') ? before() : behind
    case 'de':
      return behind ?? before()
    default:
      return behind
  }
}

/** Is the word denied there? */
export const deniesIn = (words: readonly Word[], denied: Word, language: string): boolean =>
  words.some(
    (word) =>
      word.denies &&
      words
        .slice(Math.max(0, word.index - (VERB_LAST.has(language) ? 3 : 0)), word.index + 6)
        .some(({ key }) => key === denied.key),
  )

/** Where what is denied may stand before the denial. */
const VERB_LAST: ReadonlySet<string> = new Set(['de', 'fa', 'tr'])

const isTold = (denied: Word, { words }: Claim): boolean => words.some(({ key }) => isForm(key, denied.key))

/** Somewhere without a denial. */
const isStated = (denied: Word, cited: CitedText): boolean =>
  cited.sentences.some(({ words, keys }) => keys.has(denied.key) && !deniesIn(words, denied, cited.language))

/** The same stem; in Arabic without the first letter, which changes behind "لم": "يوقع" is "وقع". */
const isForm = (one: string, other: string): boolean =>
  one === other || (/^[يتنأا]\p{L}{3}/u.test(other) && one.replace(/^[أا]/u, '') === other.slice(1))

const isStatedVerb = (stem: string, words: readonly Word[], language: string): boolean =>
  words.some(({ lower, capital }) => !capital && statesStem(lower, stem, language))

/** "Rather" and "unclear" deny, but not what follows them. */
const deniesVerb = (lower: string, language: string): boolean =>
  deniesByMeaning(lower, language) && !/^(?:rather|instead|un(?!able).*)$/u.test(lower)

/** "took bribes", where the text has "denied taking bribes": nothing in the claim but what stands in that sentence. */
function dropsMeaning(word: Word, best: CitedSentence, claim: Claim, cited: CitedText): boolean {
  const scope = scopeOf(word, best.words, cited.language)
  const told = scope.filter(
    ({ key }) =>
      claim.words.some((other) => other.key === key) &&
      cited.keys.get(key) === 1 &&
      best.words.every((other) => other.key !== key || scope.includes(other)),
  )
  if (told.length === 0) return false
  const at = cited.sentences.indexOf(best)
  const [missing, ...more] = claim.content.filter((part) => presence(part, cited)[at] !== true)
  return (
    more.length === 0 &&
    (missing === undefined ||
      scope.some((denied) => !told.includes(denied) && mayBeForm(missing.lower, denied.lower)))
  )
}

/** In words that say something. */
const SCOPE = 4

const plain = ({ empty }: Word): boolean => !empty

/** What a verb of denial denies: behind it, in its part of the sentence; before it where verbs stand last. */
function scopeOf({ index }: Word, words: readonly Word[], language: string): readonly Word[] {
  let end = index + 1
  while (end < words.length && (!opensClause(words[end]) || (end < index + 3 && COMMA.has(language)))) end++
  let start = index
  while (start > 0 && !opensClause(words[start])) start--
  const behind = words
    .slice(index + 1, end)
    .filter(plain)
    .slice(0, SCOPE)
  return VERB_LAST.has(language)
    ? [...words.slice(start, index).filter(plain).slice(-SCOPE), ...behind]
    : behind
}

/** A comma stands between the verb and what it denies: "отрицает, что брал". */
const COMMA: ReadonlySet<string> = new Set(['de', 'ru', 'uk'])

/** "took" of "taking", "وقع" of "توقيع": the first letter, or all its letters in order. */
function mayBeForm(told: string, denied: string): boolean {
  if (told[0] === denied[0]) return !ACCUSES.test(told)
  let at = -1
  return told.length > 2 && Array.from(told).every((letter) => (at = denied.indexOf(letter, at + 1)) >= 0)
}

/** What is said of somebody is not told as true. */
const ACCUSES = /^(?:accus|alleg|charg|suspect|claim|deni|deny|refus|reject)/u
