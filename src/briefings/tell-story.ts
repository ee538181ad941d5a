import { newestAt, type Reported, reportedAt } from '../articles/reported-at.ts'
import type {
  AlsoRunning,
  BriefedOutlet,
  BriefedSentence,
  BriefedStory,
  Change,
} from '../records/briefing.ts'
import type { Source } from '../records/source.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { medoidTitle } from '../stories/medoid.ts'
import { extractSummary } from '../summaries/summarise.ts'
import type { SpanSentence, Summary, SummaryRequest } from '../summaries/summary.ts'
import type { Edit } from './describe-edit.ts'
import { type StoryMark, versionKey } from './mark-stories.ts'
import { countIndependent, reportsOf } from './story-facts.ts'

/** Three sentences or some eighty words: what a reader takes in before deciding to open a source. */
const SENTENCES = 3
export const SUMMARY_WORDS = 85

/** A story as it is told to one reader. */
export interface ChosenStory extends StoryMark {
  readonly id: string
  readonly countries: readonly string[]
  readonly topics: readonly string[]
}

/** For whom a story is told, and what is known beside it. */
export interface TellOptions {
  readonly sources: ReadonlyMap<string, Source>
  /** BCP 47 language of the reader: sentences in it are preferred where an outlet has them. */
  readonly language: string
  /** Edits by article id. */
  readonly edits: ReadonlyMap<string, Edit & { readonly at: number }>
  /** What was made of `summaryRequestOf` this story for the same language; the outlets' own sentences where it is not given. */
  readonly summary?: Summary | undefined
}

/** What the summary of a story for this reader is made from. */
export function summaryRequestOf(story: StoredStory, chosen: ChosenStory, language: string): SummaryRequest {
  return requestOf(citable(toldOf(story, chosen, language)))
}

/**
 * Tells one story: headline, verbatim sentences, who reports it, what was changed. A story told before is told by what
 * is new in it: headline and sentences come from the reports this reader has not seen. One that runs for days is told as
 * it stands, not as it began.
 */
export function tellStory(story: StoredStory, chosen: ChosenStory, options: TellOptions): BriefedStory {
  return tellWithReports(story, chosen, options).briefed
}

/** `tellStory` with the reports that stand for its outlets, in their order. */
export function tellWithReports(
  story: StoredStory,
  chosen: ChosenStory,
  options: TellOptions,
): { readonly briefed: BriefedStory; readonly listed: readonly PlacedArticle[] } {
  const told = toldOf(story, chosen, options.language)
  const cited = citable(told)
  const { sentences, headline }: Summary = options.summary ?? extractSummary(requestOf(cited))
  const chosenHeadline = cited[headline ?? -1]
  const headlined = chosenHeadline ?? headlinedAmong(told)
  const edited = story.articles.filter((article) => options.edits.has(article.id))
  const order = sentences.flatMap(({ article }) => cited[article] ?? [])
  const listed = listOutlets(story.articles, [...order, ...edited])
  const briefed: BriefedStory = {
    id: story.id,
    headline: headlined?.title ?? '',
    ...(chosenHeadline !== undefined && { headlineBy: 'model' }),
    language: headlined?.tags.language ?? 'und',
    mark: chosen.mark,
    sentences: sentences.flatMap((sentence) => citing(sentence, cited, listed)),
    outlets: listed.map((article) => describeOutlet(article, options.sources, story.articles)),
    independentReports: countIndependent(reportsOf(story)),
    countries: chosen.countries,
    topics: chosen.topics,
    changes: listed.flatMap((article, outlet): Change[] => {
      const edit = options.edits.get(article.id)
      return edit === undefined ? [] : [{ outlet, ...edit }]
    }),
    lastAt: newestAt(story.articles),
  }
  return { briefed, listed }
}

/** A story by the headline under which it would be told to a reader of this language, and where that leads. */
export function nameStory(
  story: StoredStory,
  chosen: ChosenStory,
  language: string,
): AlsoRunning['stories'][number] {
  const headlined = headlinedAmong(toldOf(story, chosen, language))
  return {
    id: story.id,
    headline: headlined?.title ?? '',
    language: headlined?.tags.language ?? 'und',
    url: headlined?.url ?? null,
  }
}

/** What of a report its story's headline is chosen by. */
export interface Titled extends Reported {
  readonly title: string
  readonly copyOf: string | null
  readonly tags: { readonly language: string }
}

/** The title under which a whole story is told to a reader of a language (BCP 47), and its own language (ISO 639-1). */
export function headlineOf(
  story: { readonly articles: readonly Titled[] },
  language: string,
): { readonly title: string; readonly language: string } {
  const headlined = headlinedAmong(latest(readable(ownAmong(story.articles), language)))
  return { title: headlined?.title ?? '', language: headlined?.tags.language ?? 'und' }
}

