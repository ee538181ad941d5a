import { type Mention, senseOf } from './mention.ts'

/**
 * Countries abroad that a text names beside what it is about:
 * - only below its title: the opponents of the next match, the country where an award was won;
 * - or only by nationality, while title or first sentence name a place at home: "Somali-run day care" in
 * Minnesota, the Albanian burglar of London.
 * `title` and `first` are the indexes of the first word behind the title and behind the first sentence. In a
 * text without a title nothing is below it, and without a home nothing is abroad.
 */
export function findAsides(
  mentions: readonly Mention[],
  { title, first }: { readonly title: number; readonly first: number },
  home: string | undefined,
): ReadonlySet<string> {
  if (home === undefined) return new Set()
  const named = mentions.flatMap((mention) => {
    const sense = senseOf(mention)
    const says = sense !== undefined && sense.kind !== 'l' && mention.isInPassing !== true
    return says ? [{ sense, at: mention.first }] : []
  })
  const isAtHome = named.some(
    ({ sense, at }) => sense.country === home && 'ncrp'.includes(sense.kind) && at < first,
  )
  // "Sydney Test" may look like somebody's name.
  const mayBeTitled = new Set(
    mentions
      .filter((mention) => mention.first < title && mention.isInPassing !== true)
      .flatMap(({ senses }) => senses.map((sense) => sense.country)),
  )
  const byCountry = Map.groupBy(named, ({ sense }) => sense.country)
  return new Set(
    [...byCountry].flatMap(([country, own]) => {
      const isBelow = title > 0 && !mayBeTitled.has(country)
      // "US" is a nationality too in "US troops", and a country elsewhere.
      const isOrigin = isAtHome && own.every(({ sense }) => sense.kind === 'a' && !sense.needsCapitals)
      return country !== home && (isBelow || isOrigin) ? [country] : []
    }),
  )
}
