import type { Archive } from '../../archive/open-archive.ts'
import { filterOfSubject, nameSubject, SUBJECT_KINDS } from '../../archive/subject.ts'
import { titleOf } from '../../briefings/titles.ts'
import { maySee } from '../../commands/asker.ts'
import { hashOf } from '../../commands/web.ts'
import type { AccessKey } from '../../records/access-key.ts'
import type { BriefedStory, Briefing } from '../../records/briefing.ts'
import type { Subscription } from '../../records/subscription.ts'
import { filterOf } from '../../subscriptions/news-filter.ts'
import { say } from '../../words/say.ts'
import { type Document, toSend } from '../page-cache.ts'
import { readFields } from '../pages/command-form.ts'
import type { People, SiteTools } from '../site-tools.ts'
import { HUB_PATH, pathOf, SUBJECT_PATHS, runningPath, type View } from '../view.ts'
import { changedAt, type FeedFormat, FORMATS, type StoryFeed, TYPES, writeFeed } from './write-feed.ts'

/** Most stories in the feed of a running story. */
const MOST_RUNNING_STORIES = 20

/** A feed's content, and the path of the page that shows the same. */
type Feed = Pick<StoryFeed, 'title' | 'stories'> & {
  readonly page: string
  /** BCP 47; set if the feed has a language of its own. */
  readonly language?: string
}

/** A feed found by its address. Whether its region or story exists is only known once it is written. */
export interface FoundFeed {
  /**
   * `own`: the address contains a key, which opens the feed to anybody who has it. `search`: writing it reads
   * hundreds of articles.
   */
  readonly kind: 'news' | 'search' | 'own'
  /** Writes the feed as it is now; null if what it is about does not exist. */
  write(view: View): Promise<Document | null>
}

export type Feeds = ReturnType<typeof openFeeds>

/** Creates the feeds of pages and of personal subscriptions, each in three formats. */
export function openFeeds({ archive, root, people, hub, readers }: SiteTools) {
  const { settings } = archive

  async function readNews(kind: string | undefined, id: string, view: View): Promise<Feed | null> {
    if (kind === undefined) {
      const title = say('briefing.title', view.language)
      return { title, page: '/', stories: storiesOf(await archive.front(view)) }
    }
    if (kind === 'running') return readRunning(archive, id, view)
    const subject = SUBJECT_KINDS.find((one) => SUBJECT_PATHS[one] === kind)
    const filter = subject === undefined ? null : filterOfSubject({ kind: subject, id }, settings)
    if (subject === undefined || filter === null) return null
    const title = nameSubject(filter, settings, view.language)
    return {
      title,
      page: pathOf({ kind: subject, id }),
      stories: storiesOf(await archive.about(filter, view)),
    }
  }

  async function readSearch(sent: URLSearchParams, view: View): Promise<Feed | null> {
    const options = readFields(archive.searchCommand, sent)
    if (options.size === 0) return null
    const message = await archive.search(options, view)
    if (message.kind !== 'search') return null
    const ids = message.results.hits.flatMap(({ storyId }) => storyId ?? [])
    const title = say('search.title', view.language, { query: message.results.query })
    return { title, page: `/search?${sent.toString()}`, stories: await readStories(archive, ids, view) }
  }

  /** Reads a personal feed, as long as its owner may see the subscription and has not revoked the key. */
  async function readOwn({ keys, newsroom }: People, secret: string, view: View): Promise<Feed | null> {
    const key = await keys.useAccessKey('feed', hashOf(secret), newsroom.now())
    const wish = key && (await subscriptionOf(key, newsroom))
    if (wish === null) return null
    const { language, zone, reads, id } = wish
    const own = { ...view, zone, ...(reads !== undefined && { reads }) }
    if (wish.kind === 'follow') {
      const feed = await readRunning(archive, wish.story ?? '', own)
      return feed && { ...feed, language }
    }
    const stories = storiesOf(await archive.about(filterOf(wish), own))
    const title = titleOf(wish, settings, language)
    return { title, language, page: `/own/subscriptions/${id}`, stories }
  }

  async function write(
    feed: Feed | null,
    format: FeedFormat,
    own: string,
    language: string,
    isOffered: boolean,
  ): Promise<Document | null> {
    if (feed === null) return null
    const told = isOffered ? root + HUB_PATH : null
    const whole = { ...feed, language, address: root + own, page: root + feed.page, hub: told }
    const document = await toSend(await writeFeed(whole, format, root), TYPES[format], language)
    // Some clients look for the hub only in the headers, not in the feed (WebSub, section 4).
    const links = told === null ? {} : { link: `<${told}>; rel="hub", <${root}${own}>; rel="self"` }
    return { ...document, ...links, changedAt: changedAt(feed) }
  }

  /** The feed at one of our addresses; null if there is none. */
  function at({ pathname, searchParams }: URL): FoundFeed | null {
    const [, place, written = '', ending] = /^\/(?:([a-z]+)\/)?([^/]+)\.([a-z]+)$/u.exec(pathname) ?? []
    const format = FORMATS.find((one) => one === ending)
    const name = decoded(written)
    if (format === undefined || name === null) return null
    if (place === 'feeds') {
      if (people === null || !/^[\w-]{43}$/u.test(name)) return null
      return {
        kind: 'own',
        async write(view) {
          const feed = await readOwn(people, name, view)
          return write(feed, format, pathname, feed?.language ?? view.language, hub !== null)
        },
      }
    }
    const isSearch = place === undefined && name === 'search'
    if (place === undefined && name !== 'all' && !isSearch) return null
    const sent = new URLSearchParams(searchParams)
    for (const own of ['lang', 'page']) sent.delete(own)
    const isOffered = hub !== null && readers !== 'signed-in'
    return {
      kind: isSearch ? 'search' : 'news',
      async write(view) {
        const feed = await (isSearch ? readSearch(sent, view) : readNews(place, name, view))
        // A feed has one language: without `lang` it is the browser's, and its own address keeps it.
        const query = new URLSearchParams([...(isSearch ? sent : []), ['lang', view.language]]).toString()
        return write(feed, format, `${pathname}?${query}`, view.language, isOffered)
      },
    }
  }

  return { at }
}

function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written)
  } catch {
    return null
  }
}

async function subscriptionOf(
  { subscription: id = '', visitor }: AccessKey,
  { subscriptions }: People['newsroom'],
): Promise<Subscription | null> {
  const [found] = await subscriptions.subscriptions({ id })
  return found !== undefined && maySee(found, visitor) ? found : null
}

const storiesOf = ({ sections }: Briefing): readonly BriefedStory[] =>
  sections.flatMap(({ stories }) => stories).toSorted((one, other) => other.lastAt - one.lastAt)

async function readStories(
  archive: Archive,
  ids: readonly string[],
  view: View,
): Promise<readonly BriefedStory[]> {
  const stories: BriefedStory[] = []
  for (const id of new Set(ids)) {
    const story = await archive.story(id, view)
    if (story !== null) stories.push(story.card)
  }
  return stories.toSorted((one, other) => other.lastAt - one.lastAt)
}

async function readRunning(archive: Archive, storyId: string, view: View): Promise<Feed | null> {
  const running = await archive.runningStory(storyId, view)
  if (running === null) return null
  const ids = running.stories.slice(0, MOST_RUNNING_STORIES).map(({ id }) => id)
  const title = running.stories[0]?.headline ?? ''
  return { title, page: runningPath(running.storyId), stories: await readStories(archive, ids, view) }
}
