import { APART, hasCase, hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { Speaker, SpeakerSide } from '../../records/finding.ts'
import type { FoundSaying, NamedText } from './saying.ts'
import { type SayingWords, sayingWordsOf } from './saying-words.ts'

/** Returns a speaker of whom only the name is known. */
function nameBeside({ words, names }: NamedText, { speaker }: FoundSaying): Speaker {
  if (speaker === null) return NOBODY
  const written = textOf(words, speaker)
  const name = names.find(({ first }) => first === speaker.first)?.name ?? written
  return { ...NOBODY, words: written, name, namedBy: 'name' }
}

interface WordSpan {
  readonly first: number
  readonly last: number
}

/**
 * Over how many paragraphs "he", or a quotation without a speaker, refers to the last speaker. From 2 on the
 * same within a tenth of a point, whichever outlet or language is left out.
 */
const REACH = 3

/** Returns who each speaker is, as far as the article tells, in the order of the sayings. */
export function nameSpeakers(
  text: NamedText,
  language: string,
  sayings: readonly FoundSaying[],
): readonly Speaker[] {
  const known = sayingWordsOf(language)
  if (known === null) return sayings.map((saying) => nameBeside(text, saying))
  const speakers: Speaker[] = []
  const roles = new Map<string, Speaker>()
  let lastAt = 0
  let last: { readonly speaker: Speaker; readonly paragraph: number } | null = null
  for (const saying of sayings) {
    const before: Speaker | null =
      last !== null && saying.paragraph - last.paragraph <= REACH ? last.speaker : null
    const own = saying.speaker === null ? null : readSpeaker(text, known, saying.speaker)
    const speaker: Speaker =
      own === null ? inContext(before) : resolve(text, known, { own, before, roles, lastAt })
    speakers.push(speaker)
    if (saying.speaker !== null) lastAt = saying.speaker.first
    if (speaker.name !== null && speaker.role !== null && !roles.has(speaker.name))
      roles.set(speaker.name, speaker)
    if (speaker.words !== '' || speaker.name !== null) last = { speaker, paragraph: saying.paragraph }
  }
  return speakers
}

const NOBODY: Speaker = { words: '', name: null, role: null, namedBy: null, side: 'other' }

/** Returns the speaker before as the one who continues. */
const inContext = (before: Speaker | null): Speaker =>
  before === null ? NOBODY : { ...before, words: '', namedBy: 'context' }

interface ReadSpeaker extends Speaker {
  readonly isPronoun: boolean
  readonly span: WordSpan
}

/** Whether a different person is named between the last speaker and a pronoun. */
const othersNamed = ({ names }: NamedText, name: string | null, from: number, to: number): boolean =>
  names.some((one) => one.kind === 'person' && one.first >= from && one.last < to && one.name !== name)

const isPerson = ({ names }: NamedText, name: string): boolean =>
  names.some((one) => one.kind === 'person' && one.name === name)

interface Around {
  readonly own: ReadSpeaker
  readonly before: Speaker | null
  readonly roles: ReadonlyMap<string, Speaker>
  /** Index of the word at which the speaker before was named. */
  readonly lastAt: number
}

function resolve(text: NamedText, known: SayingWords, { own, before, roles, lastAt }: Around): Speaker {
  const { isPronoun, span, ...speaker } = own
  if (isPronoun) {
    // "It said" refers to a body that was named, never to a person.
    if (known.has('things', text.words.folded[span.first] ?? ''))
      return before?.name == null || isPerson(text, before.name)
        ? speaker
        : { ...speaker, name: before.name, role: before.role, side: before.side, namedBy: 'pronoun' }
    // "The diplomat said … He said": the name stays unknown.
    if (before !== null && before.name === null && before.words !== '' && before.side !== 'paper')
      return { ...speaker, role: before.role, side: before.side }
    if (before !== null && othersNamed(text, before.name, lastAt, span.first)) return speaker
    const meant = before?.name != null && before.side !== 'paper' ? before : personBefore(text, span.first)
    return meant === null
      ? speaker
      : { ...speaker, name: meant.name, role: meant.role, side: meant.side, namedBy: 'pronoun' }
  }
  if (speaker.name !== null) {
    // "Fidan" does not tell his office, which was given where he was first named.
    const told =
      speaker.role === null ? (roles.get(speaker.name) ?? roleBeside(text, known, speaker.name)) : null
    return told === null ? speaker : { ...speaker, role: told.role, side: told.side }
  }
  const holder = holderOf(text, known, speaker, span)
  return holder === null ? speaker : { ...speaker, name: holder, namedBy: 'role' }
}

function readSpeaker(text: NamedText, known: SayingWords, span: WordSpan): ReadSpeaker {
  const { words } = text
  const written = textOf(words, span)
  const base = { words: written, span, isPronoun: false }
  if (span.first === span.last && known.has('pronouns', words.folded[span.first] ?? ''))
    return { ...base, name: null, role: null, namedBy: null, side: 'other', isPronoun: true }
  const named = nameIn(text, known, span)
  if (named === null)
    return { ...base, name: null, role: written, namedBy: null, side: sideOf(words, known, span, false) }
  const role = withoutName(words, known, span, named)
  return { ...base, name: named.name, role, namedBy: 'name', side: sideOf(words, known, span, true) }
}

const textOf = ({ text, start, end }: Words, { first, last }: WordSpan): string =>
  text.slice(start[first], end[last]).replaceAll(/\s+/gu, ' ')

interface NameSpan extends WordSpan {
  readonly name: string
}

/**
 * Returns the name at the beginning or end of a phrase, a person rather than a body. A name inside tells for
 * whom the speaker speaks.
 */
function nameIn({ words, names }: NamedText, known: SayingWords, { first, last }: WordSpan): NameSpan | null {
  const inside = names.filter((name) => name.first >= first && name.last <= last)
  const atEdge = inside.filter((name) => name.last === last || name.first === first)
  const person = atEdge.findLast(({ kind }) => kind === 'person')
  if (person !== undefined) return person
  const whole = atEdge.find((name) => name.last === last)
  // "A professor at the university": a body after a preposition is not the speaker.
  if (whole !== undefined && whole.first > first && isOf(words, known, whole.first)) return null
  if (whole !== undefined) return whole
  return capitalsOf({ words, names }, known, { first, last })
}

const isOf = ({ folded }: Words, known: SayingWords, at: number): boolean => {
  const before = folded[at - 1] ?? ''
  return known.has('adverbials', known.has('articles', before) ? (folded[at - 2] ?? '') : before)
}

/**
 * Returns a name that the tagger did not find, like "Merrill", who has a full name elsewhere or none at all.
 */
function capitalsOf(
  { words, names }: NamedText,
  known: SayingWords,
  { first, last }: WordSpan,
): NameSpan | null {
  const word = words.folded[last] ?? ''
  const full = names.findLast(
    (name) => name.kind === 'person' && name.last > name.first && words.folded[name.last] === word,
  )
  if (full !== undefined) return { first: last, last, name: full.name }
  // "Lena Hoxha aus dem kleinen Dorf": the name before a preposition.
  for (let at = last - 1; at > first + 1; at--)
    if (
      known.has('adverbials', words.folded[at] ?? '') &&
      hasMark(words, at - 1, MARK.capital) &&
      hasMark(words, at - 2, MARK.capital) &&
      at - 2 === first
    )
      return { first, last: at - 1, name: textOf(words, { first, last: at - 1 }) }
  if (!hasCase(word) || !hasMark(words, last, MARK.capital)) return null
  let start = last
  while (
    start > first &&
    hasMark(words, start - 1, MARK.capital) &&
    (!hasMark(words, start, APART) || hasMark(words, start, MARK.afterDot))
  )
    start--
  // "Foreign ministers of Iran and Turkey" is not their name.
  const before = words.folded[start - 1] ?? ''
  if (
    start > first &&
    (known.has('determiners', before) || known.has('borders', before) || known.has('adverbials', before)) &&
    !known.has('articles', before)
  )
    return null
  // The capital may only mark the beginning of a sentence.
  if (start === last && hasMark(words, last, MARK.sentenceStart) && word.length < 3) return null
  return { first: start, last, name: textOf(words, { first: start, last }) }
}

function withoutName(words: Words, known: SayingWords, span: WordSpan, name: NameSpan): string | null {
  const leads = words.folded[name.first - 1] ?? ''
  // "the White House", "a statement from the ministry": the article or preposition belongs to the name.
  const isLed = known.has('articles', leads) || known.has('adverbials', leads) || known.has('borders', leads)
  const before =
    name.first > span.first && !isLed ? textOf(words, { first: span.first, last: name.first - 1 }) : ''
  const behind = name.last < span.last ? textOf(words, { first: name.last + 1, last: span.last }) : ''
  const role = [before, behind].filter((part) => part !== '').join(' ')
  return role.length > 2 ? role : null
}

function sideOf(words: Words, known: SayingWords, { first, last }: WordSpan, isNamed: boolean): SpeakerSide {
  const has = (list: 'official' | 'anonymous' | 'party' | 'papers'): boolean => {
    for (let at = first; at <= last; at++) if (known.has(list, words.folded[at] ?? '')) return true
    return false
  }
  if (!isNamed && has('anonymous')) return 'anonymous'
  if (has('official')) return 'official'
  if (has('party')) return 'party'
  return has('papers') ? 'paper' : 'other'
}

/** Returns the last person named before a word. */
function personBefore({ names }: NamedText, at: number): Speaker | null {
  const person = names.findLast(({ kind, last }) => kind === 'person' && last < at)
  return person === undefined ? null : { ...NOBODY, name: person.name }
}

/** Most words of an office that stands for its holder: "the minister", "the Turkish foreign minister". */
const LONGEST_ROLE = 4
/** How many words beside a name are searched for its office. */
const BESIDE = 5

/**
 * Returns the holder of an office without a name: the only person in the article with all its words beside
 * the name.
 */
function holderOf(
  { words, names }: NamedText,
  known: SayingWords,
  { side }: Speaker,
  span: WordSpan,
): string | null {
  const office = range(span)
    .map((at) => words.folded[at] ?? '')
    .filter((word) => !known.has('articles', word))
  if (side !== 'official' || office.length === 0 || office.length > LONGEST_ROLE) return null
  const holders = names.filter(({ kind, first, last }) => {
    if (kind !== 'person') return false
    // Only the words of his own office: "the chief secretary, … Maduro" are two people.
    let start = first
    while (start > 0 && first - start < BESIDE && !hasMark(words, start, APART)) start--
    const beside = new Set([
      ...words.folded.slice(start, first),
      ...(hasMark(words, last + 1, MARK.afterComma) ? words.folded.slice(last + 1, last + 1 + BESIDE) : []),
    ])
    // "The president" is neither a vice president nor a former president.
    if ([...beside].some((word) => known.has('lesser', word) && !office.includes(word))) return false
    return office.every((word) => beside.has(word))
  })
  const [holder, ...others] = new Set(holders.map(({ name }) => name))
  return holder === undefined || others.length > 0 ? null : holder
}

/**
 * Returns the office before a name anywhere in the article: "Iranian Foreign Minister Abbas Araghchi
 * arrived".
 */
function roleBeside(
  { words, names }: NamedText,
  known: SayingWords,
  name: string,
): Pick<Speaker, 'role' | 'side'> | null {
  for (const mention of names) {
    if (mention.name !== name) continue
    let first = mention.first
    while (
      first > 0 &&
      mention.first - first < BESIDE &&
      !hasMark(words, first, MARK.afterComma | MARK.afterBreak | MARK.sentenceStart) &&
      (hasMark(words, first - 1, MARK.capital) || known.has('official', words.folded[first - 1] ?? ''))
    )
      first--
    if (first === mention.first) continue
    const span = { first, last: mention.first - 1 }
    const side = sideOf(words, known, span, true)
    if (side === 'official') return { role: textOf(words, span), side }
  }
  return null
}

const range = ({ first, last }: WordSpan): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)
