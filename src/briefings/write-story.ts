import { newestAt, reportedAt } from '../articles/reported-at.ts'
import type { AlsoRunning, BriefedSentence, BriefedStory, OutletEdit } from '../records/briefing.ts'
import type { Source } from '../records/source.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { tellHeadline } from '../summaries/summarise.ts'
import type { EventWords } from '../summaries/event-words.ts'
import type { SpanSentence, Summary, SummaryRequest } from '../summaries/summary.ts'
import { chooseReports, nearTo, type ReportCandidate, type ReportChoice } from './choose-reports.ts'
import { type Edit, toChanges } from './describe-edit.ts'
import { describeOutlet, listOutlets } from './outlets.ts'
import { createSentenceCheck, type Refusal } from './last-reading.ts'
import type { StoryMark } from './mark-stories.ts'
import { tellsFewerDead } from './older-toll.ts'
import { orderHeadlines, outdatedAmong } from './order-headlines.ts'
import { printedHeadline } from './printed-headline.ts'
import { countIndependent, reportsOf } from './story-facts.ts'

/** Three sentences or some eighty words: what a reader takes in before deciding to open a source. */
const SUMMARY_SENTENCES = 3
export const SUMMARY_WORDS = 85

/** A story that was chosen for a reader, and what it is to its reader. */
export interface ChosenStory extends StoryMark {
  readonly id: string
  readonly countries: readonly string[]
  readonly topics: readonly string[]
}

/** Whom a story is written for, and what is known besides its articles. */
export interface WriteOptions {
  readonly sources: ReadonlyMap<string, Source>
  /** Languages of the reader (ISO 639-1), preferred first: one of them is used if an outlet has it. */
  readonly reads: readonly string[]
  /** Edits to report, by article id. */
  readonly edits: ReadonlyMap<string, Edit & { readonly at: number }>
  /** Ids of articles to report as taken down by their outlets. */
  readonly removed: ReadonlySet<string>
  /** When the story is written, in milliseconds since 1970; if absent, when its newest report came. */
  readonly now?: number
  /** Made of `summaryRequestOf` for the same reader; if absent, our own rules choose the sentences. */
  readonly summary?: Summary | undefined
}

/**
 * Returns the request for a summary of a story for this reader. Its articles are the reports that the story
 * is written from later, in the same order: the summary refers to them by index.
 */
export function summaryRequestOf(
  story: StoredStory,
  chosen: ChosenStory,
  { reads, ...changed }: Pick<WriteOptions, 'reads' | 'edits' | 'removed'>,
): SummaryRequest {
  const choice = chooseReports(story, chosen, reads, changed)
  const [first] = orderHeadlines(choice)
  return requestOf(choice.reports, choice.event, first?.index, createSentenceCheck(story.articles))
}

/**
 * Writes one story: headline, verbatim sentences, who reports it, what was changed. A story sent before is
 * written by what is new in it: if possible, headline and sentences come from reports this reader has not
 * seen. A story that runs for days is written as it stands, not as it began.
 */
export function writeStory(story: StoredStory, chosen: ChosenStory, options: WriteOptions): WrittenStory {
  const [reports, { headlined, sentences, headlineBy, refused }] = writeForReader(story, chosen, options)
  const edited = story.articles.filter(({ id }) => options.edits.has(id) || options.removed.has(id))
  const order = sentences.map(({ article }) => article)
  const listed = listOutlets(story.articles, [...order, ...edited])
  const briefed: BriefedStory = {
    id: story.id,
    ...(story.handle !== undefined && { handle: story.handle }),
    headline: printedHeadline(headlined?.title ?? ''),
    ...(headlineBy === 'model' && { headlineBy }),
    language: headlined?.tags.language ?? 'und',
    mark: chosen.mark,
    sentences: sentences.map(({ article, span }) => citing(span, article, listed)),
    outlets: listed.map((article) => describeOutlet(article, options.sources, story.articles)),
    independentReports: countIndependent(reportsOf(story)),
    countries: chosen.countries,
    topics: chosen.topics,
    changes: listed.flatMap((article, outlet): readonly OutletEdit[] => {
      const edit = options.edits.get(article.id)
      return edit === undefined ? [] : toChanges(edit, outlet, edit.at)
    }),
    ...removalsIn(listed, options.removed),
    lastAt: newestAt(story.articles),
  }
  return { briefed, headlined, listed, refused: reports.refused, refusals: refused }
}

