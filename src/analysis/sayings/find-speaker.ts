import { hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import { BREAK } from './clause-marks.ts'
import type { SayingWords } from './saying-words.ts'
import type { Unit } from './units.ts'

/** The words that name the speaker: indices of the first and the last. */
export interface SpeakerSpan {
  readonly first: number
  readonly last: number
}

/** Where to search for a speaker: the words of a unit, and what the speaker may not contain. */
export interface SpeakerField {
  readonly words: Words
  readonly quoted: Uint8Array
  readonly unit: Unit
  readonly known: SayingWords
  /** Whether a word belongs to a cue. */
  readonly isCue: (at: number) => boolean
}

/** Most words of a speaker: "the … of the … of …". 10 whichever outlet or language was left out. */
const LONGEST = 10
/** Most words of an aside about a speaker: ", who has led the party since 2019,". */
const LONGEST_ASIDE = 40

/** Whether a comma or another mark stands before a word. */
const isApart = (words: Words, at: number): boolean => hasMark(words, at, BREAK)
/** Whether a comma (also after "Va." or a bracket) or a dash opens or closes an aside before a word. */
const opensAside = (words: Words, at: number): boolean =>
  hasMark(words, at, MARK.afterComma) ||
  (hasMark(words, at, MARK.afterBreak) &&
    /^[.)\]\s]*,\s*$|[—–]\s*$/u.test(words.text.slice(words.end[at - 1] ?? 0, words.start[at] ?? 0)))

/** Returns the speaker before the verb at `verb`, starting at word `from`; null if there is none. */
export function speakerBefore(field: SpeakerField, verb: number, from: number): SpeakerSpan | null {
  const { words, known, quoted } = field
  // "…, - говорит": a comma and a dash close the claim, and no aside.
  if (/,\s*[—–-]\s*$/u.test(words.text.slice(words.end[verb - 1] ?? 0, words.start[verb] ?? 0))) return null
  let last = verb - 1
  if (!isApart(words, verb))
    while (last >= from && isBetween(field, last) && (!isApart(words, last) || closesBracket(words, last)))
      last--
  // "The minister on Monday said"
  if (
    last < verb - 1 &&
    last > from &&
    known.has('adverbials', words.folded[last] ?? '') &&
    !isApart(words, last + 1)
  )
    last--
  if (last < from) {
    if (last + 1 < verb && last + 1 >= from) return pronounAmong(field, from, verb - 1)
    return null
  }
  let behind = last + 1
  let isAside = false
  for (let asides = 0; asides <= MOST_ASIDES; asides++) {
    const bracket = beforeBracket(words, last, from)
    if (bracket !== null) last = bracket
    else if (asides === 0 && opensAside(words, behind) && behind <= verb) {
      const before = beforeAside(field, behind, from)
      if (before === null) return null
      last = beforeBracket(words, before, from) ?? before
      isAside = true
    } else if (asides === 0 && isApart(words, behind)) return null
    const isRelative = known.has('relative', words.folded[last] ?? '')
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
    if (isRelative || first > last || !opensAside(words, first)) return null
    behind = first
    last = first - 1
  }
  return null
}

/** Most commas before the verb without a speaker before them: ", of Springfield, Va., said". */
const MOST_ASIDES = 3

/** Whether words between commas name nobody: "of Springfield", "21". */
const isRestOfAside = ({ words, known }: SpeakerField, { first, last }: SpeakerSpan): boolean =>
  opensAside(words, first) &&
  (known.has('adverbials', words.folded[first] ?? '') ||
    (first === last &&
      (hasMark(words, first, MARK.digit) ||
        (words.folded[first] ?? '').length <= 3 ||
        words.text[words.end[last] ?? 0] === '.')))

/** "(D-N.J.) all said" */
const closesBracket = (words: Words, at: number): boolean =>
  /^[.\s]*[)\]]\s*$/u.test(words.text.slice(words.end[at - 1] ?? 0, words.start[at] ?? 0))

