import { MARK } from '../../language/read-text.ts'
import type { Span, WordSpan } from './saying.ts'
import { trimClaim } from './trim-claim.ts'
import type { UnitField } from './word-field.ts'

export interface Introduced {
  readonly speaker: WordSpan
  readonly claim: Span
  /** Whether it comes from a script: speech without quotation marks. */
  readonly isScript: boolean
}

/** Least words of a quotation after a colon: a shorter one is a title or a single word. */
const SHORTEST_QUOTATION = 4

/**
 * Reads a quotation after a colon, whatever verb precedes it; the subject of the sentence says it: "Die
 * Bewohner sehen es gelassen: „…“".
 */
export function introducedQuotation(field: UnitField): Introduced | null {
  const { words, endOf, unit } = field
  // Headlines also put a topic before a colon, and where all nouns have capitals nothing tells topics from
  // names: see `labelled`.
  if (unit.paragraph === 0 && field.known.capitalNouns) return null
  const quotation = unit.quotations.find(({ start, end }) => {
    const before = words.text.slice(Math.max(unit.start, start - 3), start)
    return (
      /:\s{0,2}$/u.test(before) && words.text.slice(start, end).split(/\s+/u).length >= SHORTEST_QUOTATION
    )
  })
  if (quotation === undefined) return null
  const speaker = (unit.paragraph === 0 ? firstName(field) : null) ?? subjectOf(field)
  if (speaker === null || endOf(speaker.last) > quotation.start) return null
  const last = unit.quotations.findLast(({ start }) => start >= quotation.start) ?? quotation
  return { speaker, claim: { start: quotation.start, end: last.end }, isScript: false }
}

/** Returns the name at the beginning of a headline, whose words may all have capitals. */
function firstName({ isCapital, namesAt, unit }: UnitField): WordSpan | null {
  for (let at = unit.first; at <= unit.last && isCapital(at); at++) {
    const name = namesAt.get(at)
    if (name !== undefined) return name
  }
  return null
}

/** Returns the pronoun or the name that a sentence begins with. */
export function subjectOf({ is, isCapital, isApart, quoted, unit }: UnitField): WordSpan | null {
  for (let at = unit.first; at <= unit.last; at++) {
    if (quoted[at] === 1) return null
    if (is(at, 'pronouns')) return { first: at, last: at }
    const isLead = is(at, 'articles', 'adverbials', 'borders')
    if (!isCapital(at) || isLead || is(at, 'between')) continue
    let last = at
    while (last < unit.last && isCapital(last + 1) && !isApart(last + 1)) last++
    return { first: at, last }
  }
  return null
}

/** Most words before a colon that name a speaker. */
const LONGEST_LABEL = 7

/**
 * Reads a speaker before a colon: "Fidan: …" in a headline, "WALLACE: …" in a text. In a headline the label
 * must be somebody's name, because places and labels also precede colons there. In a text it must be a name
 * in capitals, as in scripts, or a person's name at the beginning of a paragraph.
 */
export function labelled(field: UnitField): Introduced | null {
  const { words, endOf, gapBefore, unit } = field
  const isTitle = unit.paragraph === 0
  let last = -1
  for (let at = unit.first; at < unit.last && at < unit.first + LONGEST_LABEL && last < 0; at++) {
    const gap = gapBefore(at + 1)
    if (/^:\s/u.test(gap) || (isTitle && /^\s*:\s*["“«„]/u.test(gap))) last = at
    else if (/[.!?…:;]\s/u.test(gap)) return null
  }
  if (last < 0 || unit.last - last < SHORTEST_QUOTATION) return null
  // ‘Cyber …: the book’: a quoted title.
  if (isTitle && /[‘“"«„]/u.test(words.text.slice(unit.start, endOf(last)))) return null
  const isName = isTitle
    ? endsWithName(field, last) || isSurname(field, last)
    : isLoud(field, last) || (opensParagraph(field) && isPerson(field, last))
  if (!isName) return null
  const claim = trimClaim(words.text, { start: endOf(last) + 1, end: unit.end })
  return { speaker: { first: unit.first, last }, claim, isScript: !isTitle }
}

/** Whether the unit begins a paragraph, perhaps with a quotation mark. */
const opensParagraph = ({ words, unit }: UnitField): boolean =>
  /\n\s*["“']?$/u.test(words.text.slice(Math.max(0, unit.start - 2), words.start[unit.first]))

function endsWithName({ namesAt, unit }: UnitField, last: number): boolean {
  for (let at = unit.first; at <= last; at++) {
    const name = namesAt.get(at)
    if (name !== undefined && name.last === last) return true
  }
  return false
}

/** Whether the label is the last name of somebody whose full name stands in the article. */
function isSurname({ words, namesAt, isCapital, unit }: UnitField, last: number): boolean {
  if (last !== unit.first || !isCapital(last)) return false
  return [...namesAt.values()].some(
    (name) =>
      name.kind === 'person' && name.last > name.first && words.folded[name.last] === words.folded[last],
  )
}

/** Whether the label is a person's name and nothing else, as a paragraph: "Hoxha: …". */
function isPerson(field: UnitField, last: number): boolean {
  const name = field.namesAt.get(field.unit.first)
  return (name?.kind === 'person' && name.last === last) || isSurname(field, last)
}

function isLoud({ has, unit }: UnitField, last: number): boolean {
  for (let at = unit.first; at <= last; at++) if (!has(at, MARK.allCapitals)) return false
  return last - unit.first < 3
}
