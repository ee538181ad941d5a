import { hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { Named } from '../../tagging/names/named.ts'
import type { FoundSaying, NamedText } from './saying.ts'
import type { Quotation } from './quotations.ts'
import { cutUnits, type Unit, type UnitText } from './units.ts'

/**
 * What is quoted in a language whose verbs of saying nobody wrote down: a quotation before a comma or a dash and a small word, which is its verb whatever it
 * means, and whoever is named right behind that; or one behind a colon, of whoever is named before it. Where none is named nobody is told.
 */
export function quotedBesideNames({ words, names }: NamedText, language: string): readonly FoundSaying[] {
  const text = cutUnits(words, language)
  const spoken = [...names, ...capitalised(words)]
    .filter(({ first }) => text.quoted[first] !== 1)
    .toSorted((one, other) => one.first - other.first)
  const found: FoundSaying[] = []
  for (const unit of text.units)
    for (const quotation of unit.quotations) {
      const speaker = speakerOf(text, unit, quotation, spoken)
      if (speaker === null) continue
      found.push({
        speaker: speaker === NOBODY ? null : { first: speaker.first, last: speaker.last },
        cue: null,
        pieces: [quotation],
        form: 'direct',
        paragraph: unit.paragraph,
      })
    }
  return found
}

/** Fewer words are a title, a nickname or a word that the outlet does not believe. Czech has its best at 3, English outlets read as if nobody described English at 6. */
const LEAST_WORDS = 4
/**
 * Letters of a preposition, in languages that have letters for vowels; whoever stands behind one does nothing. Labelled sets gain half a point without it, but of nine
 * sayings that 2,000 Polish articles gain four name somebody of whom, or the place where, it was said.
 */
const PREPOSITION = 2

function speakerOf(
  { words, quoted }: UnitText,
  unit: Unit,
  quotation: Quotation,
  names: readonly Named[],
): WordSpan | typeof NOBODY | null {
  let first = unit.first
  while (first <= unit.last && (words.start[first] ?? 0) < quotation.start) first++
  let behind = first
  while (behind <= unit.last && (words.start[behind] ?? 0) < quotation.end) behind++
  if (behind - first < LEAST_WORDS) return null
  if (opensWithVerb(words, quoted, behind, quotation)) {
    const name = nameBehind(words, unit, behind, names)
    const isAlone = closesAlone(words, unit, behind, quotation)
    // ", presented by X": behind a comma alone another clause may go on.
    const isSure = isAlone || /[–—-]/u.test(words.text.slice(quotation.end, words.start[behind]))
    if (name !== null && (isSure || (name.first === behind + 1 && endsUnit(words, unit, name)))) return name
    return isAlone ? NOBODY : null
  }
  const lead = words.text.slice(words.end[first - 1] ?? unit.start, quotation.start)
  if (first === unit.first || !/^\s*:\s*$/u.test(lead)) return null
  const before = names.filter((one) => one.first >= unit.first && one.last < first)
  return before.find(({ kind }) => kind === 'person') ?? before[0] ?? null
}

/** Whoever stands behind a verb, before another clause begins. */
function nameBehind(words: Words, unit: Unit, verb: number, names: readonly Named[]): WordSpan | null {
  for (let at = verb + 1; at <= unit.last; at++) {
    if (hasMark(words, at, APART | MARK.afterComma)) return null
    const name = names.find(({ first }) => first === at)
    if (name !== undefined) return name
    // "řekl Dlouhý": one word with a capital is a name right behind the verb only.
    if (hasMark(words, at, MARK.capital)) return at === verb + 1 ? { first: at, last: at } : null
    if ((words.folded[at] ?? '').length <= PREPOSITION) return null
  }
  return null
}

const endsUnit = (words: Words, unit: Unit, { last }: WordSpan): boolean =>
  last >= unit.last || hasMark(words, last + 1, APART | MARK.afterComma)

/** "…," řekl: a comma within the marks, or nothing behind the verb, says that it is one. */
const closesAlone = ({ text }: Words, unit: Unit, verb: number, { start, end }: Quotation): boolean =>
  /[,!?][^\p{L}\p{N}]*$/u.test(text.slice(start, end)) || unit.last === verb

interface WordSpan {
  readonly first: number
  readonly last: number
}

/** Somebody whom the sentence does not name. */
const NOBODY = 'nobody'

const APART = MARK.afterBreak | MARK.sentenceStart

/** Whether a comma or a dash and a word in small letters stand behind a quotation. */
function opensWithVerb(words: Words, quoted: Uint8Array, at: number, { start, end }: Quotation): boolean {
  const next = words.start[at]
  if (next === undefined || quoted[at] === 1 || hasMark(words, at, MARK.capital | MARK.digit)) return false
  const gap = words.text.slice(end, next)
  return (
    /^\s*[,–—-]+\s*$/u.test(gap) ||
    (/^\s*$/u.test(gap) && /[,!?…][^\p{L}\p{N}]*$/u.test(words.text.slice(start, end)))
  )
}

/** Two words and more with capitals within a sentence: names that the tagger does not know for such. */
function capitalised(words: Words): readonly Named[] {
  const found: Named[] = []
  const isName = (at: number): boolean =>
    hasMark(words, at, MARK.capital) && !hasMark(words, at, MARK.allCapitals)
  for (let first = 0; first < words.folded.length; first++) {
    if (!isName(first) || hasMark(words, first, MARK.sentenceStart)) continue
    let last = first
    while (isName(last + 1) && joinsName(words, last + 1)) last++
    if (last > first)
      found.push({
        kind: 'organisation',
        first,
        last,
        name: words.text.slice(words.start[first], words.end[last]),
      })
    first = last
  }
  return found
}
