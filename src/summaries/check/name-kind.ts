import { openPlaceBook, type PlaceBook } from '../../tagging/places/place-book.ts'
import { GIVEN_NAMES } from '../../tagging/places/given-names.ts'
import { TITLE_WORDS } from '../../tagging/names/title-words.ts'
import type { CitedText } from './cited-text.ts'
import { isSame } from './is-same.ts'
import type { NameMention } from './name-mentions.ts'
import type { Word } from './read-words.ts'
import { isSpeech } from './speech.ts'

/** What bears a name, as far as it shows: a country's people are no place. */
export type NameKind = 'person' | 'place' | 'people' | 'organisation' | 'time' | 'other'

/** An office, a rank or a form of address that stands before a name. */
export const isOffice = ({ lower }: Word): boolean => TITLE_WORDS.has(lower)

/** What a name is by its own words, else by what most of its mentions show. */
export function kindOf(name: readonly Word[], mentions: readonly NameMention[], cited: CitedText): NameKind {
  const own = kindOfRun(name, undefined)
  const shown = mentions.map((mention) => kindOfMention(mention, name, cited))
  if (own !== 'other' && !(own === 'place' && shown.includes('person'))) return own
  const votes = new Map<NameKind, number>()
  for (const kind of shown) votes.set(kind, (votes.get(kind) ?? 0) + (kind === 'other' ? VAGUE : 1))
  let best: NameKind = 'other'
  for (const [kind, count] of votes) if (count > (votes.get(best) ?? 0)) best = kind
  return best
}

/** A mention that shows nothing counts as a third of one that does. */
const VAGUE = 1 / 3

function kindOfMention({ words, sentence }: NameMention, name: readonly Word[], cited: CitedText): NameKind {
  const around = cited.sentences[sentence]?.words ?? []
  const kind = kindOfRun(words, around)
  const last = name.at(-1)
  const at = last === undefined ? -1 : words.findIndex((word) => isSame(word, last))
  // "Paris" in "Paris Match": a longer name that only begins so.
  if (at >= 0 && at < words.length - 1 && kind !== 'person') return 'other'
  if (kind !== 'other' || words.length < 2 || words.length > 3) return kind
  const next = around[(words.at(-1)?.index ?? 0) + 1]
  const isAged = next?.number !== undefined && next.gap.includes(',')
  return next !== undefined && (isSpeech(next.lower) || next.lower === 'who' || isAged) ? 'person' : kind
}

function kindOfRun(words: readonly Word[], sentence: readonly Word[] | undefined): NameKind {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return 'other'
  if (isTime(words)) return 'time'
  if (ORGANISATIONS.has(last.lower)) return 'organisation'
  const kinds = placeKinds(words)
  if (kinds.has('a') && !kinds.has('n')) return 'people'
  if (kinds.has('n') || kinds.has('c')) return 'place'
  const before = sentence?.[first.index - 1]
  if (before !== undefined && isOffice(before) && /^\s$/u.test(first.gap)) return 'person'
  if (words.length > 1 && GIVEN_NAMES.has(first.lower)) return 'person'
  if (kinds.has('m')) return 'organisation'
  if (kinds.has('r') || kinds.has('p')) return 'place'
  if (words.length > 1 && ORGANISATIONS.has(first.lower)) return 'organisation'
  if (GIVEN_NAMES.has(first.lower)) return 'person'
  return words.every(({ acronym }) => acronym) ? 'organisation' : 'other'
}

/** "August", "Monday". */
export const isTime = (name: readonly Word[]): boolean => name.every(({ lower }) => TIMES.has(lower))

/** Kinds of the senses in the book of places that a bare name may have. */
function placeKinds(words: readonly Word[]): ReadonlySet<string> {
  const book = (opened ??= openPlaceBook())
  const senses = book.find(words.map(({ lower }) => lower).join(' '))?.senses ?? []
  return new Set(
    senses
      .filter(
        ({ kind, common, languages, thousands, acronym }) =>
          !common &&
          'nacmrp'.includes(kind) &&
          (languages === '' || languages.includes('en')) &&
          (kind !== 'p' || thousands >= KNOWN_CITY) &&
          (!acronym || words[0]?.acronym === true),
      )
      .map(({ kind }) => kind),
  )
}

let opened: PlaceBook | undefined

/** Thousands of inhabitants: people are called like smaller ones. */
const KNOWN_CITY = 100

const TIMES: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)

/** Last or first words of the names of institutions. */
const ORGANISATIONS: ReadonlySet<string> = new Set(
  'university college school court council house department ministry committee commission agency party union league club congress senate parliament association institute foundation bank group company corp inc ltd church police army force forces service services times post news tv television radio network media center centre hospital museum office bureau board team fc united federation society academy'.split(
    ' ',
  ),
)
