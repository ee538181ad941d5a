import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'

export function anArticle(article: Partial<ArticleToPlace> & { readonly id: string }): ArticleToPlace {
  return { sourceId: 'outlet', language: 'en', title: '', text: '', at: 0, ...article }
}

/** Reports of an event. */
export const bridge = [
  anArticle({ id: 'b1', title: 'Bridge collapses in Lindau after flood, three missing' }),
  anArticle({ id: 'b2', title: 'Three missing as flood brings down Lindau bridge' }),
  anArticle({ id: 'b3', title: 'Lindau bridge collapse: search for missing continues' }),
]
/** Reports of another event. */
export const strike = [
  anArticle({ id: 's1', title: 'Dock workers in Gdansk vote to strike over pay' }),
  anArticle({ id: 's2', title: 'Gdansk port halted as dock workers strike' }),
]
