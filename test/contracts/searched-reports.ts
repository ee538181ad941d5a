import type { Store } from '../../src/records/ports/store.ts'
import type { SearchQuery } from '../../src/records/search.ts'
import { anArticle, aRead, HOUR, NOON } from '../storage/a-read.ts'

/**
 * Keeps four reports of two sources in three languages: talks and a storm, Turkish border provinces, and a
 * meeting in Tokyo of unknown date.
 */
export async function keepSearchedReports(store: Store): Promise<void> {
  const conflict = { topics: [{ code: 'medtop:16000000' as const, score: 1 }] }
  await store.keepRead(
    aRead([
      anArticle(
        {
          id: 'talks',
          title: 'Ministers resume talks in Geneva',
          text: 'Talks on the border resumed. Nobody expected peace talks so soon.',
          publishedAt: NOON - 3 * HOUR,
        },
        {
          ...conflict,
          countries: [
            { code: 'CH', score: 1, focus: false },
            { code: 'SY', score: 1, focus: true },
          ],
        },
      ),
      anArticle(
        {
          id: 'storm',
          title: 'Storm closes harbour',
          text: 'The storm reached the border at night. Soon talks will be needed about repairs.',
          publishedAt: NOON - 2 * HOUR,
        },
        { countries: [{ code: 'TR', score: 1, focus: true }] },
      ),
    ]),
  )
  await store.keepRead(
    aRead(
      [
        anArticle(
          {
            id: 'sinir',
            sourceId: 'liman',
            title: 'Sınırda görüşmeler başladı',
            text: 'Ankara, İstanbul ve sınır illerinde görüşmeler sürüyor.',
            publishedAt: NOON - HOUR,
          },
          { language: 'tr', countries: [{ code: 'TR', score: 1, focus: true }] },
        ),
        anArticle(
          {
            id: 'tokyo',
            sourceId: 'liman',
            title: '東京都で会談',
            text: '首相は東京都で会談した。',
            publishedAt: null,
          },
          { language: 'ja' },
        ),
      ],
      { sourceId: 'liman' },
    ),
  )
}

/**
 * Returns a function that gives the ids of the articles found, newest first unless the query says otherwise.
 */
export function searchIn(store: () => Store) {
  return async (words: string, rest: Partial<SearchQuery> = {}): Promise<readonly string[]> => {
    const page = await store().search({ words, order: 'newest', limit: 10, offset: 0, ...rest })
    return page.hits.filter(({ translated }) => !translated).map((hit) => hit.article.id)
  }
}
