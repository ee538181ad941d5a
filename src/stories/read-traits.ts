import { openingTerms } from '../articles/article-terms.ts'
import { type CountedTerms, TermKind } from '../language/terms.ts'
import type { EnglishTerms } from '../records/article.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { readScene, type Scene } from './contradict.ts'

/** What an article is compared by. Words are told by their hashes (see `Terms`). */
export interface Traits {
  /** Emphasis of each word: how often it stands there, more in the title and early in the text. */
  readonly words: ReadonlyMap<number, number>
  readonly language: string
  /** The same of the English stems for its words; empty where its language has no table of them. */
  readonly english: ReadonlyMap<number, number>
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
  const { title, start, english } = article.terms ?? openingTerms(article.title, article.text, language)
  const words = new Map<number, number>()
  for (let i = 0; i < title.hashes.length; i++) emphasise(words, title, i, TITLE_EMPHASIS)
  for (let i = 0; i < Math.min(start.hashes.length, READ_WORDS); i++)
    emphasise(words, start, i, EMPHASIS_AT[i] ?? EMPHASIS_FLOOR)
  return {
    words,
    language,
    scene: readScene(article),
    english: english === null ? words : englishOf(english.title, english.start),
    title,
    start,
  }
}

function englishOf(title: EnglishTerms, start: EnglishTerms): ReadonlyMap<number, number> {
  const english = new Map<number, number>()
  const count = ({ hashes, weights, places }: EnglishTerms, emphasisAt: (place: number) => number): void => {
    for (let i = 0; i < hashes.length; i++) {
      const stem = hashes[i] ?? 0
      const emphasis = (weights[i] ?? 0) * emphasisAt(places[i] ?? 0)
      // A word without weight would be no direction at all.
      if (emphasis > 0) english.set(stem, (english.get(stem) ?? 0) + emphasis)
    }
  }
  count(title, () => TITLE_EMPHASIS)
  count(start, (place) => EMPHASIS_AT[place] ?? 0)
  return english
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
