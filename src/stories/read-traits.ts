import { LONGEST_HEADLINE, LONGEST_OPENING, openingTerms } from '../articles/article-terms.ts'
import { type CountedTerms, TermKind } from '../language/terms.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { bridgeKeys } from './bridge-keys.ts'
import { readScene, type Scene } from './contradict.ts'

/** What an article is compared by. Words are told by their hashes (see `Terms`). */
export interface Traits {
  /** Emphasis of each word: how often it stands there, more in the title and early in the text. */
  readonly words: ReadonlyMap<number, number>
  readonly language: string
  /** What reports in other languages share with it, see `bridgeKeys`. */
  readonly bridge: ReadonlyMap<number, number>
  readonly scene: Scene
  /** Words in order, none left out. */
  readonly title: CountedTerms
  readonly start: CountedTerms
}

/** Words of the opening; 800 were worse on clusters.wikinews. */
const READ_WORDS = 400
const TITLE_EMPHASIS = 3
/** Words after which emphasis has fallen to a third, towards the floor. */
const EMPHASIS_FADES = 150
const EMPHASIS_FLOOR = 0.2
const EMPHASIS_AT = Float64Array.from(
  { length: READ_WORDS },
  (_, position) => Math.exp(-position / EMPHASIS_FADES) + EMPHASIS_FLOOR,
)

export function readTraits(article: ArticleToPlace): Traits {
  const { language } = article
  const headline = article.title.slice(0, LONGEST_HEADLINE)
  const opening = article.text.slice(0, LONGEST_OPENING)
  const { title, start } = article.terms ?? openingTerms(article.title, article.text, language)
  const words = new Map<number, number>()
  for (let i = 0; i < title.hashes.length; i++) emphasise(words, title, i, TITLE_EMPHASIS)
  for (let i = 0; i < Math.min(start.hashes.length, READ_WORDS); i++)
    emphasise(words, start, i, EMPHASIS_AT[i] ?? EMPHASIS_FLOOR)

  const bridge = bridgeKeys(article, { headline, opening, title, start })
  return { words, language, scene: readScene(article), bridge, title, start }
}

function emphasise(
  words: Map<number, number>,
  { hashes, kinds }: CountedTerms,
  i: number,
  emphasis: number,
): void {
  if (((kinds[i] ?? 0) & SAYS_NOTHING) !== 0) return
  const hash = hashes[i] ?? 0
  words.set(hash, (words.get(hash) ?? 0) + emphasis)
}

const SAYS_NOTHING = TermKind.stop | TermKind.single
