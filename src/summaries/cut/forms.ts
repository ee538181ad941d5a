import {
  isAge,
  isApposition,
  isParenthesis,
  isParticipleClause,
  isPartitiveClause,
  isRelativeClause,
} from './asides.ts'
import { type Cut, holdsVerb, isFiniteVerb, isWord, opensWithAnd } from './read-cut.ts'
import type { Token } from './read-tokens.ts'

/** Classes of words that may not be left out. */
export const GUARDS = [
  'negation',
  'modality',
  'condition',
  'quantity',
  'contrast',
  'speech',
  'reversal',
  'comparison',
  'time',
] as const
export type Guard = (typeof GUARDS)[number]

/** A kind of phrase that a sentence is complete without. */
interface Form {
  /** Whether the words to be left out are exactly one whole phrase of this kind. */
  readonly fits: (cut: Cut) => boolean
  /** Guards that may occur in it, because in this kind of phrase they concern the aside alone. */
  readonly mayHold?: readonly Guard[]
}

/** Maximum number of words. */
const LONGEST_DATELINE = 8

/**
 * Accepts a dateline, "PORT ELLERY (Northern Agency) – A cargo ship …": place, day and agency before the
 * sentence.
 */
function isDateline(cut: Cut): boolean {
  const { opening, closing, inside, after, words } = cut
  const named = inside.filter(isWord)
  return (
    opening === 'start' &&
    named.length <= LONGEST_DATELINE &&
    !words.opener.has(named[0]) &&
    (closing === 'dash' || isAgencyEnd(cut)) &&
    !after.some(({ kind }) => kind === 'dash') &&
    named.every((word, index) => isNameInDateline(word, index, cut)) &&
    (hasCase(after) || inside.some(({ kind, word }) => kind === 'dash' || word === '('))
  )
}

/**
 * Whether it ends as a dateline with an agency does: "… – Northern Herald." or "… – خبرگزاری شمال:", with a
 * dash before.
 */
function isAgencyEnd({ inside }: Cut): boolean {
  const last = inside.at(-1)
  return last?.kind === 'mark' && '.:'.includes(last.word) && inside.some(({ kind }) => kind === 'dash')
}

/**
 * Whether a word may stand in a dateline. In scripts with capitals these are names, numbers and a month. Of
 * an agency's name, in brackets or behind the dash, only the first word must be one.
 */
function isNameInDateline(word: Token, index: number, { inside, after, words }: Cut): boolean {
  if (!hasCase(after) || word.capital) return true
  const agency = inside.findIndex(({ kind, word }) => kind === 'dash' || word === '(')
  const isOfAgency = agency >= 0 && inside.indexOf(word) > agency + 1
  return index > 0 && (word.kind === 'number' || words.time.has(word) || isOfAgency)
}

/** Whether the rest of the sentence begins with a capital letter. */
const hasCase = (after: Cut['after']): boolean => after.find(isWord)?.capital === true

/** Minimum number of words of a clause that is left out, without its "and", and of one that stays. */
const LEAST_WORDS_CUT = 3
const LEAST_WORDS_KEPT = 2

/**
 * Accepts "The court freed both editors, and their lawyers thanked the crowd": a last clause behind a
 * complete one.
 */
function isLastClause(cut: Cut): boolean {
  const { opening, closing, inside, words } = cut
  const hasAnd = opensWithAnd(inside, cut)
  return (
    closing === 'end' &&
    (opening === 'comma' || (hasAnd && words.order === 'verb-last' && opening === 'none')) &&
    (hasAnd || words.order === 'verb-last') &&
    followsClause(cut) &&
    isClause(inside, LEAST_WORDS_CUT, cut)
  )
}

/**
 * Accepts "Rain swept away two bridges, trains ran late and schools stayed closed": the middle one of three
 * clauses.
 */
const isMiddleClause = (cut: Cut): boolean =>
  cut.opening === 'comma' &&
  (cut.closing === 'comma' || cut.closing === 'none') &&
  opensWithAnd(cut.after, cut) &&
  followsClause(cut) &&
  isClause(cut.inside, LEAST_WORDS_CUT, cut) &&
  isClause(cut.after, LEAST_WORDS_KEPT, cut)

const followsClause = (cut: Cut): boolean =>
  !cut.before.some(({ kind }) => kind === 'comma') && holdsVerb(cut.before, cut)

/**
 * Whether this is a clause with its own subject and verb, no comma or dash within, and no pronoun that points
 * back, as in "and a judge overturned it".
 */
function isClause(tokens: Cut['inside'], least: number, cut: Cut): boolean {
  const { words } = cut
  const withoutAnd = words.and.has(tokens[0]) ? tokens.slice(1) : tokens
  const [first] = withoutAnd
  return (
    first !== undefined &&
    withoutAnd.filter(isWord).length >= least &&
    !withoutAnd.some(({ kind }) => kind === 'comma' || kind === 'dash') &&
    !words.opener.has(first) &&
    !words.pronoun.isIn(tokens) &&
    (words.verbs === 'hidden' || !isFiniteVerb(first, cut)) &&
    holdsVerb(withoutAnd, cut)
  )
}

/**
 * Accepts "The fund pays for, among other things, new pumps, two wells and a weather station": the tail of a
 * list that is said to be incomplete.
 */