function removalsIn(
  listed: readonly PlacedArticle[],
  removed: WriteOptions['removed'],
): Pick<BriefedStory, 'removals'> {
  const removals = listed.flatMap(({ id, removal }, outlet) =>
    removal === undefined || !removed.has(id) ? [] : [{ ...removal, outlet }],
  )
  return removals.length === 0 ? {} : { removals }
}

/** Returns a story as its best headline for a reader of these languages (ISO 639-1, preferred first). */
export function nameStory(
  story: StoredStory,
  chosen: ChosenStory,
  reads: readonly string[],
): AlsoRunning['stories'][number] {
  const headlined = headlinedOf(chooseReports(story, chosen, reads))
  return {
    id: story.id,
    headline: printedHeadline(headlined?.title ?? ''),
    language: headlined?.tags.language ?? 'und',
    url: headlined?.url ?? null,
  }
}

/** A story as it is written for a reader. */
export interface WrittenStory {
  readonly briefed: BriefedStory
  /** The report whose headline stands over the story; undefined if there is none. */
  readonly headlined: PlacedArticle | undefined
  /** The reports behind `briefed.outlets`, in the same order. */
  readonly listed: readonly PlacedArticle[]
  /** Why the story should not go out, or null. Who asks for this very story gets it all the same. */
  readonly refused: Refusal | null
  /** What else was refused while it was written: sentences and headlines. */
  readonly refusals: readonly Refusal[]
}

interface WriteUp {
  readonly headlined: PlacedArticle | undefined
  readonly headlineBy?: 'model'
  readonly sentences: readonly { readonly article: PlacedArticle; readonly span: SpanSentence }[]
  readonly refused: readonly Refusal[]
}

/**
 * Writes the story in the first of the reader's languages in which an outlet tells how it stands. If all that
 * one tells is outdated, such as a toll that others count higher, the reader's other languages say more than
 * a headline alone.
 */
function writeForReader(
  story: Pick<StoredStory, 'articles'>,
  chosen: StoryMark,
  options: Pick<WriteOptions, 'reads' | 'edits' | 'removed' | 'summary' | 'now'>,
): readonly [ReportChoice, WriteUp] {
  const choice = chooseReports(story, chosen, options.reads, options)
  const written = writeUp(story, choice, options.summary, options.now)
  const language = written.headlined?.tags.language
  if (written.sentences.length > 0 || !written.refused.includes('headline-untold')) return [choice, written]
  const articles = story.articles.filter(
    ({ tags }) => tags.language !== language && options.reads.includes(tags.language),
  )
  if (articles.length === 0) return [choice, written]
  const elsewhere = chooseReports({ articles }, chosen, options.reads, options)
  const again = writeUp(story, elsewhere, undefined, options.now)
  const hasSentences = elsewhere.refused === null && again.sentences.length > 0
  return hasSentences ? [elsewhere, { ...again, refused: [] }] : [choice, written]
}

/** How many headlines are tried, best first, for the one that can be told best. */
const MOST_HEADLINES_TRIED = 5
/**
 * A headline and the sentence below it are chosen together: twice the sentence's log-odds, up to where one is
 * as good as any, are added to those of the headline. With those of the headline alone, readers would object
 * to 27 instead of 25 of 100 tellings on days left out.
 */
const SENTENCE_FACTOR = 2
const SURE_ENOUGH = 1.5

