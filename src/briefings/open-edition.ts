import type { Source } from '../feeds/source.ts'
import type { Summarize, Summary } from '../summaries/summary.ts'
import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import type { BriefedStory, Briefing, Section } from './briefing.ts'
import { chooseStories, type Choice, type ChosenStory, type ToldStories } from './choose-stories.ts'
import { coverageOf } from './coverage.ts'
import { createStoryReader } from './create-story-reader.ts'
import { createMarker, type Marker, type SharedMark } from './create-marker.ts'
import { isNews } from './is-news.ts'
import { matchStories, type Match } from './match-stories.ts'
import type { NewsArchive, StoryAbout, StoryOutline } from './news-archive.ts'
import { nameSection } from './name-section.ts'
import { remember } from './remember.ts'
import { storiesSaying } from './stories-saying.ts'
import { factsOf } from './story-facts.ts'
import { summaryRequestOf, tellStory } from './tell-story.ts'
import { titleOf } from './title-of.ts'
import { wishOf } from './wish-of.ts'

/**
 * An article is kept some time after it was seen, so what was seen shortly before the last briefing may have missed it. What was told since is known, so
 * looking at it again repeats nothing.
 */
const LATE_MS = 10 * 60_000

export interface BriefingSettings {
  readonly sources: readonly Source[]
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** Summaries for requests with `model`; without it those too are told in the outlets' own sentences. */
  readonly summarize?: Summarize | undefined
}

export interface Period {
  /** Milliseconds since 1970. */
  readonly from: number
  /** A scheduled briefing tells only what moved; one asked for by hand tells the period whole. */
  readonly onlyMoved: boolean
  /** Only these stories; all where it is not given. */
  readonly among?: ReadonlySet<string>
}

export interface Composed {
  readonly briefing: Briefing
  /** What the destination knows once this was delivered. */
  readonly told: readonly Telling[]
}

type Choosing = ChosenStory & { readonly marked: SharedMark }

interface Telling {
  readonly storyId: string
  readonly at: number
  readonly articles: readonly string[]
}

/** The news of one moment, for any number of readers. */
export interface Edition {
  /** Composes the briefing of one request. Equal wishes of readers who know the same get the same objects back. */
  compose(request: BriefingRequest, period: Period, told: ToldStories): Promise<Composed>
  /** Stories that moved since `from` and that a request asks for, strongest first, with what each is to this reader. */
  match(request: BriefingRequest, from: number, told: ToldStories): Promise<readonly MarkedMatch[]>
  /** A briefing of one of them alone. */
  composeStory(request: BriefingRequest, from: number, found: MarkedMatch): Promise<Composed>
}

interface MarkedMatch {
  readonly match: Match<StoryOutline>
  readonly marked: SharedMark
}

/**
 * Opens an edition of the news between `from` and `now` (milliseconds since 1970), of the `most` strongest stories where so many moved; no period may begin before. Stories are read, matched, marked and
 * told once, whoever asks: ten thousand subscriptions wish a few hundred different things. With `about`, for one wish alone. Reads the archive, writes nothing.
 * Ask what readers were told after this: it then knows every merge of stories that the edition knows.
 */