function isListTail(cut: Cut): boolean {
  const { opening, closing, before, inside, after, words } = cut
  const signal = before.findLastIndex((_, index) => words.inclusion.lengthAt(before, index) > 0)
  return (
    signal >= 0 &&
    before.slice(signal + words.inclusion.lengthAt(before, signal)).some(isWord) &&
    (opening === 'comma' || opensWithAnd(inside, cut)) &&
    (closing === 'end' || words.listEnd.has(after[0])) &&
    (words.verbs === 'hidden' || !holdsVerb(inside, cut))
  )
}

/** Maximum number of words. */
const LONGEST_CIRCUMSTANCE = 10
/** How many words behind "at a" its noun may follow. */
const MOST_WORDS_TO_NOUN = 4

/**
 * Accepts "in the presence of two ministers" and "at a short ceremony in the palace garden": how something
 * was done, not what.
 */
const isCircumstance = (cut: Cut): boolean =>
  cut.opening !== 'start' &&
  cut.opening !== 'bracket' &&
  cut.inside.length <= LONGEST_CIRCUMSTANCE &&
  cut.inside.every(isWord) &&
  (cut.words.accompaniment.lengthAt(cut.inside, 0) > 0 || isOccasion(cut)) &&
  standsFree(cut)

function isOccasion({ inside, words }: Cut): boolean {
  const length = words.setting.lengthAt(inside, 0)
  return (
    length > 0 &&
    inside
      .slice(length, length + MOST_WORDS_TO_NOUN)
      .some((_, i) => words.occasion.lengthAt(inside, length + i) > 0)
  )
}

/**
 * Whether the cut lies between phrases and nothing in the kept part refers to it: not "did not sign in the
 * presence of".
 */
function standsFree(cut: Cut): boolean {
  const { before, closing, words } = cut
  const last = before.findLast(isWord)
  if (last === undefined || last.kind === 'number') return false
  if (words.opener.has(last) && !words.listEnd.has(last)) return false
  if (words.determiner.has(last) || words.rank.has(last) || isLimited(cut)) return false
  return closing !== 'none' || goesOn(cut)
}

/** Whether a negation, condition or quantity before the cut may apply to the words left out. */
const isLimited = ({ before, words }: Cut): boolean =>
  [words.negation, words.condition, words.quantity].some((guard) => guard.isIn(before))

function goesOn(cut: Cut): boolean {
  const { after, words } = cut
  const [first] = after
  if (first === undefined) return true
  if (opensWithAnd(after, cut) || words.opener.has(first) || words.determiner.has(first)) return true
  // A compound verb may follow and end the sentence: "معرفی کرد".
  const wordsAfter = after.filter(isWord)
  const end = wordsAfter.at(-1)
  return words.order === 'verb-last' && wordsAfter.length <= 2 && end !== undefined && isFiniteVerb(end, cut)
}

/** Accepts "Parliament quickly and quietly approved it": only how fast or how loudly. */
const isManner = (cut: Cut): boolean =>
  cut.opening !== 'bracket' &&
  // At the end it may be the statement itself: "The town stayed calm".
  (cut.closing !== 'end' || cut.words.order === 'verb-last') &&
  !cut.words.auxiliary.has(cut.before.findLast(isWord)) &&
  isMannerAlone(cut.inside, cut.words) &&
  !isLimited(cut)

/** Whether these are only phrases of manner, joined by "and" or not at all. */
function isMannerAlone(inside: Cut['inside'], words: Cut['words']): boolean {
  const length = words.manner.lengthAt(inside, 0)
  if (length === 0) return false
  const rest = inside.slice(length)
  return rest.length === 0 || isMannerAlone(words.and.has(rest[0]) ? rest.slice(1) : rest, words)
}

/**
 * Accepts what Turkish puts before a name and other languages behind it: "Baharda açılan Deniz Müzesi",
 * "Bölge Su İdaresi Başkanı İvo Maren". A name is unique, so such a phrase restricts nothing. People named
 * after their country, in the plural, are excluded because it may restrict them.
 */
function isBeforeName({ opening, closing, inside, after, words }: Cut): boolean {
  const [first, second] = after
  const last = inside.at(-1)
  if (opening !== 'start' || closing !== 'none' || last === undefined) return false
  if (first?.capital !== true || second?.capital !== true) return false
  if (words.plural.has(first) || words.plural.has(second) || !inside.every(isWord)) return false
  return words.title.has(last)
    ? inside.every(({ capital }) => capital)
    : inside.length > 1 && !last.capital && words.adjunct.has(last)
}

/** The kinds of phrases that may be left out. The first one that fits decides which guards a cut may hold. */
export const FORMS: readonly Form[] = [
  { fits: isParenthesis, mayHold: ['time'] },
  { fits: isDateline, mayHold: ['time'] },
  { fits: isAge, mayHold: ['time'] },
  { fits: isApposition },
  { fits: isPartitiveClause, mayHold: ['time', 'quantity'] },
  { fits: (cut) => cut.closing === 'comma' && isRelativeClause(cut), mayHold: ['time', 'speech'] },
  // At the end the clause may refer to the whole sentence, and who says so may be what makes it true. So
  // `speech` is not allowed.
  { fits: (cut) => cut.closing === 'end' && isRelativeClause(cut), mayHold: ['time'] },
  { fits: isParticipleClause },
  { fits: isLastClause },
  { fits: isMiddleClause },
  { fits: isListTail },
  { fits: isCircumstance },
  // Every word of it is in the list: "without a sound" denies nothing.
  { fits: isManner, mayHold: ['negation'] },
  { fits: isBeforeName, mayHold: ['time'] },
]
