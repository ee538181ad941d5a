import type { NameMention } from '../names/find-known-names.ts'
import type { CountryTag } from '../../records/article.ts'
import { type Mention, senseOf } from './mention.ts'
import { PLAIN_SENSE, type Sense } from './sense.ts'

/**
 * Mentions of countries by their leaders.
 * - In a title that names no place, or an article that names none at all, a leader stands for the country:
 * "Zelensky replaces army chief" is about Ukraine.
 * - Elsewhere a leader only repeats a country that the article names (`isRepeat`). Otherwise the mention does
 * not count: who writes of a leader abroad names the country.
 * `title` is the index of the first word behind the title.
 */
export function findLeaders(
  names: readonly NameMention[],
  mentions: readonly Mention[],
  title: number,
): Mention[] {
  const leaders = names.filter(({ known }) => known.leads !== undefined)
  if (leaders.length === 0) return []
  const places = mentions.filter((mention) => senseOf(mention) !== undefined)
  const isSilent = places.length === 0
  const isTitleSilent = places.every(({ first }) => first >= title)
  const named = new Set(places.map((place) => senseOf(place)?.country))
  return leaders.flatMap(({ first, last, known }) => {
    const isAlone = first < title ? isTitleSilent : isSilent
    if (!isAlone && !named.has(known.leads)) return []
    const sense: Sense = { ...PLAIN_SENSE, kind: 'm', country: known.leads ?? '' }
    return [{ first, last, key: known.name, senses: [sense], isRepeat: !isAlone, verdict: { sense } }]
  })
}

/** Marks with `byLeader` the countries that no mention but one of `leaders` stands for. */
export function markLed(
  countries: readonly CountryTag[],
  mentions: readonly Mention[],
  leaders: readonly Mention[],
): CountryTag[] {
  if (leaders.length === 0) return [...countries]
  const named = new Set(mentions.map((mention) => senseOf(mention)?.country))
  return countries.map((tag) => (named.has(tag.code) ? tag : { ...tag, byLeader: true }))
}
