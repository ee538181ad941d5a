import { MARK, type Words } from '../../language/read-text.ts'
import { isClosed } from './claim-before.ts'
import { type Cue, findCues } from './find-cues.ts'
import { speakerBefore, speakerAfter } from './find-speaker.ts'
import { type Introduced, introducedQuotation, labelled, subjectOf } from './introduced.ts'
import { quotedBesideNames } from './quoted-beside-names.ts'
import { readCue } from './read-cue.ts'
import type { FoundSaying, NamedText, WordSpan } from './saying.ts'
import { PEOPLE, sayingWordsOf } from './saying-words.ts'
import { formOf, trimClaim } from './trim-claim.ts'
import { cutUnits, type Unit } from './units.ts'
import { type SpeakerField, type UnitField, wordField } from './word-field.ts'

/**
 * Returns all sayings of a text, in order. For a language without `sayings.json` it returns quotations beside
 * names.
 */
export function findSayings({ words, names }: NamedText, language: string): readonly FoundSaying[] {
  const known = sayingWordsOf(language)
  if (known === null) return quotedBesideNames({ words, names }, language)
  const { units, quoted } = cutUnits(words, language)
  const text = {
    ...wordField(words, known),
    quoted,
    namesAt: new Map(names.map((name) => [name.first, name])),
  }
  const found: FoundSaying[] = []
  /** A quotation without a speaker yet, and the sayings found before it. */
  let open: { readonly unit: Unit; readonly before: readonly FoundSaying[] } | null = null
  /** The paragraph of a script that one person speaks alone. */
  let script = -1
  /** The sentence before, if it contains no saying. */
  let silent: Unit | null = null
  for (const unit of units) {
    const read = { ...text, unit, cues: findCues({ ...text, unit }) }
    const closed = open === null ? null : closing(read, open.unit)
    if (open !== null && closed !== null) {
      found.splice(0, found.length, ...open.before, closed)
      open = null
      continue
    }
    open = null
    const label = labelled(read)
    if (label !== null || unit.paragraph === script) {
      if (label !== null) found.push(sayingOf(read, label))
      else extendScript(unit, found)
      script = label === null || label.isScript ? unit.paragraph : script
      silent = null
      continue
    }
    const sayings = readUnit(read)
    if (sayings.length > 0) found.push(...sayings)
    else if (isReported(read)) found.push(reportedOn(read, silent))
    else {
      if (unit.quotations.length > 0) open = { unit, before: [...found] }
      addToQuotation(words, unit, found)
    }
    silent = sayings.length === 0 ? unit : null
  }
  return found.filter((saying) => saying.isLabel !== true || isSpeaker(words, saying, found))
}

/**
 * Whether a label "Mickey Rourke: …" above an article names a speaker. It may only name whom the article is
 * about. A speaker is also quoted, or speaks elsewhere in the article.
 */
function isSpeaker({ folded }: Words, label: FoundSaying, found: readonly FoundSaying[]): boolean {
  if (label.form !== 'indirect') return true
  const name = folded[label.speaker?.last ?? -1]
  return found.some(
    ({ speaker, isLabel }) => isLabel !== true && speaker !== null && folded[speaker.last] === name,
  )
}

/** Whether the verb of the clause marks it as reported: German "sei", "habe" (Konjunktiv I). */
function isReported({ is, quoted, unit }: Read): boolean {
  for (let at = unit.first + 1; at <= unit.last; at++)
    if (quoted[at] !== 1 && is(at, 'reportedly') && !is(at - 1, 'never', 'unreported')) return true
  return false
}

/**
 * Reads a reported sentence. In "Er begründet dies damit, dass …" the subject of the sentence says what
 * follows the comma. If the whole sentence is reported, the speaker is the person whom the sentence before is
 * about, unless that sentence has a saying.
 */
function reportedOn(read: Read, silent: Unit | null): FoundSaying {
  const { words, unit } = read
  const that = thatIn(read)
  const own = that === null ? null : subjectOf(read)
  const isLed = that !== null && own !== null && own.last < that
  const claim = isLed ? { start: read.endOf(that), end: unit.end } : unit
  const before = silent?.paragraph === unit.paragraph ? personIn(read, silent) : null
  return {
    speaker: isLed ? own : before,
    cue: null,
    pieces: [trimClaim(words.text, claim)],
    form: formOf(words.text, [claim], unit.quotations),
    paragraph: unit.paragraph,
  }
}

/**
 * Returns the "dass" after a comma that opens a reported clause; null if the clause before it is reported as
 * well.
 */
function thatIn({ is, has, unit }: Read): number | null {
  for (let at = unit.first + 2; at < unit.last; at++) {
    if (is(at - 1, 'reportedly')) return null
    if (has(at, MARK.afterComma) && is(at, 'that')) return at
  }
  return null
}

/**
 * Returns whom a sentence is about: the pronoun or office at its beginning, or the first person named in it.
 */
function personIn(read: Read, unit: Unit): WordSpan | null {
  const { is, quoted, namesAt } = read
  const subject = subjectOf({ ...read, unit })
  if (subject !== null && is(subject.last, 'pronouns', ...PEOPLE)) return subject
  for (let at = unit.first; at <= unit.last; at++) {
    const name = namesAt.get(at)
    if (name?.kind === 'person' && quoted[at] === 0) return name
  }
  return null
}

interface Read extends UnitField {
  readonly cues: readonly Cue[]
}

