import type { NameMention } from '../names/find-known-names.ts'
import type { CountryTag } from '../../records/article.ts'
import { type Mention, senseOf } from './mention.ts'
import { PLAIN_SENSE, type Sense } from './sense.ts'

/**
 * The countries for which their leaders stand. Where the text names a country, each mention of its leader says it again; "Zelensky replaces army
 * chief" is on Ukraine where nothing else tells, in the title where the title names no country, in the text where none is named at all: who
 * writes of a leader abroad names the country. `title` is the word at which the title ends.
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

/** The countries of a text, those marked that only `leaders` stand for. */
export function markLed(
  countries: readonly CountryTag[],
  mentions: readonly Mention[],
  leaders: readonly Mention[],
): CountryTag[] {
  if (leaders.length === 0) return [...countries]
  const named = new Set(mentions.map((mention) => senseOf(mention)?.country))
  return countries.map((tag) => (named.has(tag.code) ? tag : { ...tag, byLeader: true }))
}
