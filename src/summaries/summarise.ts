import { budgetOf } from './budget.ts'
import { chooseFromOne } from './choose-from-one.ts'
import { chooseFromSeveral } from './choose-from-several.ts'
import { contentOf } from '../language/terms.ts'
import { countWitnesses } from './count-witnesses.ts'
import { readPassages } from './read-passages.ts'
import type { SummaryInput, SummarySentence } from './sentence.ts'

/** More articles than this tell a story no better, and the work stays bounded. */
const MAX_ARTICLES = 40

/**
 * A few sentences that tell what the articles of one story say, each a verbatim span of one of them. Without `words` and
 * `sentences` at most three sentences. Articles without text (headlines only) give none; no text at all gives an empty list.
 * Boilerplate never appears, and a sentence that leans on another ("He said …") only right behind it.
 */
export function summarise(input: SummaryInput): readonly SummarySentence[] {
  const budget = budgetOf(input)
  const reports = input.articles.slice(0, MAX_ARTICLES).flatMap((article, index) => {
    const language = article.language ?? 'en'
    const passages = readPassages(index, article.text, language)
    return passages.length > 0
      ? [{ passages, title: contentOf(article.title, language), language, outlet: article.outlet }]
      : []
  })
  const told = inOneLanguage(reports)
  const [only] = told
  if (only === undefined) return []
  const witnesses = countWitnesses(told)
  const chosen =
    told.length === 1
      ? chooseFromOne(only.passages, only.title, budget)
      : chooseFromSeveral(
          told.map((report, i) => ({ ...report, witness: witnesses[i] ?? i })),
          budget,
        )
  return chosen.map(({ text, article, start, end }) => ({ text, article, start, end }))
}

/** A summary that changes its language reads badly, and words are only counted within one: the language of most reports, else of the first. */
function inOneLanguage<T extends { readonly language: string }>(reports: readonly T[]): readonly T[] {
  let most: readonly T[] = []
  for (const group of Map.groupBy(reports, ({ language }) => language.slice(0, 2)).values())
    if (group.length > most.length) most = group
  return most
}
