import type { Asker, Suggestion } from '../../chat/command.ts'
import type { FirstSuggestions } from '../../chat/commands.ts'
import type { Subscription } from '../../records/subscription.ts'
import { countryName } from '../../words/names.ts'
import { localeOf } from '../../words/locale.ts'
import { say } from '../../words/say.ts'
import type { CommandContext } from '../command-context.ts'

/** Regions offered at a time. More would be a list, and the form has them all. */
const MOST_REGIONS = 3

interface Known {
  /** What posts where they ask, and what they follow elsewhere. */
  readonly visible: readonly Subscription[]
  /** The strongest story of the day; null where there is none. */
  readonly story: Suggestion | null
}

/**
 * Suggests from what the place has: the regions of its subscriptions, or else of the sources, and the
 * strongest story.
 */
export function suggestFirst(
  { visible, story }: Known,
  { regions, sources }: Pick<CommandContext['settings'], 'regions' | 'sources'>,
  { channel, language }: Pick<Asker, 'channel' | 'language'>,
): FirstSuggestions {
  const nameOf = (id: string): string | null => {
    const found = regions.find((region) => region.id === id)
    return found === undefined ? null : (found.names[localeOf(language).language] ?? found.names.en)
  }
  const read = new Map<string, number>()
  for (const { region } of sources) read.set(region, (read.get(region) ?? 0) + 1)
  const widest = [...read]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([id]) => ({ label: nameOf(id), value: id }))
    .filter((one): one is Suggestion => one.label !== null)
    .slice(0, MOST_REGIONS)
  const followed = visible
    .toSorted((one, other) => Number(other.to === channel) - Number(one.to === channel))
    .flatMap(({ regions: ids = [], countries = [] }) => [
      ...ids.flatMap((id) => nameOf(id) ?? []),
      ...countries.map((code) => countryName(code, language)),
    ])
  const place = followed[0] ?? widest[0]?.label ?? null
  const asks = [
    say('ask.today', language),
    ...(place === null ? [] : [say('ask.place', language, { place })]),
    // What is followed already is not offered again.
    ...(place === null || followed.length > 0 ? [] : [say('ask.follow', language, { place })]),
  ].map((text) => ({ label: text, value: text }))
  const told = story === null ? [] : [{ label: story.label, value: `story ${story.value}` }]
  return { questions: [...asks.slice(0, 2), ...told, ...asks.slice(2)], regions: widest }
}
