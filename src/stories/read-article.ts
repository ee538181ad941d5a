import type { ArticleToPlace } from './article-to-place.ts'
import { type Fingerprint, fingerprintOf } from './create-copy-finder.ts'
import { readTraits, type Traits } from './read-traits.ts'

/** An article with all that it is compared by. Much larger than the article, so it is not kept. */
export interface ReadArticle extends ArticleToPlace {
  readonly traits: Traits
  readonly fingerprint: Fingerprint
}

/** Reads an article that is to be placed in more than one grouper. Returns one that was read as it is. */
export function readArticle<Article extends ArticleToPlace>(article: Article): Article & ReadArticle {
  if (isRead(article)) return article
  const traits = readTraits(article)
  return { ...article, traits, fingerprint: fingerprintOf(traits) }
}

const isRead = <Article extends ArticleToPlace>(article: Article): article is Article & ReadArticle =>
  'traits' in article
