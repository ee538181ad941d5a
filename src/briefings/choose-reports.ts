import { newestAt, type Reported, reportedAt } from '../articles/reported-at.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { eventWords, type EventWords, headlineWords, nearness } from '../summaries/event-words.ts'
import { formOf, type ReportForm } from '../summaries/report-form.ts'
import { type StoryMark, versionKey } from './mark-stories.ts'
import { createPastReader } from './past-headlines.ts'
import { createNewsReader, newsIn, wordsOf } from './read-news.ts'

/** A report that its story may be told from. */
export interface ToldReport {
  readonly article: PlacedArticle
  readonly form: ReportForm
  /** Its part in what all reports say together (`EventWords.voices`). */
  readonly voice: number
  /** How much of its headline is new to the reader, 0 to 1; 0 if the whole story is new. */
  readonly news: number
}

/** The reports of one language that a story is told from. */
export interface ToldReports {
  /**
   * Reports whose headlines may stand over the story and whose sentences tell it; at least one if it has any
   * article.
   */
  readonly reports: readonly ToldReport[]
  /** Other reports of the language that still tell how the story stands. */
  readonly background: readonly ToldReport[]
  readonly event: EventWords
  /** Why an editor would not tell the story; null if nothing speaks against it. */
  readonly refused: 'nothing-new' | 'no-report' | null
}

/**
 * Chooses the reports from which a story is told to a reader of these languages (ISO 639-1, preferred first).
 * They are in the first of these languages that has something to tell; if no report is in any, in the one
 * that most are in. Own reports come before copies, and reports before comments, explainers and pictures. An
 * updated story is told from reports that bring something its reader was not told.
 */
export function chooseReports(
  story: Pick<StoredStory, 'articles'>,
  chosen: StoryMark,
  reads: readonly string[],
  changed: ChangedReports = NOTHING_CHANGED,
): ToldReports {
  const own = ownAmong(standingAmong(story.articles))
  const unseen = chosen.mark === 'updated' ? new Set(chosen.unseen) : null
  const isFresh = (article: PlacedArticle): boolean =>
    unseen === null || unseen.has(versionKey({ articleId: article.id, version: article.version }))
  const from = newestAt(own.filter((article) => !isFresh(article))) - LATE_MS
  const told = byLanguage(own, reads).map((group) => ({
    ...choose(group, { isFresh, from }, changed),
    goesOn: group.some(isFresh) && !group.every(isFresh),
  }))
  const [first = NOTHING_TOLD] = told
  // Words are comparable within one language only. If outlets go on in one that the reader was told in, it
  // decides whether there is news.
  const going = told.filter(({ goesOn }) => goesOn)
  if (going.length > 0 && going.every(({ refused }) => refused !== null)) return going[0] ?? first
  return told.find(({ refused }) => refused === null) ?? first
}

/** What outlets changed in a story. `edits` are by article id. */
interface ChangedReports {
  readonly edits: ReadonlyMap<string, unknown>
  /** Ids of articles that were taken down. */
  readonly removed: ReadonlySet<string>
}

const NOTHING_CHANGED: ChangedReports = { edits: new Map(), removed: new Set() }

/** Returns the reports that were not taken down; all of them if there are no such. */
function standingAmong(articles: readonly PlacedArticle[]): readonly PlacedArticle[] {
  const standing = articles.filter(({ removal }) => removal === undefined)
  return standing.length === 0 ? articles : standing
}

const NOTHING_TOLD: ToldReports = {
  reports: [],
  background: [],
  event: { weights: new Map(), voices: [] },
  refused: 'no-report',
}

/** What the reader has not seen of a story. */
interface Unseen {
  readonly isFresh: (article: PlacedArticle) => boolean
  /** Milliseconds since 1970: reports from before bring the reader nothing new. */
  readonly from: number
}

/**
 * Milliseconds. A report this much older than one that the reader was told from, which came in late or from
 * another story, says how things stood before. One of some fifty updates of five days was such.
 */
const LATE_MS = 6 * 3_600_000

function choose(
  group: readonly PlacedArticle[],
  { isFresh, from }: Unseen,
  changed: ChangedReports,
): ToldReports {
  const seen = group.filter((article) => !isFresh(article))
  const known = seen.length === 0 ? null : seen
  const standing = latest(group)
  const fresh = standing.filter((article) => isFresh(article) && reportedAt(article) >= from)
  const newsOf = known === null ? null : createNewsReader(known, fresh)
  const formed = standing.map((article) => ({
    article,
    form: formOf({ ...article, language: article.tags.language }),
  }))
  const newest = newestAt(standing)
  const event = eventWords(formed.map(({ article, form }) => weighed(article, form, newest)))
  const all = formed.map(({ article, form }, i): ToldReport => ({
    article,
    form,
    voice: event.voices[i] ?? 0,
    news: newsOf?.(article).share ?? 0,
  }))
  const brought = new Set(fresh)
  const candidates = all.filter(({ article }) => brought.has(article))
  const plain = candidates.filter(({ form }) => form === 'report')
  const nearest = Math.max(...all.flatMap((one) => (one.form === 'report' ? [nearTo(event, one)] : [])))
  const near = plain.filter((report) => nearTo(event, report) >= LEAST_NEAR * nearest)
  const telling =
    newsOf === null
      ? near
      : standingNews(
          near,
          ({ article }) => newsOf(article).isNews,
          all.map(({ article }) => article),
        )
  const [reports, refused] = pick(candidates, plain, telling, all, changed)
  return { reports, background: all.filter((one) => !reports.includes(one)), event, refused }
}

