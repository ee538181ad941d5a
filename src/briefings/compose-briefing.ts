import type { Source } from '../feeds/source.ts'
import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import { parseExpression } from '../subscriptions/expression/parse-expression.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import { say } from '../words/say.ts'
import type { Briefing, Section } from './briefing.ts'
import { chooseStories, versionKey, type ToldStories } from './choose-stories.ts'
import { coverageOf } from './coverage.ts'
import { findEdits } from './find-edits.ts'
import type { NewsArchive, StoryOutline } from './news-archive.ts'
import { NO_PLACE } from './place-story.ts'
import { tellStory } from './tell-story.ts'

/** An entry older than this when we first saw it is an archive piece, not news: a new feed shows weeks of them. */
export const NEWS_AGE_MS = 48 * 3_600_000

export interface BriefingSettings {
  readonly sources: readonly Source[]
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
}

export interface Period {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly now: number
  /** A scheduled briefing tells only what moved; one asked for by hand tells the period whole. */
  readonly onlyMoved: boolean
  /** Only these stories; all where it is not given. */
  readonly among?: ReadonlySet<string>
}

export interface Composed {
  readonly briefing: Briefing
  /** What the destination knows once this was delivered. */
  readonly told: readonly {
    readonly storyId: string
    readonly at: number
    readonly articles: readonly string[]
  }[]
}

/**
 * Composes the briefing of one request for one period, against what its destination was told before.
 * Reads the archive, writes nothing.
 */
export async function composeBriefing(
  request: BriefingRequest,
  period: Period,
  archive: NewsArchive,
  settings: BriefingSettings,
): Promise<Composed> {
  const told = await archive.told(request.to)
  const outlines = (await archive.storyHeads({ from: period.from, to: period.now })).filter((story) =>
    isNews(story, period.from),
  )
  const edits = await findEdits(outlines, told, period, archive)
  const choice = chooseStories(among(outlines, period.among), request, {
    regions: settings.regions,
    topics: settings.topics,
    told: withoutIrrelevant(told, edits.immaterial),
    saying: await storiesSaying(request, period, archive),
    muted: await archive.muted(request.to),
    now: period.now,
    onlyMoved: period.onlyMoved,
  })
  const ids = choice.sections.flatMap((section) => section.stories.map((story) => story.id))
  const whole = new Map((await archive.stories(ids)).map((story) => [story.id, story]))
  const sources = new Map(settings.sources.map((source) => [source.id, source]))

  const sections: Section[] = choice.sections.map(({ region, stories, leftOut }) => ({
    region,
    name: nameOf(region, settings.regions, request.language),
    stories: stories.flatMap((chosen) => {
      const story = whole.get(chosen.id)
      return story === undefined
        ? []
        : [tellStory(story, chosen, { sources, language: request.language, edits: edits.material })]
    }),
    leftOut,
  }))
  const outlineOf = new Map(outlines.map((story) => [story.id, story]))
  return {
    briefing: {
      title: request.title,
      from: period.from,
      to: period.now,
      zone: request.zone,
      language: request.language,
      sections,
      leftOut: choice.leftOut,
      coverage: coverageOf(settings.sources, await archive.feedStates(), period.from),
    },
    told: ids.flatMap((storyId) => {
      const reports = outlineOf.get(storyId)?.reports ?? []
      const articles = [...new Set([...(told.get(storyId)?.articles ?? []), ...reports.map(versionKey)])]
      return [{ storyId, at: period.now, articles }]
    }),
  }
}

const among = (stories: readonly StoryOutline[], ids: Period['among']): readonly StoryOutline[] =>
  ids === undefined ? stories : stories.filter((story) => ids.has(story.id))

/** Stories that say what the expression of the request asks; null without one. An unreadable one matches nothing. */
export async function storiesSaying(
  request: Pick<BriefingRequest, 'expression'>,
  period: Pick<Period, 'from' | 'now'>,
  archive: Pick<NewsArchive, 'storiesSaying'>,
): Promise<ReadonlySet<string> | null> {
  if (request.expression === undefined) return null
  const parsed = parseExpression(request.expression)
  if (parsed.status === 'mistake') return new Set()
  // Articles are dated by their publication, a period by when we saw them.
  const window = { from: period.from - NEWS_AGE_MS, to: period.now }
  return archive.storiesSaying(parsed.expression, window)
}

/** True when a report of the period was fresh when we first saw it. */
export function isNews(story: StoryOutline, from: number): boolean {
  return story.reports.some((report) => {
    const published = report.publishedAt ?? report.seenAt
    return report.seenAt - published <= NEWS_AGE_MS && (report.seenAt >= from || report.version > 1)
  })
}

function withoutIrrelevant(
  told: ToldStories,
  immaterial: ReadonlyMap<string, readonly string[]>,
): ToldStories {
  if (immaterial.size === 0) return told
  return new Map(
    [...told].map(([id, { articles }]) => [id, { articles: [...articles, ...(immaterial.get(id) ?? [])] }]),
  )
}

function nameOf(regionId: string, regions: readonly Region[], language: string): string {
  if (regionId === NO_PLACE) return say('section.noPlace', language)
  const own = language.split('-')[0] ?? 'en'
  const names = regions.find((region) => region.id === regionId)?.names
  return names?.[own] ?? names?.en ?? regionId
}
