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
 * nationalities beside other words of the name: the Iraqi "محمد شياع السوداني" is no Sudanese.
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
    const isNationality = mention.senses.every((sense) => sense.kind === 'a')
    const inName = isTown ? taken : longNames
    if ((isTown || isNationality) && inName.has(mention.first) && inName.has(mention.last))
      mention.verdict = { dropped: 'name of a person' }
  }
}

/** Whether a place may be a part of somebody's name all the same: a town or region of one word. What is learned of names knows more of "Ryan Kent" than a list of towns. */
export const mayBePerson = ({ first, last, senses }: Mention): boolean =>
  first === last && senses.every(({ kind }) => 'rpcm'.includes(kind))

/**
 * Towns inside the names of people whom no list has are no places, nor is what the text calls them by later: the Holt of "Gary Holt … Holt said".
 * A preposition makes it a place again.
 */
export function dropFoundPeople(words: Words, mentions: readonly Mention[], named: readonly Named[]): void {
  const people = named.filter(({ kind }) => kind === 'person')
  if (people.length === 0) return
  const calledSo = new Map<string, boolean>()
  for (const mention of mentions) {
    if (!mayBePerson(mention) || senseOf(mention) === undefined) continue
    const { first, key } = mention
    const isInName = people.some((person) => person.first <= first && first <= person.last)
    if (!calledSo.has(key)) calledSo.set(key, isInName)
    const isCalledSo = calledSo.get(key) === true && !PREPOSITIONS.has(words.folded[first - 1] ?? '')
    if (isInName || isCalledSo) mention.verdict = { dropped: 'name of a person' }
  }
}

const PREPOSITIONS = nameWordsOfAll('prepositions')
