import type { BriefingSettings } from '../../briefings/compose-briefing.ts'
import { isEverything } from '../../subscriptions/wishes-of.ts'
import type { Wishes } from '../../subscriptions/wishes.ts'
import { countryName, languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { listOf } from '../reading/list-of.ts'

/** What somebody wants to read about, in the words of a language (BCP 47): "Syria or Iraq; Conflict; told by Courier". */
export function describeWish(wishes: Wishes, settings: BriefingSettings, language: string): string {
  if (isEverything(wishes)) return say('wish.everything', language)
  const either = (names: readonly string[]): string => listOf(names, language, 'disjunction')
  const { places, topics } = namesOf(wishes, settings, language)
  const sources = wishes.sources.map((id) => settings.sources.find((source) => source.id === id)?.name ?? id)
  const parts = [
    either(places),
    either(topics),
    ...(sources.length > 0 ? [say('wish.sources', language, { names: either(sources) })] : []),
    ...(wishes.people.length > 0 ? [say('wish.people', language, { names: either(wishes.people) })] : []),
    ...(wishes.languages.length > 0
      ? [
          say('wish.languages', language, {
            names: either(wishes.languages.map((code) => languageName(code, language))),
          }),
        ]
      : []),
    ...(wishes.expression !== null ? [say('wish.keywords', language, { keywords: wishes.expression })] : []),
  ]
  return parts.filter((part) => part !== '').join(say('list.semicolon', language))
}

/** A title for these wishes: the names alone. */
export function titleOf(wishes: Wishes, settings: BriefingSettings, language: string): string {
  const { places, topics } = namesOf(wishes, settings, language)
  const names = [
    ...places,
    ...topics,
    ...wishes.people,
    ...wishes.sources.map((id) => settings.sources.find((source) => source.id === id)?.name ?? id),
    ...(wishes.expression === null ? [] : [wishes.expression]),
  ]
  if (names.length === 0) return say('wish.all', language)
  const title = names.join(' · ')
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
}

/** UTF-16 units. */
const LONGEST_TITLE = 80

function namesOf(
  wishes: Wishes,
  settings: BriefingSettings,
  language: string,
): { places: string[]; topics: string[] } {
  const own = language.split('-')[0] ?? 'en'
  const named = (
    things: readonly { readonly id: string; readonly names: Readonly<Record<string, string>> }[],
    id: string,
  ): string => {
    const names = things.find((thing) => thing.id === id)?.names
    return names?.[own] ?? names?.['en'] ?? id
  }
  return {
    places: [
      ...wishes.regions.map((id) => named(settings.regions, id)),
      ...wishes.countries.map((code) => countryName(code, language)),
    ],
    topics: wishes.topics.map((id) => named(settings.topics, id)),
  }
}
