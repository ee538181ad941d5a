import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { CountryTag, TopicTag } from '../tagging/tags.ts'
import { fitOf, misfit } from './misfit.ts'
import { NO_PLACE, sectionOf, storyCountries } from './place-story.ts'
import { storyTopics } from './story-topics.ts'
import { weighStory } from './weigh-story.ts'

/** A story as the store gives it for choosing: no text. */
export interface Candidate {
  readonly id: string
  readonly lastAt: number
  readonly reports: readonly CandidateReport[]
}

export interface CandidateReport {
  readonly articleId: string
  readonly sourceId: string
  readonly language: string
  readonly version: number
  readonly copyOf: string | null
  readonly agency: string | null
  readonly countries: readonly CountryTag[]
  readonly topics: readonly TopicTag[]
  readonly people: readonly string[]
}

/** What the reader was told before: per story the article versions, as `articleId@version`. */
export type ToldStories = ReadonlyMap<string, { readonly articles: readonly string[] }>

export interface Choice {
  readonly sections: readonly {
    readonly region: string
    readonly stories: readonly ChosenStory[]
    readonly leftOut: number
  }[]
  readonly leftOut: number
}

export interface ChosenStory {
  readonly id: string
  readonly mark: 'new' | 'updated' | null
  readonly countries: readonly string[]
  readonly topics: readonly string[]
  /** `articleId@version` the reader has not seen. */
  readonly unseen: readonly string[]
}

export interface Circumstances {
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  readonly told: ToldStories
  /** Stories that say what the expression of the request asks; null without one. */
  readonly saying?: ReadonlySet<string> | null
  /** Stories that the reader has heard enough of. */
  readonly muted?: ReadonlySet<string>
  readonly now: number
  /** Stories that did not move since they were told stay out; a briefing asked for by hand shows them without a mark. */
  readonly onlyMoved: boolean
}

export const versionKey = (report: { readonly articleId: string; readonly version: number }): string =>
  `${report.articleId}@${report.version}`

/**
 * Chooses and orders stories for one request: what matches, by section, strongest first, at most `perSection` each and
 * `stories` in all. What matched but did not fit is counted, never dropped in silence.
 */
export function chooseStories(
  candidates: readonly Candidate[],
  request: BriefingRequest,
  around: Circumstances,
): Choice {
  const fit = fitOf(request, around)

  const matching = candidates.flatMap((story) => {
    const countries = storyCountries(story.reports)
    const topics = storyTopics(story.reports)
    if (misfit(story, { countries, topics }, fit) !== null) return []
    const { mark, unseen } = markStory(story, around.told)
    if (around.onlyMoved && mark === null) return []
    const weight = weighStory(story, around.now)
    return [
      {
        id: story.id,
        mark,
        unseen,
        countries,
        topics,
        weight,
        section: sectionOf(countries, around.regions, fit.countries),
      },
    ]
  })
  matching.sort((a, b) => b.weight - a.weight || a.id.localeCompare(b.id))

  const perSection = new Map<string, { stories: typeof matching; leftOut: number }>()
  let room = request.stories
  for (const story of matching) {
    const section = perSection.get(story.section) ?? { stories: [], leftOut: 0 }
    perSection.set(story.section, section)
    if (room > 0 && section.stories.length < request.perSection) {
      section.stories.push(story)
      room--
    } else section.leftOut++
  }
  const sections = [...perSection].map(([region, { stories, leftOut }]) => ({ region, stories, leftOut }))
  return {
    sections: inReadingOrder(sections.filter((section) => section.stories.length > 0)),
    leftOut: sections.reduce((sum, section) => sum + section.leftOut, 0),
  }
}

/** Sections follow their strongest story; what has no place comes last. */
function inReadingOrder<T extends { readonly region: string }>(sections: readonly T[]): T[] {
  return [...sections.filter((s) => s.region !== NO_PLACE), ...sections.filter((s) => s.region === NO_PLACE)]
}

/** A story moved when it has a version we have not told that is more than one more copy of a text we told. */
function markStory(story: Candidate, told: ToldStories): { mark: ChosenStory['mark']; unseen: string[] } {
  const before = told.get(story.id)
  if (before === undefined) return { mark: 'new', unseen: story.reports.map(versionKey) }
  const seen = new Set(before.articles)
  const unseen = story.reports.filter((report) => !seen.has(versionKey(report)))
  const moved = unseen.some((report) => report.copyOf === null)
  return { mark: moved ? 'updated' : null, unseen: unseen.map(versionKey) }
}
