import type { NameMention } from '../names/find-known-names.ts'
import type { Words } from '../../language/read-text.ts'
import { nameWordsOfAll } from '../name-words.ts'
import type { Named } from '../names/named.ts'
import { type Mention, senseOf } from './mention.ts'

/** Removes people's names of one word that are part of a longer place name: Xi'an is not Xi Jinping. */
export function outsidePlaces(names: readonly NameMention[], mentions: readonly Mention[]): NameMention[] {
  return names.filter(
    ({ first, last, known }) =>
      !known.isSingleWord ||
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
 * Drops places inside the names of listed people. Towns, regions and capitals go inside any name (the Carney
 * of "Mark Carney" is not the one in Oklahoma). Nationalities and what stands for a country go only inside
 * names of several words: "Abdel Fatah al-Sisi", or the Iraqi "محمد شياع السوداني", who is no Sudanese.
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

/**
 * Whether `findNamed` may take a place for part of a person's name: one word for a town, region, capital or
 * what stands for a country. The trained weights know more of "Ryan Kent" than a list of towns does.
 */
export const mayBePerson = ({ first, last, senses }: Mention): boolean =>
  first === last && senses.every(({ kind }) => 'rpcm'.includes(kind))

/**
 * Drops places (`mayBePerson`) inside the names of people whom no list has, and the same word elsewhere: the
 * Holt of "Gary Holt … Holt said". Elsewhere a town or region always goes, others only if their first mention
 * is inside a name; a preposition before the word keeps it a place.
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
