import type { BriefingRequest } from '../records/subscription.ts'
import type { BriefingArchive } from './briefing-archive.ts'
import type { StoryAbout } from '../records/ports/news-archive.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import type { BriefingSettings } from './briefing-settings.ts'
import { chooseStories, type ToldStories } from './choose-stories.ts'
import type { Composed } from './composed.ts'
import { coverageOf } from './coverage.ts'
import { createChoiceSettler } from './create-choice-settler.ts'
import { createMarker, type SharedMark } from './create-marker.ts'
import { createPageWriter, type PageContent } from './create-page-writer.ts'
import { createStoryReader } from './create-story-reader.ts'
import { isNews } from './is-news.ts'
import { matchStories, type Match } from './match-stories.ts'
import { remember } from './remember.ts'
import { storiesSaying } from './stories-saying.ts'
import { factsOf } from './story-facts.ts'
import { createWishReader, type Wish } from './wish-of.ts'

/**
 * An article is kept some time after it was seen, so what was seen shortly before the last briefing may have missed it. What was told since is known, so
 * looking at it again repeats nothing.
 */
const LATE_MS = 10 * 60_000

export interface Period {
  /** Milliseconds since 1970. */
  readonly from: number
  /** A scheduled briefing tells only what moved; one asked for by hand tells the period whole. */
  readonly onlyMoved: boolean
  /** Only these stories; all where it is not given. */
  readonly among?: ReadonlySet<string>
  /** Stories that were told there and did not arrive: those that are told now take no room from the others. */
  readonly owed?: ReadonlySet<string>
}

/** The news of one moment, for any number of readers. */
export interface Edition {
  /** Composes the briefing of one request. Equal wishes of readers who know the same get the same objects back. */
  compose(request: BriefingRequest, period: Period, told: ToldStories): Promise<Composed>
  /** Stories that moved since `from` and that a request asks for, strongest first, with what each is to this reader. */
  match(request: BriefingRequest, from: number, told: ToldStories): Promise<readonly MarkedMatch[]>
  /** A briefing of one of them alone; of none where it is gone, or was merged into one that is muted there. */
  composeStory(request: BriefingRequest, from: number, found: MarkedMatch): Promise<Composed>
}

interface MarkedMatch {
  readonly match: Match
  readonly marked: SharedMark
}

/**
 * Opens an edition of the news between `from` and `now` (milliseconds since 1970), of the `most` strongest stories where so many moved; no period may begin before. Stories are read, matched, marked and
 * told once, whoever asks: ten thousand subscriptions wish a few hundred different things. What is worked out once is remembered under the very objects that it was made of. With `about`, for one wish alone.
 * Reads the archive, writes nothing. Ask what readers were told after this: it then knows every merge of stories that the edition knows.
 */
export async function openEdition(
  archive: BriefingArchive,
  settings: BriefingSettings,
  span: { readonly from: number; readonly now: number; readonly most?: number; readonly about?: StoryAbout },
): Promise<Edition> {
  const { now, most, about } = span
  const pause = shareTheThread()
  const heads = await archive.storyHeads({
    from: span.from - LATE_MS,
    to: now,
    ...(most !== undefined && { most }),
    ...(about !== undefined && { about }),
  })
  const readMuted = remember(() => archive.muted())
  const readStates = remember(() => archive.feedStates())
  const coverageSince = remember(async (from: number) =>
    coverageOf(settings.sources, await readStates(), from),
  )
  const versionsOf = remember((articleId: string) => archive.versions(articleId))
  const readWhole = createStoryReader(archive, versionsOf)
  const wishOf = createWishReader()
  const marker = createMarker(versionsOf)
  const settle = createChoiceSettler(readWhole)
  const lookedAt = most !== undefined && heads.length === most ? most : null
  const pages = createPageWriter({ settings, readWhole, coverageSince, now, lookedAt, pause })

  const newsSince = remember(async (from: number) => {
    const news = heads.filter((story) => story.lastAt >= from && isNews(story, from))
    for (const story of news) {
      factsOf(story)
      await pause()
    }
    return news
  })

  const matchesOf = remember(async (wish: Wish, from: number) => {
    const saying = await storiesSaying(wish, { from, now }, archive)
    return matchStories(await newsSince(from), wish, { ...settings, saying, now })
  })

  const choose = remember(
    async (
      wish: Wish,
      from: number,
      onlyMoved: boolean,
      among: ReadonlySet<string> | null,
      muted: ReadonlySet<string>,
      owed: ReadonlySet<string>,
      told: ToldStories,
    ): Promise<PageContent> => {
      const since = onlyMoved ? from - LATE_MS : from
      const found = (await matchesOf(wish, since)).filter(
        ({ story }) => !muted.has(story.id) && (among?.has(story.id) ?? true),
      )
      const marks = await marker.mark(
        found.map(({ story }) => story),
        told,
        since,
      )
      const { sections, leftOut } = chooseStories(found, wish, marks, { onlyMoved, owed })
      const content = sections.map(({ stories, ...section }) => ({
        ...section,
        stories: stories.map(({ marked }) => marked),
      }))
      return settle({ sections: content, leftOut }, muted)
    },
  )

  const mutedFor = async ({ to }: BriefingRequest): Promise<ReadonlySet<string>> =>
    (await readMuted()).get(to) ?? NOTHING

  return {
    async compose(request, { from, onlyMoved, among = null, owed = NOTHING }, told) {
      await pause()
      const muted = await mutedFor(request)
      const content = await choose(wishOf(request), from, onlyMoved, among, muted, owed, told)
      return pages.write(request, from, content)
    },
    async match(request, from, told) {
      await pause()
      const muted = await mutedFor(request)
      const since = from - LATE_MS
      const found = (await matchesOf(wishOf(request), since)).filter(({ story }) => !muted.has(story.id))
      const marks = await marker.mark(
        found.map(({ story }) => story),
        told,
        since,
      )
      return found.flatMap((match) => {
        const marked = marks.get(match.story.id)
        return marked === undefined ? [] : [{ match, marked }]
      })
    },
    async composeStory(request, from, { match, marked }) {
      const sections = [{ region: match.section, stories: [marked], leftOut: 0 }]
      return pages.write(request, from, await settle({ sections, leftOut: 0 }, await mutedFor(request)))
    },
  }
}

const NOTHING: ReadonlySet<string> = new Set()
