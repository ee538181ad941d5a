import { newestAt, type Reported, reportedAt } from '../articles/reported-at.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { eventWords, type EventWords, headlineWords, nearness } from '../summaries/event-words.ts'
import { formOf, type ReportForm } from '../summaries/report-form.ts'
import { type StoryMark, versionKey } from './mark-stories.ts'
import { createOutdatedCheck } from './outdated-headlines.ts'
import { createNewsMeasure, newsIn, wordsOf } from './read-news.ts'

/** A report that its story may be written from. */
export interface ReportCandidate {
  readonly article: PlacedArticle
  readonly form: ReportForm
  /** Its part in what all reports say together (`EventWords.voices`). */
  readonly voice: number
  /** How much of its headline is new to the reader, 0 to 1; 0 if the whole story is new. */
  readonly news: number
}

/** The reports of one language that a story is written from. */
export interface ReportChoice {
  /**
   * Reports whose headlines may stand over the story and whose sentences tell it; at least one if it has any
   * article.
   */
  readonly reports: readonly ReportCandidate[]
  /** Other reports of the language that still tell how the story stands. */
  readonly background: readonly ReportCandidate[]
  readonly event: EventWords
  /** Why an editor would not tell the story; null if nothing speaks against it. */
  readonly refused: 'nothing-new' | 'no-report' | null
}

/**
 * Chooses the reports from which a story is written for a reader of these languages (ISO 639-1, preferred
 * first). They are in the first of these languages that has something to tell; if no report is in any, in the
 * one that most are in. Own reports come before copies, and reports before comments, explainers and pictures.
 * An updated story is written from reports that bring something its reader was not sent.
 */
export function chooseReports(
  story: Pick<StoredStory, 'articles'>,
  chosen: StoryMark,
  reads: readonly string[],
  changed: ChangedReports = NOTHING_CHANGED,
): ReportChoice {
  const originals = originalsAmong(notRemovedAmong(story.articles))
  const unseen = chosen.mark === 'updated' ? new Set(chosen.unseen) : null
  const isFresh = (article: PlacedArticle): boolean =>
    unseen === null || unseen.has(versionKey({ articleId: article.id, version: article.version }))
  const from = newestAt(originals.filter((article) => !isFresh(article))) - SUPERSEDED_AFTER_MS
  const choices = byLanguage(originals, reads).map((group) => ({
    ...chooseInLanguage(group, { isFresh, from }, changed),
    isContinued: group.some(isFresh) && !group.every(isFresh),
  }))
  const [first = NO_REPORTS] = choices
  // Words are comparable within one language only. If outlets go on in one that the reader was sent, it
  // decides whether there is news.
  const continued = choices.filter(({ isContinued }) => isContinued)
  if (continued.length > 0 && continued.every(({ refused }) => refused !== null)) return continued[0] ?? first
  return choices.find(({ refused }) => refused === null) ?? first
}

/** What outlets changed in a story. `edits` are by article id. */
interface ChangedReports {
  readonly edits: ReadonlyMap<string, unknown>
  /** Ids of articles that were taken down. */
  readonly removed: ReadonlySet<string>
}

const NOTHING_CHANGED: ChangedReports = { edits: new Map(), removed: new Set() }

/** Returns the reports that were not taken down; all of them if there are no such. */
function notRemovedAmong(articles: readonly PlacedArticle[]): readonly PlacedArticle[] {
  const standing = articles.filter(({ removal }) => removal === undefined)
  return standing.length === 0 ? articles : standing
}