/**
 * Reads a sentence that only tells who said the quotation right before it: “Who are they?” Trump said of
 * Apple.
 */
function closing(read: Read, before: Unit): FoundSaying | null {
  const { words, unit } = read
  const [cue] = read.cues
  const quotation = before.quotations.at(-1)
  const [first] = before.quotations
  if (cue === undefined || first === undefined || quotation === undefined) return null
  if (unit.paragraph !== before.paragraph || unit.quotations.length > 0 || before.end - quotation.end > 2)
    return null
  // “Why is it late?” Hoxha demanded.
  const isAct = isAttitude(cue) && cue.last === unit.last
  if (cue.kind !== 'said' && cue.kind !== 'told' && cue.kind !== 'quoting' && !isAct) return null
  const field: SpeakerField = { ...read, isCue: (at) => at >= cue.first && at <= cue.last }
  const speaker =
    cue.first === unit.first ? speakerAfter(field, cue.last) : speakerBefore(field, cue.first, unit.first)
  if (speaker === null || Math.min(speaker.first, cue.first) > unit.first) return null
  if (!isClosed(field, { ...cue, last: Math.max(cue.last, speaker.last) }, false)) return null
  return {
    speaker,
    cue: spanOf(read, cue),
    pieces: [trimClaim(words.text, { start: first.start, end: quotation.end })],
    form: 'direct',
    paragraph: unit.paragraph,
  }
}

/**
 * Extends the last saying of a script to this unit: a whole paragraph belongs to whoever stands before it.
 */
function extendScript({ end }: Unit, found: FoundSaying[]): void {
  const last = found.at(-1)
  const [first] = last?.pieces ?? []
  if (last !== undefined && first !== undefined)
    found[found.length - 1] = { ...last, pieces: [{ start: first.start, end }] }
}

/** Adds a quotation that stands by itself to the quotation just before. */
function addToQuotation(words: Words, unit: Unit, found: FoundSaying[]): void {
  const [quotation] = unit.quotations
  const last = found.at(-1)
  if (quotation === undefined || last === undefined) return
  const span = { start: unit.start, end: unit.end }
  if (formOf(words.text, [span], unit.quotations) !== 'direct') return
  const piece = trimClaim(words.text, span)
  if (last.form === 'direct' && unit.paragraph - last.paragraph <= 1)
    found[found.length - 1] = { ...last, pieces: [...last.pieces, piece], paragraph: unit.paragraph }
  else if (unit.paragraph - last.paragraph <= 1)
    found.push({
      ...last,
      cue: null,
      pieces: [piece],
      form: 'direct',
      speaker: null,
      paragraph: unit.paragraph,
    })
}

function readUnit(read: Read): FoundSaying[] {
  const { words, unit, cues } = read
  const field: SpeakerField = {
    ...read,
    isCue: (at) => cues.some(({ first, last }) => first <= at && at <= last),
  }
  const found: FoundSaying[] = []
  let subject: WordSpan | null = null
  let from = unit.first
  let taken = unit.start
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1]
    const saying = readCue(field, cue, { from, taken, subject, next, cues: cues.slice(index + 1) })
    if (saying === null) continue
    const { speaker, pieces, isBefore } = saying
    const at = words.start[cue.first] ?? 0
    // A saying within somebody else's claim is part of that claim.
    if (
      !isBefore &&
      !cue.kind.startsWith('source') &&
      found.some((one) => one.pieces.some(({ start, end }) => start <= at && at < end))
    )
      continue
    if (isAttitude(cue) && (speaker === null || !isSomebody(field, speaker))) continue
    const form = formOf(words.text, pieces, unit.quotations)
    if (cue.kind === 'quoting' && form === 'indirect') continue
    if (speaker !== null) subject = speaker
    if (isBefore) taken = read.endOf(saying.last ?? Math.max(cue.last, speaker?.last ?? 0))
    from = cue.last + 1
    found.push({
      speaker: speaker ?? null,
      cue: spanOf(read, cue),
      pieces,
      form,
      paragraph: unit.paragraph,
    })
  }
  if (found.length > 0) return found
  const introduced = introducedQuotation(field)
  return introduced === null ? [] : [sayingOf(field, introduced)]
}

const sayingOf = ({ words, unit }: UnitField, { speaker, claim, isScript }: Introduced): FoundSaying => ({
  speaker,
  cue: null,
  pieces: [claim],
  form: isScript ? 'direct' : formOf(words.text, [claim], unit.quotations),
  ...(unit.paragraph === 0 && { isLabel: true as const }),
  paragraph: unit.paragraph,
})

/** Whether the cue is an act or a wish, told by a verb with an object. */
const isAttitude = ({ kind }: Cue): boolean => kind === 'does' || kind === 'acts' || kind === 'thinks'

/** Whether a speaker is a name, a pronoun, or a word for people. */
function isSomebody({ is, isCapital, isPeople }: SpeakerField, { first, last }: WordSpan): boolean {
  if (isCapital(last) || is(last + 1, 'personal')) return true
  // "His surrogates", "the network": known already, so somebody who acts.
  if (first < last && is(first, 'determiners')) return true
  for (let at = first; at <= last; at++) if (is(at, 'pronouns') || isPeople(at)) return true
  return false
}

const spanOf = ({ words, endOf }: UnitField, { first, last, kind }: Cue) => ({
  start: words.start[first] ?? 0,
  end: endOf(last),
  kind,
})