function writeUp(
  story: Pick<StoredStory, 'articles'>,
  choice: ReportChoice,
  summary: Summary | undefined,
  now?: number,
): WriteUp {
  const refused: Refusal[] = []
  const check = createSentenceCheck(story.articles, now)
  const outdated = outdatedAmong(choice)
  const note = (refusal: Refusal | null): Refusal | null => {
    if (refusal !== null && !refused.includes(refusal)) refused.push(refusal)
    return refusal
  }
  const checkSentence: SentenceCheck = (sentence, article) =>
    note(outdated.has(article) ? 'older-state' : check(sentence, article))
  const { reports } = choice
  const order = orderHeadlines(choice, outdated)
  if (summary !== undefined) {
    const chosen = reports[summary.headline ?? -1]?.article
    const sentences = cite(summary.sentences, reports).filter(
      ({ article, span }) => checkSentence(span.text, article) === null,
    )
    const headlined = chosen ?? reports[order[0]?.index ?? -1]?.article
    return { headlined, ...(chosen !== undefined && { headlineBy: 'model' }), sentences, refused }
  }
  for (const from of [reports, [...reports, ...choice.background]]) {
    let best: WriteUp | undefined
    let most = -Infinity
    for (const { index, worth } of order.slice(0, MOST_HEADLINES_TRIED)) {
      const headlined = reports[index]?.article
      if (headlined === undefined) continue
      const checkUnder: SentenceCheck = (sentence, article) =>
        tellsFewerDead(sentence, headlined.title, headlined.tags.language)
          ? note('older-figure')
          : checkSentence(sentence, article)
      const told = tellHeadline(requestOf(from, choice.event, index, checkUnder))
      const together = worth + SENTENCE_FACTOR * Math.min(told.worth, SURE_ENOUGH)
      if (told.sentences.length === 0 || together <= most) continue
      most = together
      best = { headlined, sentences: cite(told.sentences, from), refused }
    }
    if (best !== undefined) return best
  }
  const hasText = reports.some(({ article }) => article.text !== '')
  return {
    headlined: reports[order[0]?.index ?? -1]?.article,
    sentences: [],
    refused: hasText ? [...refused, 'headline-untold'] : refused,
  }
}

const cite = (spans: readonly SpanSentence[], from: readonly ReportCandidate[]): WriteUp['sentences'] =>
  spans.flatMap((span) => {
    const article = from[span.article]?.article
    return article === undefined ? [] : [{ article, span }]
  })

type SentenceCheck = ReturnType<typeof createSentenceCheck>

/** Returns the report with the best headline; undefined if there are none. */
export const headlinedOf = (choice: ReportChoice): PlacedArticle | undefined =>
  choice.reports[orderHeadlines(choice)[0]?.index ?? -1]?.article

/**
 * Returns the title of a whole story for a reader of a language (BCP 47), and the title's language (ISO
 * 639-1).
 */
export function headlineOf(
  story: Pick<StoredStory, 'articles'>,
  language: string,
): { readonly title: string; readonly language: string } {
  const reader = { reads: readsOf({ language }), edits: new Map(), removed: new Set<string>() }
  const [, { headlined }] = writeForReader(story, { mark: null, unseen: [] }, reader)
  return { title: printedHeadline(headlined?.title ?? ''), language: headlined?.tags.language ?? 'und' }
}

/**
 * Requests a summary under one headline. Sentences need a report with an address where readers can look them
 * up; comments and the like count only where there is no report.
 */
const requestOf = (
  reports: readonly ReportCandidate[],
  event: EventWords,
  headline: number | undefined,
  check: SentenceCheck,
): SummaryRequest => {
  const newest = newestAt(reports.map(({ article }) => article))
  return {
    articles: reports.map((report) => ({
      id: report.article.id,
      version: report.article.version,
      title: report.article.title,
      text: report.article.text,
      outlet: report.article.sourceId,
      language: report.article.tags.language,
      hoursBehind: (newest - reportedAt(report.article)) / HOUR_MS,
      nearness: nearTo(event, report),
    })),
    sentences: SUMMARY_SENTENCES,
    words: SUMMARY_WORDS,
    ...(headline !== undefined && { headline }),
    accepts: ({ text, article: index }) => {
      const report = reports[index]
      if (report === undefined || report.article.url === null) return false
      const isUsableForm = report.form === 'report' || reports.every(({ form }) => form !== 'report')
      return isUsableForm && check(text, report.article) === null
    },
  }
}

const HOUR_MS = 3_600_000

/** Returns a sentence with the article version it cites. */
function citing(
  { text, start, end, leftOut, chosenBy }: SpanSentence,
  { id: articleId, version, tags }: PlacedArticle,
  listed: readonly PlacedArticle[],
): BriefedSentence {
  const outlet = listed.findIndex(({ id }) => id === articleId)
  return {
    text,
    start,
    end,
    language: tags.language,
    outlet,
    articleId,
    version,
    ...(leftOut !== undefined && { leftOut }),
    ...(chosenBy !== undefined && { chosenBy }),
  }
}
