import { wantedCountries } from '../briefings/match-stories.ts'
import type { Command } from '../chat/command.ts'
import { describeSource } from '../feeds/describe-source.ts'
import type { SourceHealth } from '../records/message.ts'
import type { NewsFilter } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { notice, quoted } from './notice.ts'

/** What is read and how it fares, or only what needs somebody to look at it; of some countries, regions or languages when they are named. */
export function sourcesCommand(which: 'list' | 'health', newsroom: CommandContext): Command {
  const isList = which === 'list'
  return defineCommand({
    name: `sources ${which}`,
    options: ['what', 'region', 'country', 'language'],
    bare: 'what',
    usage: isList ? 'sources [region, country]' : 'sources health [region, country]',
    examples: isList ? ['sources', 'sources turkey', 'sources language:fa'] : ['sources health'],
    async run({ filter }, { zone, language }) {
      const asked = (await newsroom.sourceHealth()).filter(fitting(filter, newsroom))
      const ailing = asked.filter(({ state, finding }) => !HEALTHY.has(state) || finding !== null)
      if (!isList && ailing.length === 0 && asked.length > 0)
        return notice('info', say('sources.well', language, { count: asked.length }), { language })
      return { kind: 'sources', sources: isList ? asked : ailing, zone, language }
    },
  })
}

const HEALTHY: ReadonlySet<SourceHealth['state']> = new Set(['active', 'unread'])

function fitting(filter: NewsFilter, { settings }: CommandContext): (source: SourceHealth) => boolean {
  const countries = wantedCountries(filter, settings.regions)
  return ({ sourceId, country, language }) =>
    (countries?.has(country) ?? true) &&
    (filter.languages.length === 0 || filter.languages.includes(language)) &&
    (filter.sources.length === 0 || filter.sources.includes(sourceId))
}

/** Reads another feed from now on. What no feed says of an outlet (its country and who owns it) the admin says. */
export function sourcesAddCommand(newsroom: CommandContext): Command {
  return defineCommand({
    name: 'sources add',
    options: ['address', 'country', 'ownership', 'region', 'language', 'title'],
    required: ['address', 'country', 'ownership'],
    bare: 'address',
    permission: 'host',
    usage: 'sources add URL country:XX ownership:state, public, private or independent',
    examples: ['sources add example.org country:jordan ownership:private'],
    async run({ filter, title, ownership, address: typed }, asker) {
      const { language } = asker
      const { regions, sources } = newsroom.settings
      if (newsroom.sources === null) return notice('warning', say('sources.fixed', language), asker)
      const looked = await newsroom.sources.find(typed ?? '')
      const address = quoted(typed ?? '', language)
      if (looked.status === 'none')
        return notice('warning', say('sources.noFeed', language, { address }), asker)
      if (looked.status === 'unread') {
        const reason = say(`failure.${looked.kind}`, language)
        return notice('warning', say('sources.unread', language, { address, reason }), asker)
      }
      const [found] = looked.feeds
      const known = sources.find((source) => source.feed === found.feed)
      if (known !== undefined)
        return notice('info', say('sources.known', language, { name: known.name, id: known.id }), asker)
      const country = filter.countries[0] ?? ''
      const home = regions.find(({ section, countries }) => section && countries.includes(country))
      const source = describeSource(
        {
          name: title ?? found.title,
          feed: found.feed,
          homepage: typed ?? found.feed,
          language: filter.languages[0] ?? found.language ?? 'en',
        },
        {
          country,
          ownership: ownership ?? 'private',
          region: filter.regions[0] ?? home?.id ?? regions[0]?.id ?? '',
        },
        new Set(sources.map(({ id }) => id)),
      )
      const added = await newsroom.sources.add(source)
      if (added.status === 'refused')
        return notice('warning', say('sources.refused', language, { reason: added.reason }), asker)
      const { id, name, feed } = source
      return notice('info', say('sources.added', language, { name, id, feed }), asker)
    },
  })
}

/** Reads a source no more. What it has published stays. */
export function sourcesRemoveCommand(newsroom: CommandContext): Command {
  return defineCommand({
    name: 'sources remove',
    options: ['source'],
    required: ['source'],
    bare: 'source',
    permission: 'host',
    usage: 'sources remove SOURCE',
    examples: ['sources remove example-org'],
    async run({ filter }, asker) {
      const { language } = asker
      if (newsroom.sources === null) return notice('warning', say('sources.fixed', language), asker)
      const [id, second] = filter.sources
      const source = newsroom.settings.sources.find((other) => other.id === id)
      if (source === undefined || second !== undefined)
        return notice('warning', say('sources.one', language), asker)
      const removed = await newsroom.sources.remove(source.id)
      return removed.status === 'refused'
        ? notice('warning', say('sources.refused', language, { reason: removed.reason }), asker)
        : notice('info', say('sources.removed', language, { name: source.name }), asker)
    },
  })
}
