import { LRUCache } from 'lru-cache'
import { titleAmong, type Titled } from '../../briefings/title-among.ts'
import { weighStory } from '../../briefings/story-facts.ts'
import type { Asker, Suggestion } from '../../chat/command.ts'
import type { StoryHead } from '../../records/story.ts'
import { shorten } from '../../text/shorten.ts'
import { harmless } from '../../words/harmless.ts'
import { isolate } from '../../words/direction.ts'
import { localeOf } from '../../words/locale.ts'
import type { CommandContext } from '../command-context.ts'
import { foldTerm } from '../name-index.ts'
import { createCachedRead } from './cached-read.ts'

/**
 * Returns the stories whose headline has words beginning with each of the typed ones, or whose id begins with
 * the text, in the order given. `most`: number of stories.
 */
export function suggestStories(
  stories: readonly RecentStory[],
  typed: string,
  { language, most, longest }: { readonly language: string; readonly most: number; readonly longest: number },
): readonly Suggestion[] {
  const id = typed.trim()
  const words = foldTerm(typed).split(' ')
  const found: Suggestion[] = []
  for (const story of stories) {
    if (found.length === most) break
    const headline = harmless(story.headline(language)).trim()
    if (headline === '') continue
    const folded = ` ${foldTerm(headline)}`
    if (story.id.startsWith(id) || words.every((word) => folded.includes(` ${word}`)))
      found.push({ label: labelOf(headline, language, longest), value: story.id })
  }
  return found
}

/**
 * Puts a headline into a line of the reader's language: at most `longest` characters, including the two that
 * isolate it.
 */
function labelOf(headline: string, language: string, longest: number): string {
  const { rightToLeft } = localeOf(language)
  const whole = isolate(headline, rightToLeft)
  return whole.length <= longest ? whole : isolate(shorten(headline, longest - 2), rightToLeft)
}

export interface RecentStory {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly lastAt: number
  /** Returns the headline for a reader of a language (BCP 47); empty where no report has a title. */
  readonly headline: (language: string) => string
}

/** Stories that people may mean, kept in memory. No call waits for the store longer than `patience`. */
export interface RecentStories {
  /** Those told last here or to the asker, then the strongest of the last days; without those muted here. */
  likely(asker: Asker, patience: Promise<unknown>): Promise<readonly RecentStory[]>
  /** The strongest of the last days, without those muted here. */
  strongest(asker: Asker, patience: Promise<unknown>): Promise<readonly RecentStory[]>
  /** Those muted here, the newest first. */
  muted(asker: Asker, patience: Promise<unknown>): Promise<readonly RecentStory[]>
}

/**
 * How many ms the first read of the news goes back: after two days a story has lost five sixths of its
 * weight.
 */
const FIRST_LOOK_MS = 48 * 3_600_000

/** Later reads overlap, since articles are stored some time after they were seen. */
const OVERLAP_MS = 600_000

/** Sources are read every few minutes. */
const NEWS_FRESH_MS = 20_000

/** Whoever mutes a story by its button and then types `unmute` wants to find it. */
const PLACE_FRESH_MS = 3_000

/** Strongest stories kept in memory. */
const MOST_STORIES = 300

/** Stories told in one channel; a menu shows 25 of them, and typing finds the others. */
const MOST_TOLD = 60

/** Channels kept in memory, and other stories that were told or muted there. */
const MOST_PLACES = 200
const MOST_OTHERS = 2_000

interface News {
  readonly readAt: number
  /** Strongest first. */
  readonly stories: ReadonlyMap<string, { readonly outline: StoryHead; readonly story: RecentStory }>
}

