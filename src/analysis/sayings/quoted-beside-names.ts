import { hasMark, joinsName, MARK, type Words } from '../../language/read-text.ts'
import type { Named } from '../../tagging/names/named.ts'
import type { FoundSaying, NamedText, WordSpan } from './saying.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import { cutUnits, type Unit, type UnitText } from './units.ts'

/**
 * Finds quotations and their speakers in a language without `sayings.json`. A lower-case word after a
 * quotation and a comma or dash counts as its verb, whatever it means, and the name right after that as the
 * speaker. A quotation after a colon belongs to the name before it. Without a name the speaker is null.
 */
export function quotedBesideNames({ words, names }: NamedText, language: string): readonly FoundSaying[] {
  // Most texts quote nobody, and finding their sentences costs more than anything else here.
  if (findQuotations(words.text).length === 0) return []
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

/**
 * Fewer words are a title, a nickname or a word that the outlet distances itself from. Czech is best at 3,
 * English outlets read without `sayings.json` at 6.
 */
const LEAST_QUOTED_WORDS = 4
/**
 * Most letters of a preposition, in languages with letters for vowels; a name after one is not the speaker.
 * Labelled sets gain half a point without this rule, but of the nine sayings that 2,000 Polish articles would
 * gain, four name the person or place that the saying is about.
 */
const LONGEST_PREPOSITION = 2

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
  if (behind - first < LEAST_QUOTED_WORDS) return null
  if (opensWithVerb(words, quoted, behind, quotation)) {
    const name = nameAfter(words, unit, behind, names)
    const isAlone = closesAlone(words, unit, behind, quotation)
    // ", presented by X": after a comma alone another clause may follow.
    const isSure = isAlone || /[–—-]/u.test(words.text.slice(quotation.end, words.start[behind]))
    if (name !== null && (isSure || (name.first === behind + 1 && endsUnit(words, unit, name)))) return name
    return isAlone ? NOBODY : null
  }
  const lead = words.text.slice(words.end[first - 1] ?? unit.start, quotation.start)
  if (first === unit.first || !/^\s*:\s*$/u.test(lead)) return null
  const before = names.filter((one) => one.first >= unit.first && one.last < first)
  return before.find(({ kind }) => kind === 'person') ?? before[0] ?? null
}

/** Returns the name after a verb and before another clause; null if there is none. */
function nameAfter(words: Words, unit: Unit, verb: number, names: readonly Named[]): WordSpan | null {
  for (let at = verb + 1; at <= unit.last; at++) {
    if (hasMark(words, at, APART | MARK.afterComma)) return null
    const name = names.find(({ first }) => first === at)
    if (name !== undefined) return name
    // "řekl Dlouhý": a single capitalised word counts as a name only right after the verb.
    if (hasMark(words, at, MARK.capital)) return at === verb + 1 ? { first: at, last: at } : null
    if ((words.folded[at] ?? '').length <= LONGEST_PREPOSITION) return null
  }
  return null
}

const endsUnit = (words: Words, unit: Unit, { last }: WordSpan): boolean =>
  last >= unit.last || hasMark(words, last + 1, APART | MARK.afterComma)

/** Whether a quotation is clearly one: "…," řekl with a comma within the marks, or nothing after the verb. */
const closesAlone = ({ text }: Words, unit: Unit, verb: number, { start, end }: Quotation): boolean =>
  /[,!?][^\p{L}\p{N}]*$/u.test(text.slice(start, end)) || unit.last === verb

/** A speaker whom the sentence does not name. */
const NOBODY = 'nobody'

const APART = MARK.afterBreak | MARK.sentenceStart

/** Whether a comma or a dash and a lower-case word follow a quotation. */
function opensWithVerb(words: Words, quoted: Uint8Array, at: number, { start, end }: Quotation): boolean {
  const next = words.start[at]
  if (next === undefined || quoted[at] === 1 || hasMark(words, at, MARK.capital | MARK.digit)) return false
  const gap = words.text.slice(end, next)
  return (
    /^\s*[,–—-]+\s*$/u.test(gap) ||
    (/^\s*$/u.test(gap) && /[,!?…][^\p{L}\p{N}]*$/u.test(words.text.slice(start, end)))
  )
}

/** Returns runs of two or more capitalised words within a sentence: names unknown to the tagger. */
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
