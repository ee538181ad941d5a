import type { Command } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Discovered, FoundFeed } from '../feeds/discover-feeds.ts'
import type { Source } from '../records/source.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { quoted } from './reading/list-of.ts'

/** Reads another feed from now on. What no feed says of an outlet (its country and who owns it) the admin says. */
export function sourcesAddCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'sources add',
    options: ['address', 'country', 'ownership', 'region', 'language', 'title'],
    required: ['address', 'country', 'ownership'],
    bare: 'address',
    permission: 'host',
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