/** Returns the word before the bracket that closes after `last`: "Sen. Claire McCaskill (D-Mo.) said". */
function beforeBracket(words: Words, last: number, from: number): number | null {
  const gap = words.text.slice(words.end[last] ?? 0, words.start[last + 1] ?? words.text.length)
  if (!/^[.\s]*[)\]]/u.test(gap)) return null
  for (let at = last; at > from && at > last - LONGEST_ASIDE; at--)
    if (/[([]/u.test(words.text.slice(words.end[at - 1] ?? 0, words.start[at] ?? 0))) return at - 1
  return null
}

const isBetween = ({ words, known }: SpeakerField, at: number): boolean => {
  const word = words.folded[at] ?? ''
  return (
    // "and thanked him": the subject is that of the clause before.
    (known.has('between', word) && !known.has('borders', word)) ||
    (word.length > 4 && word.endsWith('ly') && !hasMark(words, at, MARK.capital))
  )
}

function pronounAmong({ words, known }: SpeakerField, from: number, to: number): SpeakerSpan | null {
  for (let at = to; at >= from; at--)
    if (known.has('pronouns', words.folded[at] ?? '')) return { first: at, last: at }
  return null
}

const CLAUSE = ['passive', 'auxiliary'] as const

function asideFrom({ words, quoted }: SpeakerField, within: number, from: number): number | null {
  for (let at = within; at > from && at > within - LONGEST_ASIDE; at--) {
    if (hasMark(words, at, MARK.sentenceStart) && !hasMark(words, at, MARK.afterDot)) return null
    if (opensAside(words, at) && quoted[at] === 0) return at - 1
  }
  return null
}

/** Returns the word before the aside that the comma before `behind` closes. */
function beforeAside(field: SpeakerField, behind: number, from: number): number | null {
  const { words, quoted, known } = field
  let isClause = false
  for (let at = behind - 1; at > from && at > behind - LONGEST_ASIDE; at--) {
    if (hasMark(words, at, MARK.sentenceStart) && !hasMark(words, at, MARK.afterDot)) return null
    const word = words.folded[at] ?? ''
    isClause ||= CLAUSE.some((list) => known.has(list, word))
    // ", whose party was beaten,"
    if (known.has('relative', word) || known.has('borders', word)) return asideFrom(field, at, from)
    if (opensAside(words, at) && quoted[at] === 0)
      // "China, Russia won't test us, says …": a clause of its own is no aside.
      return isClause && !known.capitalNouns && hasMark(words, at, MARK.afterComma) ? null : at - 1
  }
  return null
}

function phraseStart({ words, known, quoted, isCue }: SpeakerField, last: number, from: number): number {
  let at = last
  for (; at >= from && at > last - LONGEST; at--) {
    const word = words.folded[at] ?? ''
    if (quoted[at] === 1 || isCue(at)) return at + 1
    if (known.has('borders', word) && !joinsNames(words, at, last)) return at + 1
    if (known.has('pronouns', word)) return at
    if (at < last && isApart(words, at + 1) && !isName(words, at, last)) return at + 1
  }
  return Math.max(at + 1, from)
}

/** Whether "and" joins two capitalised names: "Clinton and Sanders". */
const joinsNames = (words: Words, at: number, last: number): boolean =>
  at < last &&
  hasMark(words, at - 1, MARK.capital) &&
  hasMark(words, at + 1, MARK.capital) &&
  !isApart(words, at + 1)

/** Whether a full stop is part of a name: "J. B. Pritzker", "Gov. Mike Pence". */
const isName = (words: Words, at: number, last: number): boolean =>
  at + 1 <= last &&
  hasMark(words, at + 1, MARK.afterDot) &&
  hasMark(words, at, MARK.capital) &&
  hasMark(words, at + 1, MARK.capital) &&
  (words.folded[at] ?? '').length <= 4

/** Removes what precedes the noun phrase: "In Iowa Trump", "On Monday the ministry". */
function trimStart({ words, known }: SpeakerField, first: number, last: number): SpeakerSpan | null {
  let at = first
  if (known.has('pronouns', words.folded[last] ?? '')) return { first: last, last }
  if (at < last && known.has('adverbials', words.folded[at] ?? '')) {
    let start = last
    while (start > at && hasMark(words, start - 1, MARK.capital)) start--
    if (hasMark(words, last, MARK.capital)) return { first: start, last }
  }
  while (at <= last && LEADS.some((list) => known.has(list, words.folded[at] ?? ''))) at++
  return at > last ? null : { first: at, last }
}

const LEADS = ['between', 'adverbials', 'borders'] as const

function maySpeak({ words, known }: SpeakerField, { first, last }: SpeakerSpan): boolean {
  const word = words.folded[last] ?? ''
  if (hasMark(words, last, MARK.digit) && hasCase(word)) return false
  const isPerson = known.has('pronouns', word) || known.has('anonymous', word)
  if (first === last && (known.has('articles', word) || (known.isStop(word) && !isPerson))) return false
  return !known.has('never', word) || hasMark(words, last, MARK.allCapitals)
}

/** Whether a word ("will", "has") precedes verbs and belongs to no speaker. */
const isHelper = ({ words, known }: SpeakerField, at: number): boolean => {
  const word = words.folded[at] ?? ''
  if (!known.has('between', word) || hasMark(words, at, MARK.capital)) return false
  return !NOUN_WORDS.some((list) => known.has(list, word))
}

const NOUN_WORDS = ['articles', 'determiners', 'adverbials'] as const

/**
 * Whether a pronoun after the verb begins the claim, in languages with the subject first: "Said he had
 * fought".
 */
const goesOnFrom = ({ words, unit, known, quoted }: SpeakerField, pronoun: number): boolean =>
  !known.capitalNouns &&
  pronoun < unit.last &&
  quoted[pronoun + 1] !== 1 &&
  !isApart(words, pronoun + 1) &&
  !known.has('adverbials', words.folded[pronoun + 1] ?? '')

/** Whether a word continues an office, body or paper: "Secretary of War", "a statement from the ministry". */
const goesOnWithName = ({ words, known }: SpeakerField, at: number): boolean =>
  known.has('links', words.folded[at] ?? '') &&
  ((hasMark(words, at - 1, MARK.capital) && hasMark(words, at + 1, MARK.capital)) ||
    known.isPeople(words.folded[at - 1] ?? ''))

/** Includes a name between two commas: "The minister of the interior, Lena Hoxha, on Monday". */
function throughName({ words, unit, known }: SpeakerField, last: number): number {
  if (
    known.capitalNouns ||
    (!known.isPeople(words.folded[last] ?? '') && !hasMark(words, last, MARK.capital))
  )
    return last
  const first = last + 1
  let end = first
  while (end < unit.last && hasMark(words, end, MARK.capital) && !isApart(words, end + 1)) end++
  const isName =
    end > first &&
    end < unit.last &&
    hasMark(words, end, MARK.capital) &&
    hasMark(words, end + 1, MARK.afterComma)
  return hasMark(words, first, MARK.afterComma) && !hasMark(words, last, MARK.capital) && isName ? end : last
}

/**
 * Returns the speaker after the verb at `verb`: "…", said the minister of the interior, Lena Hoxha, on
 * Monday.
 */
export function speakerAfter(field: SpeakerField, verb: number): SpeakerSpan | null {
  const { words, known, unit, quoted, isCue } = field
  let first = verb + 1
  while (first < unit.last && known.capitalNouns && known.has('between', words.folded[first] ?? '')) first++
  if (first > unit.last || quoted[first] === 1 || isApart(words, first)) return null
  if (known.has('pronouns', words.folded[first] ?? ''))
    return goesOnFrom(field, first) ? null : { first, last: first }
  if (isCue(first)) return null
  let last = first - 1
  let isOpen = true
  for (let at = first; at <= unit.last && at < first + LONGEST; at++) {
    const word = words.folded[at] ?? ''
    if (at > first && isApart(words, at) && !isName(words, at - 1, at)) break
    if (quoted[at] === 1 || isCue(at)) break
    if (
      at > first &&
      (known.has('borders', word) || known.has('pronouns', word)) &&
      !joinsNames(words, at, at + 1)
    )
      break
    if (!isOpen && known.has('adverbials', word) && !goesOnWithName(field, at)) break
    // ", say the company will save": a clause of its own.
    if (!known.capitalNouns && !isOpen && isHelper(field, at)) return null
    if (
      known.capitalNouns &&
      !isOpen &&
      !hasMark(words, at, MARK.capital) &&
      hasMark(words, at - 1, MARK.capital) &&
      !known.has('articles', word) &&
      !known.has('links', word)
    )
      break
    if (!known.has('articles', word)) isOpen = false
    last = at
  }
  const span = { first, last: throughName(field, last) }
  if (
    last < first ||
    known.has('adverbials', words.folded[first] ?? '') ||
    known.has('that', words.folded[first] ?? '')
  )
    return null
  return maySpeak(field, span) ? span : null
}
