import { UNSEEN_SIGNS } from '../../language/letters.ts'
import { wordLists } from '../../language/parts.ts'
import { hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import { readTerms } from '../../language/terms.ts'
import type { KnownWord } from '../known-word.ts'
import { nameWords } from '../name-words.ts'
import { abbreviates, abbreviationBehind } from './abbreviations.ts'
import { apartFromOthers } from './apart-from-others.ts'
import { withFirstNamed } from './by-first-name.ts'
import { openCommonNames } from './common-names.ts'
import type { NameMention } from './find-known-names.ts'
import { isJoined } from './find-people.ts'
import { findSpans, type NameSpan, type FoundSpans } from './find-spans.ts'
import type { Named } from './named.ts'
import { isLikelyPerson } from './is-likely-person.ts'
import { isThing } from './is-thing.ts'
import { TITLE_WORDS } from './known-names.ts'
import { nominativeOf } from './nominative.ts'
import { otherBearers } from './other-bearers.ts'
import { prefixLength } from './prefix-length.ts'
import { isParted, wholeName } from './whole-name.ts'
import { withFurtherSign } from './witness.ts'

/**
 * Least `NameSpan.chance` of a span; people without capitals have their own rule (`isLikelyPerson`). Chosen
 * on the documents by leaving out each fifth of them. A first name that Russian or Ukrainian declines
 * suffices for a person: documents left out lose nothing in precision by it (recall 77.4 → 77.9).
 */
const LEAST_CHANCES = { person: 0.7, organisation: 0.8, uncasedOrganisation: 0.75 }
/** Least chance of an organisation of one word that is not all in capitals: only its capital marks it. */
const LEAST_CHANCE_OF_ONE_WORD = 0.95
/**
 * Least chance that an ordinary word is part of a person's name, for it to stand for the listed person: the
 * Persian for Musk is "mask" too.
 */
const LEAST_PERSON_CHANCE = 0.5

export interface Found {
  readonly named: readonly Named[]
  /** The listed names that are meant, without ordinary words and parts of other people's names. */
  readonly listed: readonly NameMention[]
}

/**
 * Finds people and organisations that no list has, by the weights of words, their neighbours and their
 * letters. `listed` are the listed names of the text. Undefined if the language has no weights.
 */
export function findNamed(
  words: Words,
  known: readonly KnownWord[],
  language: string,
  listed: readonly NameMention[],
  { isPlace, titleCaseWords }: Surroundings,
): Found | undefined {
  const isDoubtful = ({ first, last, known: { kind, isSingleWord } }: NameMention): boolean =>
    (kind === 'person' ? isSingleWord : first === last) && !hasCase(words.folded[first] ?? '')
  const taken = new Uint8Array(words.folded.length)
  for (const mention of listed) if (!isDoubtful(mention)) taken.fill(1, mention.first, mention.last + 1)
  const isAnother = beginsAnother(words, language)
  const found = findSpans(words, known, language, (at) => {
    const isFree = taken[at] === 0
    const mayBePerson = known[at]?.isNoPerson === false && (!isPlace(at) || isJoined(words, at))
    return {
      person: isFree && mayBePerson,
      organisation: isFree,
      mayContinue: !isAnother(at) && !isParted(words, at),
    }
  })
  if (found === undefined) return undefined
  const mayBegin = (at: number): boolean => taken[at] === 0 && !isPlace(at) && known[at]?.isNoPerson === false
  const likely = withFirstNamed(words, known, found, mayBegin)
    .map((span) => wholeName(words, span, { language, mayBegin }))
    .filter((span) => span !== undefined)
    .flatMap((span) => apartFromOthers(words, known, span, language))
    .filter((span) => !isThing(words, known, span, language))
    .filter((span) => !isForeign(words, span, language) && isSure(words, known, span, isPlace))
    .filter((span) => !isUncasedPerson(words, span) || isLikelyPerson(words, known, span, language, found))
  const bearers = otherBearers(words, known, listed, language, found)
  const sure = [
    ...withFurtherSign(words, known, likely, language).filter(isApartFrom(bearers)),
    ...bearers,
  ].filter((span) => span.first >= titleCaseWords || isConfirmed(words, span, titleCaseWords))
  const meant = listed.filter(
    (mention) => !isDoubtful(mention) || isMeant(words, mention, { listed, sure, bearers, found }),
  )
  const isListed = ({ first, last }: NameSpan): boolean =>
    meant.some((one) => one.first <= last && first <= one.last)
  const organisations = [...sure, ...meant.map(({ first, last, known: { kind } }) => ({ first, last, kind }))]
  const abbreviations = new Set(
    organisations.flatMap((span) =>
      span.kind === 'organisation' ? (abbreviationBehind(words, span) ?? []) : [],
    ),
  )
  const isAbbreviation = (span: NameSpan): boolean =>
    span.first === span.last && abbreviations.has(words.folded[span.first] ?? '')
  const named = sure
    .filter((span) => !isListed(span) && !isAbbreviation(span))
    .map((span) => ({
      kind: span.kind,
      first: span.first,
      last: span.last,
      name: nameOf(words, known, span, language, followsPerson(span, [...sure, ...meant])),
    }))
  return { named, listed: meant }
}

/** Returns a test for spans that share no word with others. */
const isApartFrom =
  (others: readonly NameSpan[]) =>
  ({ first, last }: NameSpan): boolean =>
    others.every((other) => last < other.first || other.last < first)

/** What is known about a text besides its names. */
interface Surroundings {
  /** Whether a word is part of a place. */
  readonly isPlace: (at: number) => boolean
  /** Number of words in the title if each of them has a capital; otherwise 0. */
  readonly titleCaseWords: number
}

/**
 * Whether a name in a title with capitals throughout is confirmed. The text must have all words of an
 * organisation. Of a person, the text must have the family name with a capital, or first and family name must
 * both be known.
 */
function isConfirmed(words: Words, { kind, first, last }: NameSpan, titleWords: number): boolean {
  const { folded } = words
  const isInText = (word: string): boolean => folded.includes(word, titleWords)
  const isNameInText = (word: string): boolean =>
    folded.some((one, at) => at >= titleWords && one === word && hasMark(words, at, MARK.capital))
  if (kind === 'organisation') return folded.slice(first, last + 1).every(isInText)
  const names = openCommonNames()
  const family = folded[last] ?? ''
  return isNameInText(family) || (names.isFirst(folded[first] ?? '') && names.isFamily(family))
}

/**
 * Whether a span is sure enough. A person needs two words; with only two, the second is no initial and no
 * "Jr". An organisation needs a word that is no place, and two words, capitals throughout, or
 * `LEAST_CHANCE_OF_ONE_WORD`. If its abbreviation follows in brackets, that suffices.
 */
function isSure(
  words: Words,
  known: readonly KnownWord[],
  span: NameSpan,
  isPlace: (at: number) => boolean,
): boolean {
  const { first, last, kind, chance } = span
  const abbreviation = kind === 'organisation' && first < last ? abbreviationBehind(words, span) : undefined
  if (abbreviation !== undefined && abbreviates(words, abbreviation, span)) return true
  const isOne = isOneWord(words, span)
  if (isUncasedPerson(words, span)) return !isOne
  const isCased = hasCase(words.folded[first] ?? '')
  const isByName = kind === 'person' && known[first]?.givenName !== undefined
  if (!isByName && chance < LEAST_CHANCES[isCased ? kind : 'uncasedOrganisation']) return false
  if (kind === 'person')
    return !isOne && !(last === first + 1 && (endsInInitial(words, span) || isJunior(words, last)))
  if (
    isOne &&
    !hasMark(words, first, MARK.allCapitals) &&
    (chance < LEAST_CHANCE_OF_ONE_WORD || !hasMark(words, first, MARK.capital))
  )
    return false
  for (let at = first; at <= last; at++) if (!isPlace(at)) return true
  return false
}

const isUncasedPerson = ({ folded }: Words, { kind, first }: NameSpan): boolean =>
  kind === 'person' && !hasCase(folded[first] ?? '')

/**
 * Whether a person without a known first name is written in Latin letters in a Cyrillic text. Most such names
 * are of firms ("Aer Lingus"). Persian keeps people in Latin letters too, so the rule does not apply there.
 */
function isForeign({ folded }: Words, { kind, first }: NameSpan, language: string): boolean {
  const word = folded[first] ?? ''
  return kind === 'person' && CYRILLIC.has(language) && LATIN.test(word) && !openCommonNames().isFirst(word)
}

const CYRILLIC = new Set(['ru', 'uk'])
const LATIN = /\p{Script=Latin}{2}/u

/**
 * Whether a name ends in an initial, as the law has suspects named ("Ronald B."): a story would be left with
 * only the first name.
 */
const endsInInitial = ({ folded, text, end }: Words, { last }: NameSpan): boolean => {
  const { length } = folded[last] ?? ''
  return length === 1 || (length === 2 && text.charAt(end[last] ?? 0) === '.' && hasCase(folded[last] ?? ''))
}

/**
 * Whether a word marks a son or father ("Hall Jr"). With only one word before it, the first name is missing.
 */
const isJunior = ({ folded }: Words, at: number): boolean => JUNIOR.has(folded[at] ?? '')
const JUNIOR: ReadonlySet<string> = new Set(['jr', 'sr', 'junior'])

/** Whether only hyphens and apostrophes separate the words of a span: "Abdul-Karim". */
function isOneWord(words: Words, { first, last }: NameSpan): boolean {
  for (let at = first + 1; at <= last; at++)
    if (!hasMark(words, at, MARK.afterApostrophe | MARK.afterHyphen)) return false
  return true
}

/** The names of a text, and those of `otherBearers` among `sure`. */
interface NamesAround {
  readonly listed: readonly NameMention[]
  readonly sure: readonly NameSpan[]
  readonly bearers: readonly NameSpan[]
  readonly found: FoundSpans
}

/**
 * Whether a listed family name in a script without capitals means its bearer: it is no part of another
 * person's longer name. Behind another bearer it needs a title or the full name elsewhere. It must also be no ordinary word, unless the full name is in the text or the weights
 * find a person (`LEAST_PERSON_CHANCE`).
 */
function isMeant(
  { folded }: Words,
  { first, last, known }: NameMention,
  { listed, sure, bearers, found: { personChanceAt, englishAt } }: NamesAround,
): boolean {
  const isPart = (span: NameSpan): boolean =>
    span.first <= first && last <= span.last && span.last - span.first > last - first
  if (sure.some((span) => span.kind === 'person' && isPart(span))) return false
  if (known.kind === 'organisation') return true
  const isNamedInFull = listed.some((other) => other.known.name === known.name && !other.known.isSingleWord)
  const isAfterOther = bearers.some((other) => other.last < first && folded[other.last] === folded[last])
  if (!isNamedInFull && isAfterOther && !TITLE_WORDS.has(folded[first - 1] ?? '')) return false
  const english = englishAt(first)
  const isOrdinary = english !== 0 && !readTerms(known.name, 'en').hashes.includes(english)
  return isNamedInFull || !isOrdinary || personChanceAt(first) >= LEAST_PERSON_CHANCE
}

/** Returns a test for words that consist of an "and" and a name written together: "وترامب". */
function beginsAnother(words: Words, language: string): (at: number) => boolean {
  const ands = (nameWords.of(language)?.and ?? []).filter((and) => !hasCase(and))
  if (ands.length === 0) return () => false
  const names = openCommonNames()
  let wordsOfText: ReadonlySet<string> | undefined
  const isHere = (word: string): boolean => (wordsOfText ??= new Set(words.folded)).has(word)
  return (at) => {
    const word = words.folded[at] ?? ''
    return ands.some((and) => {
      if (!word.startsWith(and)) return false
      const rest = word.slice(and.length)
      return rest.length > 1 && (names.isFirst(rest) || names.isFamily(rest) || isHere(rest))
    })
  }
}

/** Whether a person's name begins right behind another person's: "توماس بيورن وجاستن توماس". */
const followsPerson = (span: NameSpan, others: readonly (NameSpan | NameMention)[]): boolean =>
  span.kind === 'person' &&
  others.some(
    (other) =>
      other.last === span.first - 1 && ('kind' in other ? other.kind : other.known.kind) === 'person',
  )

function nameOf(
  words: Words,
  known: readonly KnownWord[],
  { kind, first, last }: Omit<NameSpan, 'chance'>,
  language: string,
  isListed: boolean,
): string {
  const inBase = kind === 'person' ? nominativeOf(words, { first, last }, language) : undefined
  if (inBase !== undefined) return inBase.replace(UNSEEN, ' ')
  const isArticle = kind === 'organisation' && first < last && isStop(words.folded[first] ?? '', language)
  if (isArticle) return nameOf(words, known, { kind, first: first + 1, last }, language, false)
  const written = words.text.slice(words.start[first], words.end[last]).replace(UNSEEN, ' ')
  return written.slice(prefixLength(words, first, language, isListed)).replace(POSSESSIVE, '')
}

/** Characters that separate words but are not visible. */
const UNSEEN = new RegExp(`${UNSEEN_SIGNS}+`, 'gu')

/** The English possessive of "Ralph Lauren’s". It is removed in every language; no other has this ending. */
const POSSESSIVE = /['’]s$/u

const isStop = (word: string, language: string): boolean =>
  wordLists.of(language)?.stop?.includes(word) === true
