import type { PlacedArticle } from '../records/story.ts'
import { headlineWords, leadWords } from '../summaries/event-words.ts'

/**
 * Creates a function that returns how much a report brings beyond what was known, and whether that is news.
 */
export function createNewsMeasure(known: readonly PlacedArticle[], fresh: readonly PlacedArticle[]) {
  const before = new Set(known.flatMap((article) => [...wordsOf(article)]))
  const sourcesByWord = new Map<string, Set<string>>()
  for (const article of fresh)
    for (const word of wordsOf(article))
      if (!before.has(word)) sourcesByWord.getOrInsertComputed(word, () => new Set()).add(article.sourceId)
  const outlets = new Set(fresh.map(({ sourceId }) => sourceId)).size
  return (article: PlacedArticle) => newsIn(article, before, sourcesByWord, outlets)
}

/**
 * Returns which share of its headline a report brings beyond the words known `before`, 0 to 1, and whether
 * that is news. `sourcesByWord`: ids of the sources that tell each new word. `outlets`: how many bring
 * reports.
 */
export function newsIn(
  { title, text, tags: { language } }: PlacedArticle,
  before: ReadonlySet<string>,
  sourcesByWord: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
  outlets = 1,
): { readonly share: number; readonly isNews: boolean } {
  const added = addedTo(before, headlineWords(title, language), sourcesByWord)
  const isShared = outlets < MANY_OUTLETS || added.ofSeveral > 0
  const isNews =
    before.size === 0 ||
    added.words.some((word) => FIGURE.test(word)) ||
    (isShared &&
      ([NEWS_ALONE, NEWS_IN_SHORT].some(
        (news) => added.share >= news.share && added.words.length >= news.words,
      ) ||
        (added.share >= NEWS_OF_SEVERAL.share && added.ofSeveral >= NEWS_OF_SEVERAL.words)) &&
      opensAnew(text, language, before, sourcesByWord))
  return { share: added.share, isNews }
}

/**
 * Whether what stands under a headline tells something new as well. A missing text says nothing against it.
 */
function opensAnew(
  text: string,
  language: string,
  before: ReadonlySet<string>,
  sourcesByWord: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const opening = leadWords({ title: '', text, language })
  const { share, ofSeveral } = addedTo(before, opening, sourcesByWord)
  return opening.size === 0 || share >= NEWS_IN_OPENING.share || ofSeveral >= NEWS_IN_OPENING.ofSeveral
}

function addedTo(
  before: ReadonlySet<string>,
  all: ReadonlySet<string>,
  sourcesByWord: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const words = [...all].filter((word) => !before.has(word))
  return {
    words,
    share: all.size === 0 ? 0 : words.length / all.size,
    ofSeveral: words.filter((word) => (sourcesByWord.get(word)?.size ?? 0) > 1).length,
  }
}

/**
 * A headline brings news if this share and number of its words are in no headline or opening that the reader
 * was told from. Fewer will do if several outlets tell the same new words, and a new number always does.
 * Chosen by reading the updates of five days of 52 outlets.
 */
const NEWS_ALONE = { share: 0.4, words: 3 }
const NEWS_IN_SHORT = { share: 0.6, words: 2 }
const NEWS_OF_SEVERAL = { share: 0.25, words: 2 }
/**
 * Other words for what was told ("junta frees prisoners") open with what was told. So this share of the
 * opening must be new, or so many of its words that several outlets tell. Of 44 updates, eleven said the same
 * again; this refuses six of them and none that was news; of 24 others of those days that it changes three
 * were news. No higher share for the headline parts them: the eleven have 0.40 to 0.76, the others 0.36 to
 * 0.64. Chosen between examples below 0.30 and above 0.33; none was held out.
 */
const NEWS_IN_OPENING = { share: 1 / 3, ofSeveral: 2 }

/**
 * If so many outlets bring something, words that one alone has are its view ("City is about to test its new
 * mayor"). Of some hundred updates of five days three were told by such words, none of them news; where two
 * or three outlets bring something, two of eight were.
 */
const MANY_OUTLETS = 4

/** Digits that are no year. */
const FIGURE = /^(?!(?:19|20)\d\d$)\p{Nd}[\p{Nd}.,]*$/u

/** Returns all that a report says in its headline and first sentence. */
export const wordsOf = ({ title, text, tags }: PlacedArticle): ReadonlySet<string> =>
  leadWords({ title, text, language: tags.language })
