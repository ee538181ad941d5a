import { hasCase, MARK } from '../../language/read-text.ts'
import type { CueKind } from './saying-words.ts'
import type { UnitField } from './word-field.ts'

/** Words that tell that somebody says something. */
export interface Cue {
  readonly first: number
  readonly last: number
  readonly kind: CueKind
  /** Whether an "and" is attached to it. */
  readonly joined: boolean
}

/** Returns the cues of a unit outside its quotations, in order. */
export function findCues(field: UnitField): Cue[] {
  const { quoted, unit } = field
  const cues: Cue[] = []
  for (let at = unit.first; at <= unit.last; at++) {
    if (quoted[at] === 1) continue
    const cue = cueAt(field, at) ?? unlisted(field, at)
    if (cue === null) continue
    if (isVerb(field, cue)) cues.push(cue)
    at = cue.last
  }
  return cues
}

/**
 * Returns an unlisted verb as a cue. „…“, erinnerte sich X: after a quotation and a comma, a lower-case word
 * before a name or an article is the verb, whichever it is.
 */
function unlisted(field: UnitField, at: number): Cue | null {
  const { known, is, isCapital, isApart, gapBefore, quoted, unit } = field
  if (
    !known.capitalNouns ||
    at <= unit.first ||
    at >= unit.last ||
    quoted[at - 1] !== 1 ||
    quoted[at + 1] === 1
  )
    return null
  if (!gapBefore(at).includes(',') || isCapital(at) || isApart(at + 1)) return null
  if (is(at, ...NO_VERBS)) return null
  const opens = is(at + 1, 'articles', 'pronouns', 'between') || isCapital(at + 1)
  return opens ? { first: at, last: at, kind: 'said', joined: false } : null
}

const NO_VERBS = [
  ...(['articles', 'borders', 'adverbials', 'determiners'] as const),
  ...(['relative', 'pronouns', 'never', 'between'] as const),
]

function cueAt(field: UnitField, at: number): Cue | null {
  const { known, wordAt } = field
  const word = wordAt(at)
  const direct = walk(field, at, word)
  if (direct !== null) return { ...direct, joined: false }
  for (const head of known.heads) {
    if (!word.startsWith(head) || word.length < head.length + 2) continue
    const found = walk(field, at, word.slice(head.length))
    if (found !== null) return { ...found, joined: true }
  }
  return null
}

function walk(field: UnitField, at: number, word: string): Omit<Cue, 'joined'> | null {
  const { words, known, isApart, unit } = field
  for (const { words: phrase, kind } of known.cues.get(word) ?? []) {
    const end = at + phrase.length - 1
    if (end > unit.last) continue
    let fits = true
    for (let next = 1; next < phrase.length && fits; next++)
      fits = words.folded[at + next] === phrase[next] && !isApart(at + next)
    if (fits) return { first: at, last: end, kind }
  }
  return null
}

/** Whether a cue is the verb of a clause that states what happened: no noun, no passive, no negation. */
function isVerb(field: UnitField, { first, last, kind }: Cue): boolean {
  const { known, is, has, isApart, wordAt, unit } = field
  // "backed by investors": the agent follows.
  if (last < unit.last && is(last + 1, 'agents')) return false
  // "England's promising start"
  if (kind === 'saying' && has(first - 1, MARK.afterApostrophe) && is(first - 1, 'determiners')) return false
  // "a man accused of theft": a verb that takes an object but has none after it is a participle of the noun
  // before.
  if (
    (kind === 'does' || kind === 'acts') &&
    first === last &&
    last < unit.last &&
    is(last + 1, 'adverbials') &&
    !isApart(last + 1) &&
    hasCase(wordAt(first))
  )
    return false
  if (!known.capitalNouns && hasCase(wordAt(first)) && isSmallName(field, first)) return false
  // "a self-described poet"
  if (has(first, MARK.afterHyphen)) return false
  if (first === last && isNounAlone(field, first)) return false
  if (kind === 'sourceApart') return isApart(first) && first > unit.first
  if (kind === 'source' || kind === 'sourceBehind' || kind === 'sourceClosed' || first === unit.first)
    return true
  if (isApart(first)) return true
  for (let at = first - 1; at >= unit.first && at >= first - 4; at--) {
    if (is(at, 'negations')) return false
    if (at === first - 1 && kind !== 'saying' && is(at, 'determiners')) return false
    if (kind !== 'saying' && kind !== 'past' && is(at, 'passive')) return false
    if (!is(at, 'between') || isApart(at)) return true
  }
  return true
}

/**
 * Whether it is part of a name: "Hope Hicks said", "Wonder, who joked". Within a sentence a verb has a
 * capital only in a headline with capitals on all words.
 */
const isSmallName = ({ has, isCapital, unit }: UnitField, at: number): boolean =>
  unit.paragraph > 0 &&
  at > unit.first &&
  isCapital(at) &&
  !has(at, MARK.sentenceStart | MARK.afterBreak) &&
  !isCapital(at - 1)

/** "A colorable claim", "close call": a plural verb after a singular person or thing is a noun. */
function isNounAlone(field: UnitField, at: number): boolean {
  const { known, is, has, isCapital, isApart, wordAt, unit } = field
  if (at === unit.first || isApart(at) || !known.isPluralVerb(wordAt(at))) return false
  const before = wordAt(at - 1)
  if (has(at - 1, MARK.allCapitals)) return false
  if (isCapital(at - 1) && isJoined(field, at)) return false
  if (known.isStop(before) || before.endsWith('ly') || is(at - 1, 'between')) return false
  return !before.endsWith('s') && !known.isPeople(before)
}

/** Whether several names precede the verb: "Mr Grassley and Mr Leahy say". */
function isJoined({ is, unit }: UnitField, verb: number): boolean {
  for (let at = verb - 1; at > unit.first && at > verb - LONGEST_NAMES; at--)
    if (is(at, 'borders')) return true
  return false
}

/** Most words of two names and what stands between them. */
const LONGEST_NAMES = 7
