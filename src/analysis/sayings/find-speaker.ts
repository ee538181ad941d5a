import type { WordSpan } from './saying.ts'
import { hasCase, MARK } from '../../language/read-text.ts'
import type { SpeakerField } from './word-field.ts'

/** Most words of a speaker: "the … of the … of …". 10 whichever outlet or language was left out. */
const LONGEST_SPEAKER = 10
/** Most words of an aside about a speaker: ", who has led the party since 2019,". */
const LONGEST_ASIDE = 40

/** Whether a comma (also after "Va." or a bracket) or a dash opens or closes an aside before a word. */
const opensAside = ({ has, gapBefore }: SpeakerField, at: number): boolean =>
  has(at, MARK.afterComma) || (has(at, MARK.afterBreak) && /^[.)\]\s]*,\s*$|[—–]\s*$/u.test(gapBefore(at)))

/** Returns the speaker before the verb at `verb`, starting at word `from`; null if there is none. */
export function speakerBefore(field: SpeakerField, verb: number, from: number): WordSpan | null {
  const { is, isApart, gapBefore, quoted } = field
  // "…, - говорит": a comma and a dash close the claim, and no aside.
  if (/,\s*[—–-]\s*$/u.test(gapBefore(verb))) return null
  let last = verb - 1
  if (!isApart(verb))
    while (last >= from && isBetween(field, last) && (!isApart(last) || closesBracket(field, last))) last--
  // "The minister on Monday said"
  if (last < verb - 1 && last > from && is(last, 'adverbials') && !isApart(last + 1)) last--
  if (last < from) {
    if (last + 1 < verb && last + 1 >= from) return pronounAmong(field, from, verb - 1)
    return null
  }
  let behind = last + 1
  let isAside = false
  for (let asides = 0; asides <= MOST_ASIDES; asides++) {
    const bracket = beforeBracket(field, last, from)
    if (bracket !== null) last = bracket
    else if (asides === 0 && opensAside(field, behind) && behind <= verb) {
      const before = beforeAside(field, behind, from)
      if (before === null) return null
      last = beforeBracket(field, before, from) ?? before
      isAside = true
    } else if (asides === 0 && isApart(behind)) return null
    const isRelative = is(last, 'relative')
    if (isRelative) last--
    if (last < from || quoted[last] === 1) return null
    const first = phraseStart(field, last, from)
    const span = first > last ? null : trimStart(field, first, last)
    if (
      span !== null &&
      maySpeak(field, span) &&
      !((isAside || asides > 0) && (isRestOfAside(field, span) || isRestOfAside(field, { first, last })))
    )
      return span
    // "The bells, another one which threatened": no speaker.
    if (isRelative || first > last || !opensAside(field, first)) return null
    behind = first
    last = first - 1
  }
  return null
}

/** Most commas before the verb without a speaker before them: ", of Springfield, Va., said". */
const MOST_ASIDES = 3

/** Whether words between commas name nobody: "of Springfield", "21". */
function isRestOfAside(field: SpeakerField, { first, last }: WordSpan): boolean {
  const { words, is, has, wordAt, endOf } = field
  if (!opensAside(field, first)) return false
  const isShort = has(first, MARK.digit) || wordAt(first).length <= 3 || words.text[endOf(last)] === '.'
  return is(first, 'adverbials') || (first === last && isShort)
}

/** "(D-N.J.) all said" */
const closesBracket = ({ gapBefore }: SpeakerField, at: number): boolean =>
  /^[.\s]*[)\]]\s*$/u.test(gapBefore(at))

