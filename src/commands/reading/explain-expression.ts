import {
  LONGEST_EXPRESSION,
  MOST_KEYWORDS,
  type ExpressionMistake,
} from '../../subscriptions/expression/parse-expression.ts'
import type { Mistake } from '../mistake.ts'
import { say } from '../../words/say.ts'
import { quoted } from './list-of.ts'

/** What is wrong with a keyword expression, and how to write it. */
export function explainExpression(typed: string, { kind, near }: ExpressionMistake): Mistake {
  return (language) => {
    switch (kind) {
      case 'empty':
        return say('keywords.empty', language)
      case 'too-long':
        return say('keywords.tooLong', language, { count: typed.length, most: LONGEST_EXPRESSION })
      case 'too-many-terms':
        return say('keywords.tooMany', language, { most: MOST_KEYWORDS })
      case 'too-deep':
        return say('keywords.tooDeep', language)
      case 'no-letters':
        return say('keywords.noLetters', language, { near: quoted(near, language) })
      case 'bracket':
        return say('keywords.bracket', language)
      case 'operator':
        return near === ''
          ? say('keywords.operatorAtEnd', language)
          : say('keywords.operator', language, { near: quoted(near, language) })
      default:
        return kind satisfies never
    }
  }
}
