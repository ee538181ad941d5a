import { baseForms } from '../../language/endings.ts'
import type { Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { nameWords } from '../name-words.ts'
import { openCommonNames } from './common-names.ts'
import type { NameSpan, FoundSpans } from './find-spans.ts'
import { TITLE_WORDS } from './known-names.ts'
import { CAPITALS } from './name-signs.ts'
import { openSharedWeights } from './name-weights.ts'
import { standsAlone } from './witness.ts'

/**
 * Log-odds that signs add to those of the weights, in letters without capitals. A regression over spans of
 * native Persian news and of left-out documents in Arabic, Persian and Hebrew, rounded. Of 181 right spans of
 * the news, 152 come before the tenth wrong one by these; 110 by the chance alone, and 130 if the news does
 * not take part in the regression.
 */
const SIGN_ODDS = {
  title: 2.5,
  partedBefore: 2.5,
  partedBehind: 1.5,
  knownName: 1.5,
  familyAlone: 2,
  firstElsewhere: -2,
}

/**
 * Least log-odds of a person. For Arabic and Hebrew chosen by leaving out each fifth of the documents, for
 * precision above 85 and the recall asked for. Persian news has more ordinary words that look like names:
 * from 3 on, each half removes a fifth of the wrong people and a twentieth of the right ones.
 */
const LEAST_ODDS: Readonly<Record<string, number>> = { ar: 2.5, fa: 3.5, he: 1.75 }
const LEAST_ODDS_ELSEWHERE = 2.5

/**
 * Whether a span in letters without capitals is a person, by its chance and its surroundings: a title, a
 * comma or full stop, a known first name, the family name elsewhere. Two ordinary words have few of these
 * signs, and the first of them often stands elsewhere too.
 */
export function isLikelyPerson(
  words: Words,
  known: readonly KnownWord[],
  span: NameSpan,
  language: string,
  { englishAt }: Pick<FoundSpans, 'englishAt'>,
): boolean {
  const { first, last, chance } = span
  const { folded } = words
  if (isInsideWord(words, first)) return false
  const isTitle = (at: number): boolean => TITLE_WORDS.has(folded[at] ?? '')
  const isApart = isSeparated(words, first)
  const isAlone = standsAlone(words, span) && known[last]?.places === undefined && !isSmall(englishAt(last))
  const odds =
    Math.log(chance / (1 - chance + TINY)) +
    (isTitle(last + 1) || (isTitle(first - 1) && (isApart || leadsName(folded[first - 1], language)))
      ? SIGN_ODDS.title
      : 0) +
    (isApart ? SIGN_ODDS.partedBefore : 0) +
    (isSeparated(words, last + 1) ? SIGN_ODDS.partedBehind : 0) +
    (isKnown(words, span, englishAt) ? SIGN_ODDS.knownName : 0) +
    (isAlone ? SIGN_ODDS.familyAlone : 0) +
    (isElsewhere(words, first, language) ? SIGN_ODDS.firstElsewhere : 0)
  return odds >= (LEAST_ODDS[language] ?? LEAST_ODDS_ELSEWHERE)
}

/**
 * Whether a name follows a title directly. Where a language lists its forms of address, offices do not lead a
 * name: in Persian the body follows ("معاون عمران"), and the name stands before or behind a comma.
 */
function leadsName(title: string | undefined, language: string): boolean {
  const address = nameWords.of(language)?.address
  return address === undefined || address.includes(title ?? '')
}

/** Whether a span begins inside a compound word, behind the sign that only Persian writes: "پزشک‌یار". */
const isInsideWord = ({ text, start, end }: Words, at: number): boolean =>
  text.slice(end[at - 1], start[at]) === '\u200c'

/**
 * Whether a name begins with a known first name and continues only with family names and words that the
 * bridge does not know.
 */
function isKnown({ folded }: Words, { first, last }: NameSpan, englishAt: FoundSpans['englishAt']): boolean {
  const names = openCommonNames()
  if (!names.isFirst(folded[first] ?? '')) return false
  for (let at = first + 1; at <= last; at++)
    if (englishAt(at) !== 0 && !names.isFamily(folded[at] ?? '')) return false
  return true
}

/** Whether the text has a word once more, or the word without the prefix that is written together with it. */
function isElsewhere({ folded }: Words, at: number, language: string): boolean {
  const word = folded[at] ?? ''
  const forms = new Set([word, ...baseForms(language, word).filter((form) => word.endsWith(form))])
  return folded.some((other, there) => there !== at && forms.has(other))
}

/** Keeps the odds of a chance of 1 finite. */
const TINY = 0.0005

/** Whether English writes a stem with a capital in fewer than three of four cases; false for unseen stems. */
export function isSmall(english: number): boolean {
  const level = english === 0 ? CAPITALS.unseen : openSharedWeights().capitals.of(english)
  return level === CAPITALS.small || level === CAPITALS.mixed
}

/**
 * Whether a word is separated from the one before it by more than spaces and unseen signs. True at both ends
 * of the text.
 */
const isSeparated = ({ text, start, end, folded }: Words, at: number): boolean =>
  at === 0 || at === folded.length || SEPARATOR.test(text.slice(end[at - 1], start[at]))
const SEPARATOR = /[^ \u00a0\u200b-\u200f]/u
