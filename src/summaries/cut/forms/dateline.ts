import { isWord, type Cut } from '../look-at-cut.ts'
import type { Token } from '../read-tokens.ts'
import type { Form } from './form.ts'

/** "PORT ELLERY (Northern Agency) – A cargo ship …": place, day and agency before the sentence. */
export const dateline: Form = {
  fits(cut) {
    const { opening, closing, inside, after, words } = cut
    const named = inside.filter(isWord)
    return (
      opening === 'start' &&
      named.length <= MOST_WORDS &&
      !words.opener.has(named[0]) &&
      (closing === 'dash' || isAgencyEnd(cut)) &&
      !after.some(({ kind }) => kind === 'dash') &&
      named.every((word, index) => isName(word, index, cut)) &&
      (hasCase(after) || inside.some(({ kind, word }) => kind === 'dash' || word === '('))
    )
  },
  bears: ['time'],
}

const MOST_WORDS = 8

/** "… – Northern Herald." or "… – خبرگزاری شمال:" where a dash stands before it. */
const isAgencyEnd = ({ inside }: Cut): boolean => {
  const last = inside.at(-1)
  return last?.kind === 'mark' && '.:'.includes(last.word) && inside.some(({ kind }) => kind === 'dash')
}

/** In scripts with capitals a dateline holds names, numbers and a month; of an agency's name, in brackets or behind the dash, the first word is enough. */
function isName(word: Token, index: number, { inside, after, words }: Cut): boolean {
  if (!hasCase(after)) return true
  if (word.capital) return true
  const agency = inside.findIndex(({ kind, word }) => kind === 'dash' || word === '(')
  const isOfAgency = agency >= 0 && inside.indexOf(word) > agency + 1
  return index > 0 && (word.kind === 'number' || words.time.has(word) || isOfAgency)
}

/** Whether the sentence begins with a capital letter. */
const hasCase = (after: Cut['after']): boolean => after.find(isWord)?.capital === true