/** Returns the word before the bracket that closes after `last`: "Sen. Claire McCaskill (D-Mo.) said". */
function beforeBracket({ words, endOf, gapBefore }: SpeakerField, last: number, from: number): number | null {
  const gap = words.text.slice(endOf(last), words.start[last + 1] ?? words.text.length)
  if (!/^[.\s]*[)\]]/u.test(gap)) return null
  for (let at = last; at > from && at > last - LONGEST_ASIDE; at--)
    if (/[([]/u.test(gapBefore(at))) return at - 1
  return null
}

/** "And thanked him": the subject is that of the clause before. */
const isBetween = ({ is, isCapital, wordAt }: SpeakerField, at: number): boolean =>
  (is(at, 'between') && !is(at, 'borders')) ||
  (wordAt(at).length > 4 && wordAt(at).endsWith('ly') && !isCapital(at))

function pronounAmong({ is }: SpeakerField, from: number, to: number): WordSpan | null {
  for (let at = to; at >= from; at--) if (is(at, 'pronouns')) return { first: at, last: at }
  return null
}

function asideFrom(field: SpeakerField, within: number, from: number): number | null {
  const { has, quoted } = field
  for (let at = within; at > from && at > within - LONGEST_ASIDE; at--) {
    if (has(at, MARK.sentenceStart) && !has(at, MARK.afterDot)) return null
    if (opensAside(field, at) && quoted[at] === 0) return at - 1
  }
  return null
}

/** Returns the word before the aside that the comma before `behind` closes. */
function beforeAside(field: SpeakerField, behind: number, from: number): number | null {
  const { known, is, has, quoted } = field
  let isClause = false
  for (let at = behind - 1; at > from && at > behind - LONGEST_ASIDE; at--) {
    if (has(at, MARK.sentenceStart) && !has(at, MARK.afterDot)) return null
    isClause ||= is(at, 'passive', 'auxiliary')
    // ", whose party was beaten,"
    if (is(at, 'relative', 'borders')) return asideFrom(field, at, from)
    if (opensAside(field, at) && quoted[at] === 0)
      // "China, Russia won't test us, says …": a clause of its own is no aside.
      return isClause && !known.capitalNouns && has(at, MARK.afterComma) ? null : at - 1
  }
  return null
}

function phraseStart(field: SpeakerField, last: number, from: number): number {
  const { is, isApart, quoted, isCue } = field
  let at = last
  for (; at >= from && at > last - LONGEST_SPEAKER; at--) {
    if (quoted[at] === 1 || isCue(at)) return at + 1
    if (is(at, 'borders') && !joinsNames(field, at, last)) return at + 1
    if (is(at, 'pronouns')) return at
    if (at < last && isApart(at + 1) && !isName(field, at, last)) return at + 1
  }
  return Math.max(at + 1, from)
}

/** Whether "and" joins two capitalised names: "Clinton and Sanders". */
const joinsNames = ({ isCapital, isApart }: SpeakerField, at: number, last: number): boolean =>
  at < last && isCapital(at - 1) && isCapital(at + 1) && !isApart(at + 1)

/** Whether a full stop is part of a name: "J. B. Pritzker", "Gov. Mike Pence". */
const isName = ({ has, isCapital, wordAt }: SpeakerField, at: number, last: number): boolean =>
  at + 1 <= last && has(at + 1, MARK.afterDot) && isCapital(at) && isCapital(at + 1) && wordAt(at).length <= 4

/** Removes what precedes the noun phrase: "In Iowa Trump", "On Monday the ministry". */
function trimStart({ is, isCapital }: SpeakerField, first: number, last: number): WordSpan | null {
  let at = first
  if (is(last, 'pronouns')) return { first: last, last }
  if (at < last && is(at, 'adverbials')) {
    let start = last
    while (start > at && isCapital(start - 1)) start--
    if (isCapital(last)) return { first: start, last }
  }
  while (at <= last && is(at, 'between', 'adverbials', 'borders')) at++
  return at > last ? null : { first: at, last }
}

function maySpeak({ known, is, has, wordAt }: SpeakerField, { first, last }: WordSpan): boolean {
  const word = wordAt(last)
  if (has(last, MARK.digit) && hasCase(word)) return false
  const isPerson = is(last, 'pronouns', 'anonymous')
  if (first === last && (is(last, 'articles') || (known.isStop(word) && !isPerson))) return false
  return !is(last, 'never') || has(last, MARK.allCapitals)
}

/** Whether a word ("will", "has") precedes verbs and belongs to no speaker. */
const isHelper = ({ is, isCapital }: SpeakerField, at: number): boolean =>
  is(at, 'between') && !isCapital(at) && !is(at, 'articles', 'determiners', 'adverbials')

/**
 * Whether a pronoun after the verb begins the claim, in languages with the subject first: "Said he had
 * fought".
 */
const goesOnFrom = ({ known, is, isApart, quoted, unit }: SpeakerField, pronoun: number): boolean =>
  !known.capitalNouns &&
  pronoun < unit.last &&
  quoted[pronoun + 1] !== 1 &&
  !isApart(pronoun + 1) &&
  !is(pronoun + 1, 'adverbials')

/** Whether a word continues an office, body or paper: "Secretary of War", "a statement from the ministry". */
const goesOnWithName = ({ is, isCapital, isPeople }: SpeakerField, at: number): boolean =>
  is(at, 'links') && ((isCapital(at - 1) && isCapital(at + 1)) || isPeople(at - 1))

/** Includes a name between two commas: "The minister of the interior, Lena Hoxha, on Monday". */
function throughName({ known, has, isCapital, isPeople, isApart, unit }: SpeakerField, last: number): number {
  if (known.capitalNouns || (!isPeople(last) && !isCapital(last))) return last
  const first = last + 1
  let end = first
  while (end < unit.last && isCapital(end) && !isApart(end + 1)) end++
  const isName = end > first && end < unit.last && isCapital(end) && has(end + 1, MARK.afterComma)
  return has(first, MARK.afterComma) && !isCapital(last) && isName ? end : last
}

/**
 * Returns the speaker after the verb at `verb`: "…", said the minister of the interior, Lena Hoxha, on
 * Monday.
 */
export function speakerAfter(field: SpeakerField, verb: number): WordSpan | null {
  const { known, is, isCapital, isApart, quoted, unit, isCue } = field
  let first = verb + 1
  while (first < unit.last && known.capitalNouns && is(first, 'between')) first++
  if (first > unit.last || quoted[first] === 1 || isApart(first)) return null
  if (is(first, 'pronouns')) return goesOnFrom(field, first) ? null : { first, last: first }
  if (isCue(first)) return null
  let last = first - 1
  let isOpen = true
  for (let at = first; at <= unit.last && at < first + LONGEST_SPEAKER; at++) {
    if (at > first && isApart(at) && !isName(field, at - 1, at)) break
    if (quoted[at] === 1 || isCue(at)) break
    if (at > first && is(at, 'borders', 'pronouns') && !joinsNames(field, at, at + 1)) break
    if (!isOpen && is(at, 'adverbials') && !goesOnWithName(field, at)) break
    // ", say the company will save": a clause of its own.
    if (!known.capitalNouns && !isOpen && isHelper(field, at)) return null
    if (known.capitalNouns && !isOpen && !isCapital(at) && isCapital(at - 1) && !is(at, 'articles', 'links'))
      break
    if (!is(at, 'articles')) isOpen = false
    last = at
  }
  const span = { first, last: throughName(field, last) }
  if (last < first || is(first, 'adverbials', 'that')) return null
  return maySpeak(field, span) ? span : null
}