/** Creates the memory of stories. It begins to read with the first call. */
export function createRecentStories({
  archive,
  now,
}: Pick<CommandContext, 'archive' | 'now'>): RecentStories {
  const others = new LRUCache<string, RecentStory>({ max: MOST_OTHERS })
  const limits = { freshMs: PLACE_FRESH_MS, most: MOST_PLACES, now }

  const remember = async (ids: readonly string[]): Promise<void> => {
    for (const story of await archive.stories(ids.filter((id) => !others.has(id))))
      others.set(story.id, recentStory(story.id, story.lastAt, story.articles.map(titled)))
  }
  const newsAt = createCachedRead((_: 'news', known: News | undefined) => readNews(archive, now(), known), {
    freshMs: NEWS_FRESH_MS,
    most: 1,
    now,
  })
  const toldAt = createCachedRead(async (destination: string) => {
    const told = [...new Set((await archive.told(destination)).values())]
      .sort((one, other) => other.at - one.at)
      .slice(0, MOST_TOLD)
      .map(({ storyId, at }) => ({ storyId, at }))
    await remember(told.map(({ storyId }) => storyId))
    return told
  }, limits)
  const mutedAt = createCachedRead(async (destination: string) => {
    const muted = (await archive.muted()).get(destination) ?? new Set<string>()
    await remember([...muted])
    return muted
  }, limits)

  const storiesOf = (ids: readonly string[], news: News | undefined): RecentStory[] =>
    ids.flatMap((id) => news?.stories.get(id)?.story ?? others.get(id) ?? [])

  return {
    async likely({ channel, direct }, patience) {
      const [news, muted, here, own] = await Promise.all([
        newsAt('news', patience),
        mutedAt(channel, patience),
        toldAt(channel, patience),
        direct === channel ? [] : toldAt(direct, patience),
      ])
      const told = [...(here ?? []), ...(own ?? [])].sort((one, other) => other.at - one.at)
      const ids = new Set([...told.map(({ storyId }) => storyId), ...(news?.stories.keys() ?? [])])
      return storiesOf([...ids.difference(muted ?? new Set())], news)
    },
    async strongest({ channel }, patience) {
      const [news, muted] = await Promise.all([newsAt('news', patience), mutedAt(channel, patience)])
      return storiesOf([...new Set(news?.stories.keys() ?? []).difference(muted ?? new Set())], news)
    },
    async muted({ channel }, patience) {
      const [news, muted] = await Promise.all([newsAt('news', patience), mutedAt(channel, patience)])
      return storiesOf([...(muted ?? [])], news).sort((one, other) => other.lastAt - one.lastAt)
    },
  }
}

/** Reads what moved since the last read, so that whole days are read only once. */
async function readNews(
  archive: CommandContext['archive'],
  readAt: number,
  known: News | undefined,
): Promise<News> {
  const from = known === undefined ? readAt - FIRST_LOOK_MS : known.readAt - OVERLAP_MS
  const moved = await archive.storyHeads({ from, to: readAt + 1 })
  // The reports of a story that was merged into another are now found there.
  const reports = new Set(moved.flatMap((outline) => outline.reports.map(({ articleId }) => articleId)))
  const still = [...(known?.stories.values() ?? [])].filter(
    ({ outline }) => !outline.reports.some(({ articleId }) => reports.has(articleId)),
  )
  const fresh = moved.map((outline) => ({
    outline,
    story: recentStory(
      outline.id,
      outline.lastAt,
      outline.reports.map((report) => titled({ ...report, tags: report })),
    ),
  }))
  const strongest = [...fresh, ...still]
    .map((one) => ({ ...one, weight: weighStory(one.outline, readAt, { topics: [], countryOf: new Map() }) }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_STORIES)
  return {
    readAt,
    stories: new Map(strongest.map(({ outline, story }) => [outline.id, { outline, story }])),
  }
}

/** Drops the text and the other tags, which are not needed here. */
const titled = ({ title, copyOf, publishedAt, seenAt, tags: { language } }: Titled): Titled => ({
  title,
  copyOf,
  publishedAt,
  seenAt,
  tags: { language },
})

/** Chooses each headline only once, since every keystroke asks for all of them. */
function recentStory(id: string, lastAt: number, articles: readonly Titled[]): RecentStory {
  const headlines = new Map<string, string>()
  return {
    id,
    lastAt,
    headline(language) {
      const known = headlines.get(language) ?? titleAmong(articles, language)
      headlines.set(language, known)
      return known
    },
  }
}
