import type { BriefedOutlet, BriefedStory, Briefing } from '../records/briefing.ts'
import type { SearchResults, SourceHealth, Trace } from '../records/message.ts'
import { webAddress } from '../words/web-address.ts'
import { quotable } from './quotable.ts'
import type {
  BriefingAnswer,
  SearchAnswer,
  SourcesAnswer,
  TrendsAnswer,
  StoryShape,
  WhyAnswer,
} from './shapes.ts'

/** Address of the pages without a final slash; null if no pages are served. */
export type SiteRoot = string | null

const timeOf = (at: number): string => new Date(at).toISOString()
const timeOrNull = (at: number | null): string | null => (at === null ? null : timeOf(at))

export function toStoryAnswer(told: BriefedStory, pages: SiteRoot): StoryShape {
  const outlets = told.outlets.map(toOutletAnswer)
  const nameOf = (outlet: number): string => outlets[outlet]?.name ?? ''
  return {
    id: told.id,
    handle: told.handle ?? null,
    page: pages === null ? null : `${pages}/stories/${encodeURIComponent(told.id)}`,
    headline: quotable(told.headline),
    language: told.language,
    lastAt: timeOf(told.lastAt),
    countries: [...told.countries],
    topics: [...told.topics],
    independentReports: told.independentReports,
    sentences: told.sentences.map(({ text, language, outlet, articleId, version, saidBy }) => ({
      text: quotable(text),
      language,
      saidBy: saidBy === undefined ? null : quotable(saidBy),
      outlet: nameOf(outlet),
      url: outlets[outlet]?.url ?? null,
      articleId,
      version,
    })),
    outlets,
    developments: (told.developments ?? []).map((one) => ({
      kind: one.kind,
      days: one.kind === 'quiet' ? one.days : null,
      toll: one.kind === 'figure' ? one.what : null,
      before: one.kind === 'figure' ? String(one.before.value) : one.kind === 'state' ? one.before : null,
      now: one.kind === 'figure' ? String(one.now.value) : one.kind === 'state' ? one.now : null,
      by: quotableOrNull(one.kind === 'figure' ? one.countedBy : 'speaker' in one ? one.speaker : null),
      words: quotableOrNull(one.kind === 'quiet' ? null : one.words),
      outlet: one.kind === 'quiet' ? null : nameOf(one.outlet),
      url: one.kind === 'quiet' ? null : webAddress(one.url),
    })),
    edits: told.changes.map(({ kind, outlet, before, after, at }) => ({
      kind,
      outlet: nameOf(outlet),
      before: quotableOrNull(before),
      after: quotable(after),
      at: timeOf(at),
    })),
    removals: (told.removals ?? []).map(({ outlet, seenAt, since, returnedAt = null }) => ({
      outlet: nameOf(outlet),
      url: outlets[outlet]?.url ?? null,
      seenAt: timeOf(seenAt),
      since: timeOf(since),
      returnedAt: timeOrNull(returnedAt),
    })),
  }
}

const quotableOrNull = (text: string | null): string | null => (text === null ? null : quotable(text))

const toOutletAnswer = (outlet: BriefedOutlet): StoryShape['outlets'][number] => ({
  name: quotable(outlet.name),
  country: outlet.country,
  ownership: outlet.ownership,
  title: quotable(outlet.title),
  language: outlet.language,
  url: webAddress(outlet.url),
  publishedAt: timeOrNull(outlet.publishedAt),
  carries: outlet.carries === null ? null : quotable(outlet.carries),
})

export function toBriefingAnswer(briefing: Briefing, pages: SiteRoot): BriefingAnswer {
  const { title, from, to, sections, leftOut, coverage } = briefing
  return {
    title: quotable(title),
    from: timeOf(from),
    to: timeOf(to),
    sections: sections.map(({ stories, region, name, leftOut }) => ({
      region,
      name,
      stories: stories.map((one) => toStoryAnswer(one, pages)),
      leftOut,
    })),
    leftOut,
    coverage: {
      sources: coverage.sources,
      answered: coverage.answered,
      failed: coverage.failed.map(({ name, kind }) => ({ source: name, kind })),
    },
  }
}

export function toSearchAnswer({ query, hits, note }: SearchResults, next: string | null): SearchAnswer {
  return {
    query: quotable(query),
    hits: hits.map((hit) => ({
      storyId: hit.storyId,
      title: quotable(hit.title),
      snippet: quotable(hit.snippet),
      language: hit.language,
      outlet: quotable(hit.sourceName),
      country: hit.country,
      url: webAddress(hit.url),
      publishedAt: timeOrNull(hit.publishedAt),
      moreOutlets: hit.moreOutlets,
      translated: hit.translated,
    })),
    note: note ?? null,
    next,
  }
}

export function toTrendsAnswer(results: SearchResults): TrendsAnswer {
  const { query, hits, note } = toSearchAnswer(results, null)
  return { query, days: [...(results.trend?.days ?? [])], stories: hits, note: note ?? '' }
}

export function toWhyAnswer({ title, titleLanguage, url, steps, members }: Trace): WhyAnswer {
  return {
    title: quotable(title),
    language: titleLanguage,
    url: webAddress(url),
    steps: steps.map(({ label, text }) => ({ label: quotable(label), text: quotable(text) })),
    reports: (members?.reports ?? []).map(({ label, text, url }) => ({
      label: quotable(label),
      text: quotable(text),
      url: webAddress(url),
    })),
    moreReports: members?.more ?? 0,
  }
}

export const toSourceAnswer = (source: SourceHealth): SourcesAnswer['sources'][number] => ({
  id: source.sourceId,
  name: source.name,
  country: source.country,
  language: source.language,
  ownership: source.ownership,
  state: source.state,
  lastSuccessAt: timeOrNull(source.lastSuccessAt),
  newestEntryAt: timeOrNull(source.newestEntryAt),
  articles: source.articles,
  usualPauseMinutes: source.rhythmMs === null ? null : Math.round(source.rhythmMs / 60_000),
  pushed: source.pushed,
  remark: source.remark === null ? null : quotable(source.remark),
  failures: source.failures.map(({ kind, times }) => ({ kind, count: times })),
})
