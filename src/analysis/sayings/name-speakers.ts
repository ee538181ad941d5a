import { hasCase, MARK, type Words } from '../../language/read-text.ts'
import type { Speaker, SpeakerSide } from '../../records/finding.ts'
import type { FoundSaying, NamedText, WordSpan } from './saying.ts'
import { sayingWordsOf } from './saying-words.ts'
import { type WordField, wordField } from './word-field.ts'

/** The words of an article, and the names among them. */
interface Article extends WordField {
  readonly names: NamedText['names']
}

/** Returns a speaker of whom only the name is known. */
function nameBeside({ words, names }: NamedText, { speaker }: FoundSaying): Speaker {
  if (speaker === null) return NOBODY
  const written = textOf(words, speaker)
  const name = names.find(({ first }) => first === speaker.first)?.name ?? written
  return { ...NOBODY, words: written, name, namedBy: 'name' }
}

/**
 * Over how many paragraphs "he", or a quotation without a speaker, refers to the last speaker. From 2 on the
 * same within a tenth of a point, whichever outlet or language is left out.
 */
const MOST_PARAGRAPHS = 3

/** Returns who each speaker is, as far as the article tells, in the order of the sayings. */
export function nameSpeakers(
  text: NamedText,
  language: string,
  sayings: readonly FoundSaying[],
): readonly Speaker[] {
  const known = sayingWordsOf(language)
  if (known === null) return sayings.map((saying) => nameBeside(text, saying))
  const article: Article = { ...wordField(text.words, known), names: text.names }
  const speakers: Speaker[] = []
  const roles = new Map<string, Speaker>()
  let lastAt = 0
  let last: { readonly speaker: Speaker; readonly paragraph: number } | null = null
  for (const saying of sayings) {
    const before: Speaker | null =
      last !== null && saying.paragraph - last.paragraph <= MOST_PARAGRAPHS ? last.speaker : null
    const own = saying.speaker === null ? null : readSpeaker(article, saying.speaker)
    const speaker: Speaker =
      own === null ? inContext(before) : resolve(article, { own, before, roles, lastAt })
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
const othersNamed = ({ names }: Article, name: string | null, from: number, to: number): boolean =>
  names.some((one) => one.kind === 'person' && one.first >= from && one.last < to && one.name !== name)

const isPerson = ({ names }: Article, name: string): boolean =>
  names.some((one) => one.kind === 'person' && one.name === name)

interface Around {
  readonly own: ReadSpeaker
  readonly before: Speaker | null
  readonly roles: ReadonlyMap<string, Speaker>
  /** Index of the word at which the speaker before was named. */
  readonly lastAt: number
}

function resolve(article: Article, { own, before, roles, lastAt }: Around): Speaker {
  const { isPronoun, span, ...speaker } = own
  if (isPronoun) {
    // "It said" refers to a body that was named, never to a person.
    if (article.is(span.first, 'things'))
      return before?.name == null || isPerson(article, before.name)
        ? speaker
        : { ...speaker, name: before.name, role: before.role, side: before.side, namedBy: 'pronoun' }
    // "The diplomat said … He said": the name stays unknown.
    if (before !== null && before.name === null && before.words !== '' && before.side !== 'paper')
      return { ...speaker, role: before.role, side: before.side }
    if (before !== null && othersNamed(article, before.name, lastAt, span.first)) return speaker
    const meant = before?.name != null && before.side !== 'paper' ? before : personBefore(article, span.first)
    return meant === null
      ? speaker
      : { ...speaker, name: meant.name, role: meant.role, side: meant.side, namedBy: 'pronoun' }
  }
  if (speaker.name !== null) {
    // "Fidan" does not tell his office, which was given where he was first named.
    const told = speaker.role === null ? (roles.get(speaker.name) ?? roleBeside(article, speaker.name)) : null
    return told === null ? speaker : { ...speaker, role: told.role, side: told.side }
  }
  const holder = holderOf(article, speaker, span)
  return holder === null ? speaker : { ...speaker, name: holder, namedBy: 'role' }
}

function readSpeaker(article: Article, span: WordSpan): ReadSpeaker {
  const written = textOf(article.words, span)
  const base = { words: written, name: null, role: null, namedBy: null, span, isPronoun: false }
  if (span.first === span.last && article.is(span.first, 'pronouns'))
    return { ...base, side: 'other', isPronoun: true }
  const named = nameIn(article, span)
  const side = sideOf(article, span, named !== null)
  return named === null
    ? { ...base, role: written, side }
    : { ...base, name: named.name, role: withoutName(article, span, named), namedBy: 'name', side }
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
function nameIn(article: Article, { first, last }: WordSpan): NameSpan | null {
  const inside = article.names.filter((name) => name.first >= first && name.last <= last)
  const atEdge = inside.filter((name) => name.last === last || name.first === first)
  const person = atEdge.findLast(({ kind }) => kind === 'person')
  if (person !== undefined) return person
  const whole = atEdge.find((name) => name.last === last)
  // "A professor at the university": a body after a preposition is not the speaker.
  if (whole !== undefined && whole.first > first && isOf(article, whole.first)) return null
  if (whole !== undefined) return whole
  return capitalsOf(article, { first, last })
}

const isOf = ({ is }: Article, at: number): boolean =>
  is(is(at - 1, 'articles') ? at - 2 : at - 1, 'adverbials')

/**
 * Returns a name that the tagger did not find, like "Merrill", who has a full name elsewhere or none at all.
 */
function capitalsOf(
  { words, names, is, has, isCapital, isApart, wordAt }: Article,
  { first, last }: WordSpan,
): NameSpan | null {
  const word = wordAt(last)
  const full = names.findLast(
    (name) => name.kind === 'person' && name.last > name.first && wordAt(name.last) === word,
  )
  if (full !== undefined) return { first: last, last, name: full.name }
  const named = (from: number, to: number): NameSpan => ({
    first: from,
    last: to,
    name: textOf(words, { first: from, last: to }),
  })
  // "Lena Hoxha aus dem kleinen Dorf": the name before a preposition.
  if (last - 1 > first + 1 && is(first + 2, 'adverbials') && isCapital(first + 1) && isCapital(first))
    return named(first, first + 1)
  if (!hasCase(word) || !isCapital(last)) return null
  let start = last
  while (start > first && isCapital(start - 1) && (!isApart(start) || has(start, MARK.afterDot))) start--
  // "Foreign ministers of Iran and Turkey" is not their name.
  if (start > first && is(start - 1, 'determiners', 'borders', 'adverbials') && !is(start - 1, 'articles'))
    return null
  // The capital may only mark the beginning of a sentence.
  if (start === last && has(last, MARK.sentenceStart) && word.length < 3) return null
  return named(start, last)
}

function withoutName({ words, is }: Article, span: WordSpan, name: NameSpan): string | null {
  // "the White House", "a statement from the ministry": the article or preposition belongs to the name.
  const isLed = is(name.first - 1, 'articles', 'adverbials', 'borders')
  const before =
    name.first > span.first && !isLed ? textOf(words, { first: span.first, last: name.first - 1 }) : ''
  const behind = name.last < span.last ? textOf(words, { first: name.last + 1, last: span.last }) : ''
  const role = [before, behind].filter((part) => part !== '').join(' ')
  return role.length > 2 ? role : null
}

function sideOf({ is }: Article, { first, last }: WordSpan, isNamed: boolean): SpeakerSide {
  const holds = (list: 'official' | 'anonymous' | 'party' | 'papers'): boolean => {
    for (let at = first; at <= last; at++) if (is(at, list)) return true
    return false
  }
  if (!isNamed && holds('anonymous')) return 'anonymous'
  if (holds('official')) return 'official'
  if (holds('party')) return 'party'
  return holds('papers') ? 'paper' : 'other'
}

/** Returns the last person named before a word. */
function personBefore({ names }: Article, at: number): Speaker | null {
  const person = names.findLast(({ kind, last }) => kind === 'person' && last < at)
  return person === undefined ? null : { ...NOBODY, name: person.name }
}

/** Most words of an office that stands for its holder: "the minister", "the Turkish foreign minister". */
const LONGEST_ROLE = 4
/** How many words beside a name are searched for its office. */
const OFFICE_REACH = 5

/**
 * Returns the holder of an office without a name: the only person in the article with all its words beside
 * the name.
 */
function holderOf(
  { words, known, names, has, isApart }: Article,
  { side }: Speaker,
  { first: from, last: to }: WordSpan,
): string | null {
  const office = words.folded.slice(from, to + 1).filter((word) => !known.has('articles', word))
  if (side !== 'official' || office.length === 0 || office.length > LONGEST_ROLE) return null
  const holders = names.filter(({ kind, first, last }) => {
    if (kind !== 'person') return false
    // Only the words of his own office: "the chief secretary, … Maduro" are two people.
    let start = first
    while (start > 0 && first - start < OFFICE_REACH && !isApart(start)) start--
    const beside = new Set([
      ...words.folded.slice(start, first),
      ...(has(last + 1, MARK.afterComma) ? words.folded.slice(last + 1, last + 1 + OFFICE_REACH) : []),
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
function roleBeside(article: Article, name: string): Pick<Speaker, 'role' | 'side'> | null {
  const { words, names, is, isCapital, isApart } = article
  for (const mention of names) {
    if (mention.name !== name) continue
    let first = mention.first
    while (
      first > 0 &&
      mention.first - first < OFFICE_REACH &&
      !isApart(first) &&
      (isCapital(first - 1) || is(first - 1, 'official'))
    )
      first--
    if (first === mention.first) continue
    const span = { first, last: mention.first - 1 }
    const side = sideOf(article, span, true)
    if (side === 'official') return { role: textOf(words, span), side }
  }
  return null
}
