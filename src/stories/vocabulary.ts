import { commonness } from './common-words.ts'

/** Numbers the words of the articles in memory and counts the articles that hold each. */
export interface Vocabulary {
  /** Counts one article more; gives the number of each word, in order. */
  add(words: readonly string[]): number[]
  /** Takes an article back. A word that no article holds any more gives its number free; these numbers are given back. */
  remove(numbers: Iterable<number>): number[]
  /** In how many articles each word occurs, the expected ones of before the first included; `articles` counts them too. Replaced as it grows. */
  readonly articlesWith: Uint32Array
  readonly articles: number
}

/** As if so many articles had been read before the first: a cold start must not take every word for a rare one. */
const PRIOR_ARTICLES = 3000

export function createVocabulary(): Vocabulary {
  const numberByWord = new Map<string, number>()
  const wordByNumber: string[] = []
  let articlesWith = new Uint32Array(1 << 12)
  const free: number[] = []
  let articles = PRIOR_ARTICLES

  return {
    add(words) {
      articles++
      return words.map((word) => {
        let number = numberByWord.get(word)
        if (number === undefined) {
          number = free.pop() ?? wordByNumber.length
          numberByWord.set(word, number)
          wordByNumber[number] = word
          if (number >= articlesWith.length) {
            const larger = new Uint32Array(articlesWith.length * 2)
            larger.set(articlesWith)
            articlesWith = larger
          }
          articlesWith[number] = Math.round(commonness(word) * PRIOR_ARTICLES)
        }
        articlesWith[number] = (articlesWith[number] ?? 0) + 1
        return number
      })
    },
    remove(numbers) {
      articles--
      const freed: number[] = []
      for (const number of numbers) {
        const left = (articlesWith[number] ?? 0) - 1
        articlesWith[number] = left
        if (left > 0) continue
        numberByWord.delete(wordByNumber[number] ?? '')
        free.push(number)
        freed.push(number)
      }
      return freed
    },
    get articlesWith() {
      return articlesWith
    },
    get articles() {
      return articles
    },
  }
}
