import type { NameMention } from '../names/find-known-names.ts'
import type { Words } from '../../language/read-text.ts'
import { nameWordsOfAll } from '../name-words.ts'
import type { Named } from '../names/named.ts'
import { type Mention, senseOf } from './mention.ts'

/** Without family names that are a part of a longer place name: Xi'an is not Xi Jinping. */
export function outsidePlaces(names: readonly NameMention[], mentions: readonly Mention[]): NameMention[] {
  return names.filter(
    ({ first, last, known }) =>
      !known.partial ||
      !mentions.some(
        (place) =>
          place.first <= first &&
          last <= place.last &&
          place.first < place.last &&
          place.senses.every(({ kind }) => 'ncrp'.includes(kind)),
      ),
  )
}

/**
 * Towns and regions inside a listed person's name are no places: the Carney of "Mark Carney" is none in Oklahoma. Nor are
 * nationalities and what stands for a country beside other words of the name ("Abdel Fatah al-Sisi"): the Iraqi "محمد شياع السوداني" is no Sudanese.
 */
export function dropNamedPeople(mentions: readonly Mention[], names: readonly NameMention[]): void {
  const taken = new Set<number>()
  const longNames = new Set<number>()
  for (const { first, last, known } of names)
    if (known.kind === 'person')
      for (let at = first; at <= last; at++) {
        taken.add(at)
        if (last > first) longNames.add(at)
      }
  for (const mention of mentions) {
    const isTown = mention.senses.every((sense) => 'rpcb'.includes(sense.kind))
    const isNationality = mention.senses.every((sense) => 'am'.includes(sense.kind))
    const inName = isTown ? taken : longNames
    if ((isTown || isNationality) && inName.has(mention.first) && inName.has(mention.last))
      mention.verdict = { dropped: 'name of a person' }
  }
}

/** Whether a place may be a part of somebody's name all the same: a town or region of one word. What is learned of names knows more of "Ryan Kent" than a list of towns. */
export const mayBePerson = ({ first, last, senses }: Mention): boolean =>
  first === last && senses.every(({ kind }) => 'rpcm'.includes(kind))

/**
 * Towns inside the names of people whom no list has are no places, nor is what the text calls them by elsewhere: the Holt of "Gary Holt … Holt said".
 * What is more than a town stays one where it comes before the name. A preposition makes it a place again.
 */
export function dropFoundPeople(words: Words, mentions: readonly Mention[], named: readonly Named[]): void {
  const people = named.filter(({ kind }) => kind === 'person')
  if (people.length === 0) return
  const isInName = ({ first }: Mention): boolean =>
    people.some((person) => person.first <= first && first <= person.last)
  const places = mentions.filter((mention) => mayBePerson(mention) && senseOf(mention) !== undefined)
  const calledSo = new Map<string, boolean>()
  for (const mention of places)
    if (!calledSo.has(mention.key) || (isTown(mention) && isInName(mention)))
      calledSo.set(mention.key, isInName(mention))
  for (const mention of places) {
    const isCalledSo =
      calledSo.get(mention.key) === true && !PREPOSITIONS.has(words.folded[mention.first - 1] ?? '')
    if (isCalledSo || isInName(mention)) mention.verdict = { dropped: 'name of a person' }
  }
}

const isTown = ({ senses }: Mention): boolean => senses.every(({ kind }) => 'rp'.includes(kind))

const PREPOSITIONS = nameWordsOfAll('prepositions')
