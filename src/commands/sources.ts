import type { CommandInput } from '../chat/command-input.ts'
import type { Command } from '../chat/command.ts'
import type { SourceHealth } from '../chat/message.ts'
import type { Discovered, FoundFeed } from '../feeds/discover-feeds.ts'
import type { Source } from '../feeds/source.ts'
import { isEverything } from '../subscriptions/wishes-of.ts'
import type { Wishes } from '../subscriptions/wishes.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice, quoted } from './notice.ts'
import { countriesOf } from './wished-codes.ts'

/** What is read and how it fares; only of some countries, regions or languages when they are named. */
export function sourcesListCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources list',
    options: ['what', 'region', 'country', 'language'],
    bare: 'what',
    help: 'command.sourcesList',
    usage: 'sources [region, country]',
    examples: ['sources', 'sources turkey', 'sources language:fa'],
    async run({ wish }, { zone, language }) {
      const all = await newsroom.sourceHealth()
      return { kind: 'sources', sources: all.filter(fitting(wish, newsroom)), zone, language }
    },
  })
}

/** The sources that need somebody to look at them. */
export function sourcesHealthCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources health',
    options: ['what', 'region', 'country', 'language'],
    bare: 'what',
    help: 'command.sourcesHealth',
    usage: 'sources health [region, country]',
    examples: ['sources health'],
    async run({ wish }, { zone, language }) {
      const asked = (await newsroom.sourceHealth()).filter(fitting(wish, newsroom))
      const ailing = asked.filter(({ state, finding }) => !HEALTHY.has(state) || finding !== null)
      if (ailing.length === 0 && asked.length > 0)
        return notice('info', say('sources.well', language, { count: asked.length }), { language })
      return { kind: 'sources', sources: ailing, zone, language }
    },
  })
}

const HEALTHY: ReadonlySet<SourceHealth['state']> = new Set(['active', 'unread'])

function fitting(wish: Wishes, { settings }: NewsroomView): (source: SourceHealth) => boolean {
  if (isEverything(wish)) return () => true
  const countries = new Set(countriesOf(wish, settings.regions))
  return ({ sourceId, country, language }) =>
    (countries.size === 0 || countries.has(country)) &&
    (wish.languages.length === 0 || wish.languages.includes(language)) &&
    (wish.sources.length === 0 || wish.sources.includes(sourceId))
}

/** Reads another feed from now on. What no feed says of an outlet (its country and who owns it) the admin says. */
export function sourcesAddCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources add',
    options: ['address', 'country', 'ownership', 'region', 'language', 'title'],
    required: ['address', 'country', 'ownership'],
    bare: 'address',
    permission: 'admin',
    help: 'command.sourcesAdd',
    usage: 'sources add URL country:XX ownership:state, public, private or independent',
    examples: ['sources add example.org country:jordan ownership:private'],
    async run(input, asker) {
      const { language } = asker
      if (newsroom.sources === null) return notice('warning', say('sources.fixed', language), asker)
      const address = input.address ?? ''
      const looked = await newsroom.sources.find(address)
      if (looked.status !== 'found') return notice('warning', sayNothing(looked, address, language), asker)
      const [feed] = looked.feeds
      const known = newsroom.settings.sources.find((source) => source.feed === feed.feed)
      if (known !== undefined)
        return notice('info', say('sources.known', language, { name: known.name, id: known.id }), asker)
      const source = describeSource(feed, input, newsroom)
      const added = await newsroom.sources.add(source)
      return added.status === 'refused'
        ? notice('warning', say('sources.refused', language, { reason: added.reason }), asker)
        : notice(
            'info',
            say('sources.added', language, { name: source.name, id: source.id, feed: source.feed }),
            asker,
          )
    },
  })
}

function sayNothing(
  looked: Exclude<Discovered, { status: 'found' }>,
  address: string,
  language: string,
): string {
  const given = { address: quoted(address, language) }
  if (looked.status === 'none') return say('sources.noFeed', language, given)
  return say('sources.unread', language, { ...given, reason: say(`failure.${looked.kind}`, language) })
}

function describeSource(feed: FoundFeed, input: CommandInput, newsroom: NewsroomView): Source {
  const { regions, sources } = newsroom.settings
  const host = (URL.parse(feed.feed)?.hostname ?? '').replace(/^(?:www|rss|feeds?)\./u, '')
  const country = input.wish.countries[0] ?? ''
  const home = regions.find((region) => region.section && region.countries.includes(country))
  return {
    id: freeId(host.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'), new Set(sources.map(({ id }) => id))),
    name: input.title ?? (feed.title === '' ? host : feed.title),
    feed: feed.feed,
    homepage: input.address ?? feed.feed,
    country,
    language: (input.wish.languages[0] ?? feed.language?.split('-')[0] ?? 'en').toLowerCase(),
    ownership: input.ownership ?? 'private',
    region: input.wish.regions[0] ?? home?.id ?? regions[0]?.id ?? '',
  }
}

/** Ids come from host names; a second feed of one host gets a number. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`
  return free
}

/** Reads a source no more. What it has published stays. */
export function sourcesRemoveCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources remove',
    options: ['source'],
    required: ['source'],
    bare: 'source',
    permission: 'admin',
    help: 'command.sourcesRemove',
    usage: 'sources remove SOURCE',
    examples: ['sources remove example-org'],
    async run({ wish }, asker) {
      const { language } = asker
      if (newsroom.sources === null) return notice('warning', say('sources.fixed', language), asker)
      const [id, second] = wish.sources
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
