import type { NameMention } from '../names/find-known-names.ts'
import type { Mention } from './mention.ts'

/** Towns and regions inside a listed person's name are no places: the Carney of "Mark Carney" is none in Oklahoma. */
export function dropNamedPeople(mentions: readonly Mention[], names: readonly NameMention[]): void {
  const taken = new Set<number>()
  for (const { first, last, known } of names)
    if (known.kind === 'person') for (let at = first; at <= last; at++) taken.add(at)
  for (const mention of mentions) {
    const isTown = mention.senses.every((sense) => 'rpcb'.includes(sense.kind))
    if (isTown && taken.has(mention.first) && taken.has(mention.last))
      mention.verdict = { dropped: 'name of a person' }
  }
}