const NO_REPORTS: ReportChoice = {
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
 * Milliseconds. A report this much older than one that the reader was sent, which came in late or from
 * another story, says how things stood before; so does one this much older than the newest that brings news.
 * Of 77 updates of eight days of two streams one and five were such.
 */
const SUPERSEDED_AFTER_MS = 6 * 3_600_000

function chooseInLanguage(
  group: readonly PlacedArticle[],
  { isFresh, from }: Unseen,
  changed: ChangedReports,
): ReportChoice {
  const seen = group.filter((article) => !isFresh(article))
  const known = seen.length === 0 ? null : seen
  const current = currentAmong(group)
  const fresh = current.filter((article) => isFresh(article) && reportedAt(article) >= from)
  const newsOf = known === null ? null : createNewsMeasure(known, fresh)
  const formed = current.map((article) => ({
    article,
    form: formOf({ ...article, language: article.tags.language }),
  }))
  const newest = newestAt(current)
  const event = eventWords(formed.map(({ article, form }) => toEventReport(article, form, newest)))
  const all = formed.map(({ article, form }, i): ReportCandidate => ({
    article,
    form,
    voice: event.voices[i] ?? 0,
    news: newsOf?.(article).share ?? 0,
  }))
  const freshReports = new Set(fresh)
  const candidates = all.filter(({ article }) => freshReports.has(article))
  const plain = candidates.filter(({ form }) => form === 'report')
  const nearest = Math.max(...all.flatMap((one) => (one.form === 'report' ? [nearTo(event, one)] : [])))
  const near = plain.filter((report) => nearTo(event, report) >= LEAST_SHARE_OF_NEAREST * nearest)
  const newsworthy =
    newsOf === null
      ? standingAmong(near, plain)
      : lastOf(
          currentNews(
            near,
            ({ article }) => newsOf(article).isNews,
            all.map(({ article }) => article),
          ),
        )
  const [reports, refused] = pickReports(candidates, plain, newsworthy, all, changed)
  return { reports, background: all.filter((one) => !reports.includes(one)), event, refused }
}

/**
 * Returns the reports near the event. If all of these are outdated by now, returns the reports that are not:
 * one outlet's "one killed" and "two killed" are nearest to each other when it tells of six.
 */
function standingAmong(
  near: readonly ReportCandidate[],
  plain: readonly ReportCandidate[],
): readonly ReportCandidate[] {
  if (near.length === plain.length) return near
  const isOutdated = createOutdatedCheck(plain.map(({ article }) => article))
  if (near.some(({ article }) => !isOutdated(article))) return near
  const standing = plain.filter(({ article }) => !isOutdated(article))
  return standing.length === 0 ? near : standing
}

/**
 * Returns the reports that bring news. If all of these are outdated by now, returns what came after the first
 * of them: that ten died was new, and so is "dozens", which headlines told later.
 */
function currentNews(
  near: readonly ReportCandidate[],
  isNews: (report: ReportCandidate) => boolean,
  all: readonly PlacedArticle[],
): readonly ReportCandidate[] {
  const news = near.filter(isNews)
  if (news.length === 0) return news
  const isOutdated = createOutdatedCheck(all)
  if (news.some(({ article }) => !isOutdated(article))) return news
  const first = Math.min(...news.map(({ article }) => reportedAt(article)))
  const since = near.filter(({ article }) => reportedAt(article) > first && !isOutdated(article))
  return since.length === 0 ? news : since
}

/** Returns what came last: the others bring something new as well, but say how things stood before. */
function lastOf(news: readonly ReportCandidate[]): readonly ReportCandidate[] {
  const from = newestAt(news.map(({ article }) => article)) - SUPERSEDED_AFTER_MS
  return news.filter(({ article }) => reportedAt(article) >= from)
}

function pickReports(
  candidates: readonly ReportCandidate[],
  plain: readonly ReportCandidate[],
  newsworthy: readonly ReportCandidate[],
  all: readonly ReportCandidate[],
  { edits, removed }: ChangedReports,
): readonly [readonly ReportCandidate[], ReportChoice['refused']] {
  if (newsworthy.length > 0) return [newsworthy, null]
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
const LEAST_SHARE_OF_NEAREST = 0.5

/** How near a report's headline is to what the others say, 0 to 1. */
export const nearTo = (event: EventWords, { article: { title, tags }, voice }: ReportCandidate): number =>
  nearness(headlineWords(title, tags.language), event, voice)

/** How much a report speaks for its event halves in this time; a comment or the like has a quarter of it. */
const VOICE_HALF_LIFE_MS = 12 * 3_600_000
const OTHER_FORM_WEIGHT = 0.25

const toEventReport = (article: PlacedArticle, form: ReportForm, newest: number) => ({
  title: article.title,
  text: article.text,
  language: article.tags.language,
  outlet: article.sourceId,
  weight:
    2 ** ((reportedAt(article) - newest) / VOICE_HALF_LIFE_MS) * (form === 'report' ? 1 : OTHER_FORM_WEIGHT),
})

/**
 * Returns the reports of a story whose headline says what no earlier headline or opening did, oldest first,
 * in the language that the reader prefers.
 */
export function newsInTurn(
  articles: readonly PlacedArticle[],
  reads: readonly string[],
): readonly PlacedArticle[] {
  const [group = []] = byLanguage(originalsAmong(articles), reads)
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
export interface DatedReport extends Reported {
  readonly copyOf: string | null
  readonly tags: { readonly language: string }
}

/** Returns own reports; copies if there are no others. */
export function originalsAmong<T extends DatedReport>(articles: readonly T[]): readonly T[] {
  const originals = articles.filter((article) => article.copyOf === null)
  return originals.length === 0 ? articles : originals
}

/**
 * Groups articles by language, in the order of the reader's languages (ISO 639-1, preferred first). If no
 * article is in any of these, returns the group of the language that most are in.
 */
export function byLanguage<T extends DatedReport>(
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
const STILL_CURRENT_MS = 20 * 3_600_000

export function currentAmong<T extends Reported>(articles: readonly T[]): readonly T[] {
  const newest = newestAt(articles)
  return articles.filter((article) => reportedAt(article) >= newest - STILL_CURRENT_MS)
}
