import type { Expression } from '../../../src/records/expression.ts'
import type { TaggedArticle } from '../../../src/records/article.ts'
import { readTerms } from '../../../src/language/terms.ts'

/**
 * Whether an article matches an expression and no report of its story contains what the expression excludes,
 * checked one by one.
 */
export function storySays(
  expression: Expression,
  article: TaggedArticle,
  story: readonly TaggedArticle[],
  languages: readonly string[],
): boolean {
  const holds = (part: Expression, report: TaggedArticle): boolean => {
    if (part.kind === 'term') return says(part, [report.title, report.text], report.tags.language, languages)
    if (part.kind === 'not') return !story.some((other) => holds(part.of, other))
    return part.kind === 'and'
      ? part.of.every((one) => holds(one, report))
      : part.of.some((one) => holds(one, report))
  }
  return holds(expression, article)
}

/**
 * Whether an article matches an expression, checked without an index. A term matches if, analysed in any of
 * the languages, it is a run of words in one of the texts, which are analysed in their own language.
 */
function says(
  expression: Expression,
  texts: readonly string[],
  language: string,
  languages: readonly string[],
): boolean {
  const words = texts.map((text) => ` ${readTerms(text, language).words.join(' ')} `)
  const holds = (part: Expression): boolean => {
    if (part.kind === 'term')
      return languages.some((other) => {
        const wanted = ` ${readTerms(part.text, other).words.join(' ')} `
        return words.some((text) => text.includes(wanted))
      })
    if (part.kind === 'not') return !holds(part.of)
    return part.kind === 'and' ? part.of.every(holds) : part.of.some(holds)
  }
  return holds(expression)
}
