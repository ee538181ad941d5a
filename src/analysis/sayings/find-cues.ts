import { hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import { BREAK } from './clause-marks.ts'
import type { CueKind, SayingWords } from './saying-words.ts'
import type { Unit } from './units.ts'

/** Words that tell that somebody says something. */
export interface Cue {
  readonly first: number
  readonly last: number
  readonly kind: CueKind
  /** Whether an "and" is attached to it. */
  readonly joined: boolean
}

/** Returns the cues of a unit outside its quotations, in order. */
export function findCues(words: Words, quoted: Uint8Array, unit: Unit, known: SayingWords): Cue[] {
  const cues: Cue[] = []
  for (let at = unit.first; at <= unit.last; at++) {
    if (quoted[at] === 1) continue
    const cue = cueAt(words, at, unit.last, known) ?? unlisted(words, quoted, at, unit, known)
    if (cue === null) continue
    if (isVerb(words, cue, unit, known)) cues.push(cue)
    at = cue.last
  }
  return cues
}

/**
 * Returns an unlisted verb as a cue. „…“, erinnerte sich X: after a quotation and a comma, a lower-case word
 * before a name or an article is the verb, whichever it is.
 */
function unlisted(words: Words, quoted: Uint8Array, at: number, unit: Unit, known: SayingWords): Cue | null {
  if (
    !known.capitalNouns ||
    at <= unit.first ||
    at >= unit.last ||
    quoted[at - 1] !== 1 ||
    quoted[at + 1] === 1
  )
    return null
  if (
    !words.text.slice(words.end[at - 1] ?? 0, words.start[at] ?? 0).includes(',') ||
    hasMark(words, at, MARK.capital) ||
    hasMark(words, at + 1, BREAK)
  )
    return null
  const [word = '', next = ''] = [words.folded[at], words.folded[at + 1]]
  if (NO_VERBS.some((list) => known.has(list, word))) return null
  const opens =
    known.has('articles', next) ||
    known.has('pronouns', next) ||
    known.has('between', next) ||
    hasMark(words, at + 1, MARK.capital)
  return opens ? { first: at, last: at, kind: 'said', joined: false } : null
}

const NO_VERBS = [
  'articles',
  'borders',
  'adverbials',
  'determiners',
  'relative',
  'pronouns',
  'never',
  'between',
] as const

function cueAt(words: Words, at: number, last: number, known: SayingWords): Cue | null {
  const word = words.folded[at] ?? ''
  const direct = walk(words, at, word, last, known)
  if (direct !== null) return { ...direct, joined: false }
  for (const head of known.heads) {
    if (!word.startsWith(head) || word.length < head.length + 2) continue
    const found = walk(words, at, word.slice(head.length), last, known)
    if (found !== null) return { ...found, joined: true }
  }
  return null
}

function walk(
  words: Words,
  at: number,
  word: string,
  last: number,
  { cues }: SayingWords,
): Omit<Cue, 'joined'> | null {
  for (const { words: phrase, kind } of cues.get(word) ?? []) {
    const end = at + phrase.length - 1
    if (end > last) continue
    let fits = true
    for (let next = 1; next < phrase.length && fits; next++)
      fits = words.folded[at + next] === phrase[next] && !hasMark(words, at + next, BREAK)
    if (fits) return { first: at, last: end, kind }
  }
  return null
}

const isCased = ({ folded }: Words, at: number): boolean => hasCase(folded[at] ?? '')

/** Whether a cue is the verb of a clause that states what happened: no noun, no passive, no negation. */
function isVerb(words: Words, { first, last, kind }: Cue, unit: Unit, known: SayingWords): boolean {
  // "backed by investors": the agent follows.
  if (last < unit.last && known.has('agents', words.folded[last + 1] ?? '')) return false
  // "England's promising start"
  if (
    kind === 'saying' &&
    hasMark(words, first - 1, MARK.afterApostrophe) &&
    known.has('determiners', words.folded[first - 1] ?? '')
  )
    return false
  // "a man accused of theft": a verb that takes an object but has none after it is a participle of the noun
  // before.
  if (
    (kind === 'does' || kind === 'acts') &&
    first === last &&
    last < unit.last &&
    known.has('adverbials', words.folded[last + 1] ?? '') &&
    !hasMark(words, last + 1, BREAK) &&
    isCased(words, first)
  )
    return false
  if (!known.capitalNouns && isCased(words, first) && isSmallName(words, first, unit)) return false
  // "a self-described poet"
  if (hasMark(words, first, MARK.afterHyphen)) return false
  if (first === last && isNounAlone(words, first, unit, known)) return false
  if (kind === 'sourceApart') return hasMark(words, first, BREAK) && first > unit.first
  if (kind === 'source' || kind === 'sourceBehind' || kind === 'sourceClosed' || first === unit.first)
    return true
  if (hasMark(words, first, BREAK)) return true
  for (let at = first - 1; at >= unit.first && at >= first - 4; at--) {
    const word = words.folded[at] ?? ''
    if (known.has('negations', word)) return false
    if (at === first - 1 && kind !== 'saying' && known.has('determiners', word)) return false
    if (kind !== 'saying' && kind !== 'past' && known.has('passive', word)) return false
    if (!known.has('between', word) || hasMark(words, at, BREAK)) return true
  }
  return true
}

/**
 * Whether it is part of a name: "Hope Hicks said", "Wonder, who joked". Within a sentence a verb has a
 * capital only in a headline with capitals on all words.
 */
const isSmallName = (words: Words, at: number, unit: Unit): boolean =>
  unit.paragraph > 0 &&
  at > unit.first &&
  hasMark(words, at, MARK.capital) &&
  !hasMark(words, at, MARK.sentenceStart | MARK.afterBreak) &&
  !hasMark(words, at - 1, MARK.capital)

/** "A colorable claim", "close call": a plural verb after a singular person or thing is a noun. */
function isNounAlone(words: Words, at: number, unit: Unit, known: SayingWords): boolean {
  if (at === unit.first || hasMark(words, at, BREAK) || !known.isPluralVerb(words.folded[at] ?? ''))
    return false
  const before = words.folded[at - 1] ?? ''
  if (hasMark(words, at - 1, MARK.allCapitals)) return false
  if (hasMark(words, at - 1, MARK.capital) && isJoined(words, at, unit, known)) return false
  if (known.isStop(before) || before.endsWith('ly') || known.has('between', before)) return false
  return !before.endsWith('s') && !known.isPeople(before)
}

/** Whether several names precede the verb: "Mr Grassley and Mr Leahy say". */
function isJoined(words: Words, verb: number, unit: Unit, known: SayingWords): boolean {
  for (let at = verb - 1; at > unit.first && at > verb - LONGEST_NAMES; at--)
    if (known.has('borders', words.folded[at] ?? '')) return true
  return false
}

/** Most words of two names and what stands between them. */
const LONGEST_NAMES = 7
