import { analyse } from '../../text/words.ts'
import type { Expression } from './expression.ts'

/**
 * Whether one text says what an expression asks. Text and terms are analysed in the language of the text (ISO 639-1), so
 * that "elections" finds "election"; the words of a phrase must stand side by side.
 */
export function matchesExpression(expression: Expression, text: string, language: string): boolean {
  const words = ` ${analyse(text, language).join(' ')} `
  const says = (part: Expression): boolean => {
    switch (part.kind) {
      case 'term': {
        const wanted = analyse(part.text, language)
        return wanted.length > 0 && words.includes(` ${wanted.join(' ')} `)
      }
      case 'not':
        return !says(part.of)
      case 'and':
        return part.of.every(says)
      case 'or':
        return part.of.some(says)
      default:
        return part satisfies never
    }
  }
  return says(expression)
}
