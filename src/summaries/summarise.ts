import { chooseFromOne, overlap } from './choose-from-one.ts'
import { chooseFromSeveral } from './choose-from-several.ts'
import { headlineWords } from './event-words.ts'
import type { Headline } from './tells-headline.ts'
import { type Passage, readPassages } from './read-passages.ts'
import type { Budget, SpanSentence, Summarise, Summary, SummaryArticle, SummaryRequest } from './summary.ts'

/** What a summary is made from; less than a whole request is enough. */
interface SummaryInput extends Partial<Pick<SummaryRequest, 'words' | 'sentences' | 'headline' | 'accepts'>> {
  readonly articles: readonly (Pick<SummaryArticle, 'title' | 'text'> &
    Partial<Pick<SummaryArticle, 'outlet' | 'language'>>)[]
}

/** More articles than this tell a story no better, and the work stays bounded. */
const MAX_ARTICLES = 40

/**
 * A few sentences that tell what the articles of one story say, each a verbatim span of one of them. Without `words` and
 * `sentences` at most three sentences. Articles without text (headlines only) give none; no text at all gives an empty list.
 * Page furniture never appears, and a sentence that leans on another ("He said …") only right behind it.
 */
export function summarise(input: SummaryInput): readonly SpanSentence[] {
  const budget = budgetOf(input)
  const reports = input.articles.slice(0, MAX_ARTICLES).flatMap((article, index) => {
    const language = article.language ?? 'en'
    const passages = readPassages(index, article.text, language, article.title).filter(
      (passage) => input.accepts?.(passage) ?? true,
    )
    return passages.length > 0
      ? [{ passages, title: headlineWords(article.title, language), language, outlet: article.outlet }]
      : []
  })
  const told = inOneLanguage(reports)
  const [only] = told
  if (only === undefined) return []
  const above = headlineOf(input)
  const chosen =
    told.length === 1
      ? chooseFromOne(only.passages, only.title, budget, above)
      : chooseFromSeveral(withWitnesses(told), budget, above)
  return chosen.map(({ text, article, start, end }) => ({ text, article, start, end }))
}

function headlineOf({ articles, headline }: SummaryInput): Headline | null {
  const article = headline === undefined ? undefined : articles[headline]
  if (headline === undefined || article === undefined) return null
  const { title, language = 'en' } = article
  return { article: headline, words: headlineWords(title, language), language }
}

/** A summary that changes its language reads badly, and words are only counted within one: the language of most reports, else of the first. */
function inOneLanguage<T extends { readonly language: string }>(reports: readonly T[]): readonly T[] {
  let most: readonly T[] = []
  for (const group of Map.groupBy(reports, ({ language }) => language.slice(0, 2)).values())
    if (group.length > most.length) most = group
  return most
}

/** The sentences that our own rules choose, at once. */
export const extractSummary = (request: SummaryRequest): Summary => ({ sentences: summarise(request) })

/** Summaries without a model. */
export const extract: Summarise = (request) => Promise.resolve(extractSummary(request))

/** What most briefings show of one story. */
const USUAL_SENTENCES = 3

const budgetOf = ({ words, sentences }: SummaryInput): Budget => ({
  words: words ?? Infinity,
  sentences: sentences ?? (words === undefined ? USUAL_SENTENCES : Infinity),
})

/** Half of the shorter report word for word in the other: one of them is a copy, or both are of the same wire report. */
const COPIED = 0.5

/**
 * Each report with the number of its witness: reports of one outlet, and reports that mostly say the same sentences, are one. Five copies of a
 * wire report are not five witnesses.
 */
function withWitnesses<
  T extends { readonly passages: readonly Passage[]; readonly outlet: string | undefined },
>(reports: readonly T[]): readonly (T & { readonly witness: number })[] {
  const spoken = reports.map(({ outlet, passages }) => ({
    outlet,
    texts: new Set(passages.map(({ text }) => text)),
  }))
  const witnesses: number[] = []
  for (const [i, { outlet, texts }] of spoken.entries()) {
    const same = spoken
      .slice(0, i)
      .findIndex(
        (other) => (outlet !== undefined && other.outlet === outlet) || overlap(texts, other.texts) > COPIED,
      )
    witnesses.push(witnesses[same] ?? i)
  }
  return reports.map((report, i) => ({ ...report, witness: witnesses[i] ?? i }))
}
