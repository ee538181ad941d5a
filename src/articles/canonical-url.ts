import normalizeUrl, { type Options } from 'normalize-url'

/**
 * The URL that a reader opens: without fragment, credentials and tracking parameters, the other parameters
 * sorted. Scheme, `www.` and trailing slash stay, because some servers need them. Null if it is no web URL.
 */
export const canonicalUrl = (url: string): string | null =>
  normalise(url, { stripWWW: false, removeTrailingSlash: false })

/**
 * Key for comparing URLs of the same page: canonical, with https, without `www.` and trailing slash. Null if
 * it is no web URL.
 */
export const urlKey = (url: string): string | null =>
  normalise(url, { forceHttps: true, stripWWW: true, removeTrailingSlash: true })

function normalise(url: string, options: Options): string | null {
  if (!/^https?:\/\//i.test(url)) return null
  try {
    return normalizeUrl(url, {
      // In older web applications `#!` addresses a page of its own.
      stripHash: !url.includes('#!'),
      stripAuthentication: true,
      removeQueryParameters: TRACKING,
      sortQueryParameters: true,
      removeSingleSlash: false,
      ...options,
    })
  } catch {
    return null
  }
}

/** Parameters that say where a reader came from, never what they read. */
const TRACKING: readonly RegExp[] = [
  /^(?:utm|at|pk|mtm|piwik|matomo|hsa|mc|wt)_\w+$/i,
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|ysclid|igshid|igsh)$/i,
  /^(?:mkt_tok|_hsenc|_hsmi|__twitter_impression)$/i,
  /^(?:xtor|cmpid|ocid|ncid|smid|smtyp|sref|partner|ftag|rss|from_rss|fromrss|ref_src|ref_url)$/i,
  /^(?:traffic_source|maca|ns_mchannel|ns_source|ns_campaign)$/i,
]
