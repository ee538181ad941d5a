import { wantedCountries } from '../briefings/match-stories.ts'
import type { Command } from '../chat/command.ts'
import { describeSource } from '../feeds/describe-source.ts'
import type { SourceHealth } from '../records/message.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { info, quoted, warning } from './notice.ts'

/**
 * `sources list` and `sources health`: all sources and their state, or only those that need attention.
 * Countries, regions and languages narrow the list.
 */
export function sourcesCommand(which: 'list' | 'health', context: CommandContext): Command {
  const isList = which === 'list'
  return defineCommand({
    name: `sources ${which}`,
    options: ['what', 'region', 'country', 'language'],
    positionalOption: 'what',
    usage: isList ? 'sources [{region}, {country}]' : 'sources health [{region}, {country}]',
    examples: isList ? ['sources', 'sources turkey', 'sources language:fa'] : ['sources health'],
    async run({ filter }, { zone, language }) {
      const asked = (await context.sourceHealth()).filter(fitting(filter, context))
      const ailing = asked.filter(({ state, finding }) => !HEALTHY.has(state) || finding !== null)
      if (!isList && ailing.length === 0 && asked.length > 0)
        return info({ language }, 'sources.well', { count: asked.length })
      return { kind: 'sources', sources: isList ? asked : ailing, zone, language }
    },
  })
}

const HEALTHY: ReadonlySet<SourceHealth['state']> = new Set(['active', 'unread'])

function fitting(filter: NewsFilter, { settings }: CommandContext): (source: SourceHealth) => boolean {
  const countries = wantedCountries(filter, settings.regions)
  return ({ sourceId, country, language }) =>
    (countries?.has(country) ?? true) &&
    (filter.languages?.includes(language) ?? true) &&
    (filter.sources?.includes(sourceId) ?? true)
}

/**
 * `sources add`: reads another feed from now on. The admin states the country and ownership, which no feed
 * tells.
 */
export function sourcesAddCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'sources add',
    options: ['address', 'country', 'ownership', 'region', 'language', 'title'],
    required: ['address', 'country', 'ownership'],
    positionalOption: 'address',
    permission: 'host',
    usage: 'sources add URL country:XX ownership:state, public, private {or} independent',
    examples: ['sources add example.org country:jordan ownership:private'],
    async run({ filter, title, ownership, address: typed }, asker) {
      const { language } = asker
      const { regions, sources } = context.settings
      if (context.sources === null) return warning(asker, 'sources.fixed')
      const looked = await context.sources.find(typed ?? '')
      const address = quoted(typed ?? '', language)
      if (looked.status === 'none') return warning(asker, 'sources.noFeed', { address })
      if (looked.status === 'unread') {
        const reason = say(`failure.${looked.kind}`, language)
        return warning(asker, 'sources.unread', { address, reason })
      }
      const [found] = looked.feeds
      const known = sources.find((source) => source.feed === found.feed)
      if (known !== undefined) return info(asker, 'sources.known', { name: known.name, id: known.id })
      const country = filter.countries?.[0] ?? ''
      const home = regions.find(({ section, countries }) => section && countries.includes(country))
      const source = describeSource(
        {
          name: title ?? found.title,
          feed: found.feed,
          homepage: typed ?? found.feed,
          language: filter.languages?.[0] ?? found.language ?? 'en',
        },
        {
          country,
          ownership: ownership ?? 'private',
          region: filter.regions?.[0] ?? home?.id ?? regions[0]?.id ?? '',
        },
        new Set(sources.map(({ id }) => id)),
      )
      const added = await context.sources.add(source)
      if (added.status === 'refused') return warning(asker, 'sources.refused', { reason: added.reason })
      const { id, name, feed } = source
      return info(asker, 'sources.added', { name, id, feed })
    },
  })
}

/** `sources remove`: stops reading a source. What it has published stays. */
export function sourcesRemoveCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'sources remove',
    options: ['source'],
    required: ['source'],
    positionalOption: 'source',
    permission: 'host',
    usage: 'sources remove {outlet}',
    examples: ['sources remove example-org'],
    async run({ filter }, asker) {
      if (context.sources === null) return warning(asker, 'sources.fixed')
      const [id, second] = filter.sources ?? []
      const source = context.settings.sources.find((other) => other.id === id)
      if (source === undefined || second !== undefined) return warning(asker, 'sources.one')
      const removed = await context.sources.remove(source.id)
      return removed.status === 'refused'
        ? warning(asker, 'sources.refused', { reason: removed.reason })
        : info(asker, 'sources.removed', { name: source.name })
    },
  })
}
