import { chooseFromOne, overlap } from './choose-from-one.ts'
import { chooseUnderHeadline, type Headline } from './choose-under-headline.ts'
import { chooseFromSeveral } from './choose-from-several.ts'
import { headlineWords } from './event-words.ts'
import { type Passage, readPassages } from './read-passages.ts'
import type { Budget, SpanSentence, Summarise, Summary, SummaryArticle, SummaryRequest } from './summary.ts'

/** The input of a summary; less than a whole request suffices. */
interface SummaryInput extends Partial<Pick<SummaryRequest, 'words' | 'sentences' | 'headline' | 'accepts'>> {
  readonly articles: readonly (Pick<SummaryArticle, 'title' | 'text'> &
    Partial<Pick<SummaryArticle, 'outlet' | 'language' | 'hoursBehind' | 'nearness'>>)[]
}

/** More articles do not improve a summary, and the work stays bounded. */
const MAX_ARTICLES = 40

/**
 * Summarises the articles of one story in a few sentences, each a verbatim span of one of them; without
 * `words` and `sentences` in at most three. Articles without text contribute none; without any text the list
 * is empty. Page furniture never appears, and a sentence that leans on another ("He said …") only directly
 * follows it.
 */
export function summarise(input: SummaryInput): readonly SpanSentence[] {
  if (input.headline !== undefined) return tellHeadline(input).sentences
  const budget = budgetOf(input)
  const reports = readReports(input)
  const [only] = reports
  if (only === undefined) return []
  return toSpans(
    reports.length === 1
      ? chooseFromOne(only.passages, only.title, budget)
      : chooseFromSeveral(withWitnesses(reports), budget),
  )
}

/**
 * Summarises the articles under the headline of one of them. `worth`: how surely an editor would let the
 * first sentence stand under this headline (`ToldUnder.worth`).
 */
export function tellHeadline(input: SummaryInput): {
  readonly sentences: readonly SpanSentence[]
  readonly worth: number
} {
  const headline = headlineOf(input)
  const reports = withWitnesses(readReports(input))
  if (headline === null || reports.length === 0) return { sentences: [], worth: -Infinity }
  const { passages, worth } = chooseUnderHeadline(reports, budgetOf(input), headline)
  return { sentences: toSpans(passages), worth }
}

function readReports({ articles, accepts }: SummaryInput) {
  const reports = articles.slice(0, MAX_ARTICLES).flatMap((article, index) => {
    const language = article.language ?? 'en'
    const passages = readPassages(index, article.text, language, article.title).filter(
      (passage) => accepts?.(passage) ?? true,
    )
    const { title, outlet, hoursBehind = 0, nearness = 0 } = article
    return passages.length > 0
      ? [{ passages, title: headlineWords(title, language), language, outlet, hoursBehind, nearness }]
      : []
  })
  return inOneLanguage(reports)
}

const toSpans = (passages: readonly Passage[]): readonly SpanSentence[] =>
  passages.map(({ text, article, start, end }) => ({ text, article, start, end }))

function headlineOf({ articles, headline }: SummaryInput): Headline | null {
  const article = headline === undefined ? undefined : articles[headline]
  if (headline === undefined || article === undefined) return null
  const { title, language = 'en' } = article
  return { article: headline, words: headlineWords(title, language), language }
}

/**
 * Keeps the reports in the language that most are in (if tied, the language that comes first). A summary that
 * changes its language reads badly, and words can only be counted within one language.
 */
function inOneLanguage<T extends { readonly language: string }>(reports: readonly T[]): readonly T[] {
  let most: readonly T[] = []
  for (const group of Map.groupBy(reports, ({ language }) => language.slice(0, 2)).values())
    if (group.length > most.length) most = group
  return most
}

/** Summarises by our own rules, synchronously. */
export const extractSummary = (request: SummaryRequest): Summary => ({ sentences: summarise(request) })

/** A `Summarise` that uses no model. */
export const extract: Summarise = (request) => Promise.resolve(extractSummary(request))

/** What most briefings show for one story. */
const USUAL_SENTENCES = 3

const budgetOf = ({ words, sentences }: SummaryInput): Budget => ({
  words: words ?? Infinity,
  sentences: sentences ?? (words === undefined ? USUAL_SENTENCES : Infinity),
})

/**
 * If more than this share of the shorter report's sentences is word for word in another report, one of them
 * is a copy, or both repeat the same wire report.
 */
const COPIED_SHARE = 0.5

/**
 * Numbers the witness of each report. Reports of one outlet and reports that share most sentences are one
 * witness: five copies of a wire report are not five witnesses.
 */
function withWitnesses<
  T extends { readonly passages: readonly Passage[]; readonly outlet: string | undefined },
>(reports: readonly T[]): readonly (T & { readonly witness: number })[] {
  const sentencesOf = reports.map(({ outlet, passages }) => ({
    outlet,
    texts: new Set(passages.map(({ text }) => text)),
  }))
  const witnesses: number[] = []
  for (const [i, { outlet, texts }] of sentencesOf.entries()) {
    const same = sentencesOf
      .slice(0, i)
      .findIndex(
        (other) =>
          (outlet !== undefined && other.outlet === outlet) || overlap(texts, other.texts) > COPIED_SHARE,
      )
    witnesses.push(witnesses[same] ?? i)
  }
  return reports.map((report, i) => ({ ...report, witness: witnesses[i] ?? i }))
}