function headlinedAmong<T extends Titled>(told: readonly T[]): T | undefined {
  const inOrder = told.toSorted((one, other) => reportedAt(one) - reportedAt(other))
  return inOrder[medoidTitle(inOrder.map(({ title, tags }) => ({ title, language: tags.language })))]
}

const toldOf = (story: StoredStory, chosen: ChosenStory, language: string): readonly PlacedArticle[] =>
  latest(readable(unseenOf(story, chosen), language))

/** What is told from: reports of their own rather than copies, and of an updated story those the reader has not seen. */
function unseenOf(story: StoredStory, chosen: ChosenStory): readonly PlacedArticle[] {
  const own = ownAmong(story.articles)
  if (chosen.mark !== 'updated') return own
  const unseen = new Set(chosen.unseen)
  const fresh = own.filter(({ id, version }) => unseen.has(versionKey({ articleId: id, version })))
  return fresh.length > 0 ? fresh : own
}

function ownAmong<T extends Titled>(articles: readonly T[]): readonly T[] {
  const own = articles.filter((article) => article.copyOf === null)
  return own.length === 0 ? articles : own
}

/** How long before its newest report a report still tells how the story stands. */
const STANDS_MS = 20 * 3_600_000

function latest<T extends Titled>(articles: readonly T[]): readonly T[] {
  const newest = newestAt(articles)
  return articles.filter((article) => reportedAt(article) >= newest - STANDS_MS)
}

/** A sentence that no reader could look up is not told: articles without an address are not cited. */
const citable = (articles: readonly PlacedArticle[]): readonly PlacedArticle[] =>
  articles.filter((article) => article.url !== null)

const requestOf = (articles: readonly PlacedArticle[]): SummaryRequest => ({
  articles: articles.map(({ id, version, title, text, sourceId, tags }) => ({
    id,
    version,
    title,
    text,
    outlet: sourceId,
    language: tags.language,
  })),
  sentences: SENTENCES,
  words: SUMMARY_WORDS,
})

/** A sentence with the version it cites, or none where that was not given. */
function citing(
  { article: index, ...sentence }: SpanSentence,
  cited: readonly PlacedArticle[],
  listed: readonly PlacedArticle[],
): readonly BriefedSentence[] {
  const article = cited[index]
  if (article === undefined) return []
  const { id: articleId, version, tags } = article
  return [{ ...sentence, language: tags.language, outlet: listed.indexOf(article), articleId, version }]
}

/** Reports a reader of this language can read, else English ones, else those in the language that most are in: headline and sentences are in one. */
function readable<T extends Titled>(articles: readonly T[], language: string): readonly T[] {
  const own = language.split('-')[0]
  for (const wanted of [own, 'en']) {
    const inLanguage = articles.filter((article) => article.tags.language === wanted)
    if (inLanguage.length > 0) return inLanguage
  }
  return [...Map.groupBy(articles, ({ tags }) => tags.language).values()].reduce<readonly T[]>(
    (most, same) => (same.length > most.length ? same : most),
    [],
  )
}

/** Cited articles in the order of citation, then the newest of every other outlet: own reports before copies. */
function listOutlets(articles: readonly PlacedArticle[], cited: readonly PlacedArticle[]): PlacedArticle[] {
  const listed = [...new Set(cited)]
  const sources = new Set(listed.map((article) => article.sourceId))
  const byWorth = [...articles].sort(
    (a, b) => Number(a.copyOf !== null) - Number(b.copyOf !== null) || reportedAt(b) - reportedAt(a),
  )
  for (const article of byWorth) {
    if (sources.has(article.sourceId)) continue
    sources.add(article.sourceId)
    listed.push(article)
  }
  return listed
}

export function describeOutlet(
  article: PlacedArticle,
  sources: ReadonlyMap<string, Source>,
  articles: readonly PlacedArticle[],
): BriefedOutlet {
  const source = sources.get(article.sourceId)
  return {
    sourceId: article.sourceId,
    name: source?.name ?? article.sourceId,
    country: source?.country ?? '',
    ownership: source?.ownership ?? null,
    language: article.tags.language,
    url: article.url,
    title: article.title,
    publishedAt: article.publishedAt,
    carries: carriedFrom(article, sources, articles),
  }
}

/** Whose text it carries: the agency it credits, else the outlet whose text it repeats; null for an own report. */
function carriedFrom(
  article: PlacedArticle,
  sources: ReadonlyMap<string, Source>,
  articles: readonly PlacedArticle[],
): string | null {
  if (sources.get(article.sourceId)?.agency === true) return null
  if (article.agency !== null) return article.agency
  if (article.copyOf === null) return null
  const origin = articles.find((other) => other.id === article.copyOf)
  if (origin === undefined || origin.sourceId === article.sourceId) return null
  return sources.get(origin.sourceId)?.name ?? origin.sourceId
}
