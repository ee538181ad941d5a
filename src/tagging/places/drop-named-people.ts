import type { NameMention } from '../names/find-known-names.ts'
import type { Mention } from './mention.ts'

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
