import { isWord } from '../look-at-cut.ts'
import type { Form } from './form.ts'

/**
 * Turkish puts before a name what others put behind it: "Baharda açılan Deniz Müzesi", "Bölge Su İdaresi Başkanı İvo Maren". A name is one
 * already, so nothing is singled out; of people named after their country, in the plural, some are.
 */
export const beforeName: Form = {
  fits(cut) {
    const { opening, closing, inside, after, words } = cut
    const [first, second] = after
    const last = inside.at(-1)
    if (opening !== 'start' || closing !== 'none' || last === undefined) return false
    if (first?.capital !== true || second?.capital !== true) return false
    if (words.plural.has(first) || words.plural.has(second) || !inside.every(isWord)) return false
    return words.title.has(last)
      ? inside.every(({ capital }) => capital)
      : inside.length > 1 && !last.capital && words.adjunct.has(last)
  },
  bears: ['time'],
}