export async function openEdition(
  archive: NewsArchive,
  settings: BriefingSettings,
  span: { readonly from: number; readonly now: number; readonly most?: number; readonly about?: StoryAbout },
): Promise<Edition> {
  const { now, most, about } = span
  const pause = shareTheThread()
  const sources = new Map(settings.sources.map((source) => [source.id, source]))
  let states: ReturnType<NewsArchive['feedStates']> | null = null
  const heads = await archive.storyHeads({
    from: span.from - LATE_MS,
    to: now,
    ...(most !== undefined && { most }),
    ...(about !== undefined && { about }),
  })
  const bounded = heads.length === most ? { lookedAt: most } : {}
  let mutes: ReturnType<NewsArchive['muted']> | null = null
  const readMuted = () => (mutes ??= archive.muted())
  const readStates = () => (states ??= archive.feedStates())
  const versions = remember((articleId: string) => archive.versions(articleId))
  const newsSince = remember(async (from: number) => {
    const news = heads.filter((story) => story.lastAt >= from && isNews(story, from))
    for (const story of news) {
      factsOf(story)
      await pause()
    }
    return news
  })
  const coverageSince = remember(async (from: number) =>
    coverageOf(settings.sources, await readStates(), from),
  )
  const readWhole = createStoryReader(archive, heads, pause)
  const markers = new Map<number, Marker>()
  const matches = new Map<string, readonly Match<StoryOutline>[]>()
  const tellings = new Map<string, BriefedStory>()
  const pages = new Map<string, Composed>()
  const choices = new WeakMap<ToldStories, Map<string, Choice<SharedMark>>>()

  async function matchesOf(request: BriefingRequest, from: number): Promise<readonly Match<StoryOutline>[]> {
    const key = `${from} ${wishOf(request)}`
    const known = matches.get(key)
    if (known !== undefined) return known
    const saying = await storiesSaying(request, { from, now }, archive)
    const found = matchStories(await newsSince(from), request, { ...settings, saying, now })
    matches.set(key, found)
    return found
  }

  async function marksOf(
    found: readonly Match<StoryOutline>[],
    from: number,
    told: ToldStories,
  ): Promise<ReadonlyMap<string, SharedMark>> {
    const marker = markers.get(from) ?? createMarker(from, versions)
    markers.set(from, marker)
    return marker.mark(
      found.map(({ story }) => story),
      told,
    )
  }

  async function choose(
    request: BriefingRequest,
    { from, onlyMoved, among }: Period,
    told: ToldStories,
  ): Promise<Choice<SharedMark>> {
    const muted = (await readMuted()).get(request.to) ?? NOTHING
    const key = JSON.stringify([from, onlyMoved, wishOf(request), [...muted], among && [...among]])
    const own = choices.get(told) ?? new Map<string, Choice<SharedMark>>()
    choices.set(told, own)
    const known = own.get(key)
    if (known !== undefined) return known
    const since = onlyMoved ? from - LATE_MS : from
    const found = (await matchesOf(request, since)).filter(
      ({ story }) => !muted.has(story.id) && (among?.has(story.id) ?? true),
    )
    const marks = await marksOf(found, since, told)
    const choice = chooseStories(found, request, marks, onlyMoved)
    own.set(key, choice)
    return choice
  }

  async function tell(
    chosen: Choosing,
    language: string,
    summary: Summary | undefined,
  ): Promise<BriefedStory | null> {
    const key = `${chosen.marked.serial} ${language} ${summary === undefined}`
    const known = tellings.get(key)
    if (known !== undefined) return known
    const whole = await readWhole(chosen.id)
    if (whole === null) return null
    await pause()
    const edits = chosen.marked.edits.material
    const story = tellStory(whole, chosen, { sources, language, edits, summary })
    tellings.set(key, story)
    return story
  }

  /** Asked for all stories at once: a model answers several side by side, and slowly. */
  async function summariesFor(
    chosen: readonly Choosing[],
    { language, model }: BriefingRequest,
  ): Promise<ReadonlyMap<string, Summary>> {
    const { summarize } = settings
    if (model !== true || summarize === undefined) return new Map()
    const summaries = chosen.map(async (story): Promise<readonly [string, Summary]> => {
      const whole = await readWhole(story.id)
      if (whole === null) return [story.id, { sentences: [] }]
      return [story.id, await summarize(summaryRequestOf(whole, story, language))]
    })
    return new Map(await Promise.all(summaries))
  }

  async function page(
    request: BriefingRequest & { readonly title: string },
    from: number,
    choice: Choice<SharedMark>,
  ): Promise<Composed> {
    const { language, title, zone } = request
    const summaries = await summariesFor(
      choice.sections.flatMap(({ stories }) => stories),
      request,
    )
    const told: Telling[] = []
    const onPage = new Set<string>()
    const sections: Section[] = []
    for (const { region, stories, leftOut } of choice.sections) {
      const own: BriefedStory[] = []
      for (const chosen of stories) {
        const story = await tell(chosen, language, summaries.get(chosen.id))
        if (story === null) continue
        told.push({ storyId: chosen.id, at: now, articles: chosen.marked.knownAfter })
        // Two that were merged since the news was read are one.
        if (!onPage.has(story.id)) own.push(story)
        onPage.add(story.id)
      }
      sections.push({ region, name: nameSection(region, settings.regions, language), stories: own, leftOut })
    }
    const coverage = await coverageSince(from)
    return {
      briefing: {
        title,
        from,
        to: now,
        zone,
        language,
        sections,
        leftOut: choice.leftOut,
        coverage,
        ...bounded,
      },
      told,
    }
  }

  async function sharedPage(
    request: BriefingRequest,
    from: number,
    choice: Choice<SharedMark>,
  ): Promise<Composed> {
    const { language, zone, model = false } = request
    const serials = choice.sections.map(({ region, stories, leftOut }) => [
      region,
      leftOut,
      stories.map(({ marked }) => marked.serial),
    ])
    const title = titleOf(request, settings, language)
    const key = JSON.stringify([from, language, title, zone, model, choice.leftOut, serials])
    const composed = pages.get(key) ?? (await page({ ...request, title }, from, choice))
    pages.set(key, composed)
    return composed
  }

  return {
    async compose(request, period, told) {
      await pause()
      return sharedPage(request, period.from, await choose(request, period, told))
    },
    async match(request, from, told) {
      await pause()
      const muted = (await readMuted()).get(request.to) ?? NOTHING
      const found = (await matchesOf(request, from - LATE_MS)).filter(({ story }) => !muted.has(story.id))
      const marks = await marksOf(found, from - LATE_MS, told)
      return found.flatMap((match) => {
        const marked = marks.get(match.story.id)
        return marked === undefined ? [] : [{ match, marked }]
      })
    },
    composeStory(request, from, { match, marked }) {
      const { story, section, countries, topics } = match
      const { mark, unseen } = marked
      const chosen = { id: story.id, mark, unseen, countries, topics, marked }
      const sections = [{ region: section, stories: [chosen], leftOut: 0 }]
      return sharedPage(request, from, { sections, leftOut: 0 })
    },
  }
}

const NOTHING: ReadonlySet<string> = new Set()
