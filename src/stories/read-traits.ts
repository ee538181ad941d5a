import { isStopWord } from '../text/stop-words.ts'
import { analyse } from '../text/words.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { bridgeKeys } from './bridge-keys.ts'
import { readNames } from './read-names.ts'

/** What an article is compared by. */
export interface Traits {
  /** Emphasis of each analysed word: how often it stands there, more in the title and early in the text. */
  readonly words: ReadonlyMap<string, number>
  readonly language: string
  /** What reports in other languages share with it, see `bridgeKeys`. */
  readonly bridge: ReadonlyMap<string, number>
  /** Countries that it is about; empty when nobody tagged it. */
  readonly about: readonly string[]
  /** Analysed words in order, none left out. */
  readonly title: readonly string[]
  readonly start: readonly string[]
}

/** The news is in the first paragraphs; beyond, other stories are recalled. UTF-16 units and words; 800 words were worse on clusters.wikinews. */
const READ_LENGTH = 4_000
const READ_WORDS = 400
const TITLE_LENGTH = 500
const TITLE_EMPHASIS = 3
/** Words after which emphasis has fallen to a third, towards the floor. */
const EMPHASIS_FADES = 150
const EMPHASIS_FLOOR = 0.2

export function readTraits(article: ArticleToPlace): Traits {
  const { language } = article
  const opening = article.text.slice(0, READ_LENGTH)
  const title = analyse(article.title.slice(0, TITLE_LENGTH), language)
  const start = analyse(opening, language).slice(0, READ_WORDS)
  const words = new Map<string, number>()
  const count = (word: string, emphasis: number): void => {
    if (word.length > 1 && !isStopWord(word, language)) words.set(word, (words.get(word) ?? 0) + emphasis)
  }
  for (const word of title) count(word, TITLE_EMPHASIS)
  start.forEach((word, position) => count(word, Math.exp(-position / EMPHASIS_FADES) + EMPHASIS_FLOOR))

  const names = readNames(article.title.slice(0, TITLE_LENGTH), opening, language)
  const about = (article.countries ?? []).filter(({ focus }) => focus).map(({ code }) => code)
  return { words, language, about, bridge: bridgeKeys(article, title, start, names), title, start }
}
