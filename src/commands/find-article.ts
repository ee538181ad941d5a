import { canonicalUrl } from '../articles/canonical-url.ts'
import type { NewsroomView } from './newsroom-view.ts'
import type { PlacedArticle } from '../records/story.ts'

/** The article behind an address, if it was read. Readers copy addresses with and without `www.`, closing slash and https. */
export async function findArticle(
  typed: string,
  newsroom: Pick<NewsroomView, 'articleByUrl'>,
): Promise<PlacedArticle | null> {
  const canonical = canonicalUrl(typed) ?? typed
  const hosts = [
    canonical,
    canonical.replace(
      /^(https?:\/\/)(www\.)?/u,
      (_, scheme, www) => `${scheme}${www === undefined ? 'www.' : ''}`,
    ),
  ]
  const slashes = hosts.flatMap((url) => [url, url.endsWith('/') ? url.slice(0, -1) : `${url}/`])
  const variants = slashes.flatMap((url) => [
    url,
    url.replace(/^https?/u, (scheme) => (scheme === 'http' ? 'https' : 'http')),
  ])
  for (const url of variants) {
    const article = await newsroom.articleByUrl(url)
    if (article !== null) return article
  }
  return null
}