/**
 * Returns the reports that bring news. If all of these are outdated by now, returns what came after the first
 * of them: that ten died was new, and so is "dozens", which headlines told later.
 */
function standingNews(
  near: readonly ToldReport[],
  isNews: (report: ToldReport) => boolean,
  all: readonly PlacedArticle[],
): readonly ToldReport[] {
  const news = near.filter(isNews)
  if (news.length === 0) return news
  const isPast = createPastReader(all)
  if (news.some(({ article }) => !isPast(article))) return news
  const first = Math.min(...news.map(({ article }) => reportedAt(article)))
  const since = near.filter(({ article }) => reportedAt(article) > first && !isPast(article))
  return since.length === 0 ? news : since
}

function pick(
  candidates: readonly ToldReport[],
  plain: readonly ToldReport[],
  telling: readonly ToldReport[],
  all: readonly ToldReport[],
  { edits, removed }: ChangedReports,
): readonly [readonly ToldReport[], ToldReports['refused']] {
  if (telling.length > 0) return [telling, null]
  const correcting = all.filter(({ article }) => edits.has(article.id) || removed.has(article.id))
  if (correcting.length > 0) return [correcting, null]
  const standing = all.filter(({ form }) => form === 'report')
  if (removed.size > 0 && standing.length > 0) return [standing, null]
  if (plain.length > 0) return [plain, 'nothing-new']
  if (standing.length > 0) return [candidates.length > 0 ? candidates : all, 'nothing-new']
  return [candidates.length > 0 ? candidates : all, 'no-report']
}

/**
 * A report tells something else if its headline is less than this part as near to the event as the nearest
 * one.
 */
const LEAST_NEAR = 0.5

const nearTo = (event: EventWords, { article: { title, tags }, voice }: ToldReport): number =>
  nearness(headlineWords(title, tags.language), event, voice)

/** How much a report speaks for its event halves in this time; a comment or the like has a quarter of it. */
const HALF_LIFE_MS = 12 * 3_600_000
const QUIET = 0.25

const weighed = (article: PlacedArticle, form: ReportForm, newest: number) => ({
  title: article.title,
  text: article.text,
  language: article.tags.language,
  outlet: article.sourceId,
  weight: 2 ** ((reportedAt(article) - newest) / HALF_LIFE_MS) * (form === 'report' ? 1 : QUIET),
})

/**
 * Returns the reports of a story whose headline says what no earlier headline or opening did, oldest first,
 * in the language that the reader prefers.
 */
export function newsInTurn(
  articles: readonly PlacedArticle[],
  reads: readonly string[],
): readonly PlacedArticle[] {
  const [group = []] = byLanguage(ownAmong(articles), reads)
  const before = new Set<string>()
  return group
    .filter((article) => formOf({ ...article, language: article.tags.language }) === 'report')
    .toSorted((one, other) => reportedAt(one) - reportedAt(other))
    .filter((article) => {
      const { isNews } = newsIn(article, before)
      for (const word of wordsOf(article)) before.add(word)
      return isNews
    })
}

/** What tells a report's language and age, and whether it is a copy. */
export interface Placed extends Reported {
  readonly copyOf: string | null
  readonly tags: { readonly language: string }
}

/** Returns own reports; copies if there are no others. */
export function ownAmong<T extends Placed>(articles: readonly T[]): readonly T[] {
  const own = articles.filter((article) => article.copyOf === null)
  return own.length === 0 ? articles : own
}

/**
 * Groups articles by language, in the order of the reader's languages (ISO 639-1, preferred first). If no
 * article is in any of these, returns the group of the language that most are in.
 */
export function byLanguage<T extends Placed>(
  articles: readonly T[],
  reads: readonly string[],
): readonly (readonly T[])[] {
  const groups = Map.groupBy(articles, ({ tags }) => tags.language)
  const readable = reads.flatMap((code) => {
    const group = groups.get(code)
    return group === undefined ? [] : [group]
  })
  return readable.length > 0 ? readable : [...groups.values()].sort((a, b) => b.length - a.length).slice(0, 1)
}

/** How long before its newest report a report still tells how the story stands. */
const STANDS_MS = 20 * 3_600_000

export function latest<T extends Reported>(articles: readonly T[]): readonly T[] {
  const newest = newestAt(articles)
  return articles.filter((article) => reportedAt(article) >= newest - STANDS_MS)
}
