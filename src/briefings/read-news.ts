import type { PlacedArticle } from '../records/story.ts'
import { headlineWords, toldWords } from '../summaries/event-words.ts'

/** Reads of a report how much it brings beyond what was known, and whether that is news. */
export function createNewsReader(known: readonly PlacedArticle[], fresh: readonly PlacedArticle[]) {
  const before = new Set(known.flatMap((article) => [...wordsOf(article)]))
  const sayers = new Map<string, Set<string>>()
  for (const article of fresh)
    for (const word of wordsOf(article))
      if (!before.has(word)) sayers.getOrInsertComputed(word, () => new Set()).add(article.sourceId)
  const outlets = new Set(fresh.map(({ sourceId }) => sourceId)).size
  return (article: PlacedArticle) => newsIn(article, before, sayers, outlets)
}

/** How much of its headline a report brings beyond the words that were known before, and whether that is news. */
export function newsIn(
  { title, text, tags: { language } }: PlacedArticle,
  before: ReadonlySet<string>,
  sayers: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
  outlets = 1,
): { readonly share: number; readonly isNews: boolean } {
  const added = addedTo(before, headlineWords(title, language), sayers)
  const isShared = outlets < CHORUS || added.ofSeveral > 0
  const isNews =
    before.size === 0 ||
    added.words.some((word) => FIGURE.test(word)) ||
    (isShared &&
      ([NEWS_ALONE, NEWS_IN_SHORT].some(
        (news) => added.share >= news.share && added.words.length >= news.words,
      ) ||
        (added.share >= NEWS_OF_SEVERAL.share && added.ofSeveral >= NEWS_OF_SEVERAL.words)) &&
      opensAnew(text, language, before, sayers))
  return { share: added.share, isNews }
}

/** Does what stands under a headline tell something new as well? A text that nobody has says nothing against it. */
function opensAnew(
  text: string,
  language: string,
  before: ReadonlySet<string>,
  sayers: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const opening = toldWords({ title: '', text, language })
  const { share, ofSeveral } = addedTo(before, opening, sayers)
  return opening.size === 0 || share >= NEWS_BELOW.share || ofSeveral >= NEWS_BELOW.ofSeveral
}

function addedTo(
  before: ReadonlySet<string>,
  told: ReadonlySet<string>,
  sayers: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const words = [...told].filter((word) => !before.has(word))
  return {
    words,
    share: told.size === 0 ? 0 : words.length / told.size,
    ofSeveral: words.filter((word) => (sayers.get(word)?.size ?? 0) > 1).length,
  }
}

/**
 * A headline brings news where this much of it stands in no headline or opening that the reader was told from; where several outlets tell the same new words, less
 * will do; or where it has a new number. Chosen by reading the updates of five days of 52 outlets.
 */
const NEWS_ALONE = { share: 0.4, words: 3 }
const NEWS_IN_SHORT = { share: 0.6, words: 2 }
const NEWS_OF_SEVERAL = { share: 0.25, words: 2 }
/**
 * Other words for what was told ("junta frees prisoners") open with what was told: so much of its opening must be new, or so many words that several have. Of 44 updates
 * that were told, a higher share for the headline parts nothing (of eleven that said the same again 0.40 to 0.76, of others 0.36 to 0.64); this refuses six of the
 * eleven, and of 24 others of those days three that were news. The examples lie below 0.30 and above 0.33; none was kept back.
 */
const NEWS_BELOW = { share: 1 / 3, ofSeveral: 2 }

/**
 * Where so many outlets bring something, words that one of them alone has are its view ("City is about to test its new mayor"): of some hundred updates of five days three
 * were told by such, none of them news; of the eight where two or three outlets bring something two were.
 */
const CHORUS = 4

/** Digits that are no year. */
const FIGURE = /^(?!(?:19|20)\d\d$)\p{Nd}[\p{Nd}.,]*$/u

/** All that a report says in its headline and first sentence. */
export const wordsOf = ({ title, text, tags }: PlacedArticle): ReadonlySet<string> =>
  toldWords({ title, text, language: tags.language })
