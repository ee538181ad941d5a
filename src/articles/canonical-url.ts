import normalizeUrl, { type Options } from 'normalize-url'

/**
 * The address a reader opens: without fragment, credentials and tracking parameters, other parameters sorted. Scheme, `www.` and
 * closing slash stay, since some servers need them. Null for what is no web address.
 */
export const canonicalUrl = (url: string): string | null =>
  normalise(url, { stripWWW: false, removeTrailingSlash: false })

/** What addresses of the same page have in common, to compare only: canonical, and https, without `www.` and closing slash. */
export const urlKey = (url: string): string | null =>
  normalise(url, { forceHttps: true, stripWWW: true, removeTrailingSlash: true })

function normalise(url: string, options: Options): string | null {
  if (!/^https?:\/\//i.test(url)) return null
  try {
    return normalizeUrl(url, {
      // `#!` addresses a page of its own in older web applications.
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

/** Parameters that say how a reader came, never what they read. */
const TRACKING: readonly RegExp[] = [
  /^(?:utm|at|pk|mtm|piwik|matomo|hsa|mc|wt)_\w+$/i,
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|ysclid|igshid|igsh)$/i,
  /^(?:mkt_tok|_hsenc|_hsmi|__twitter_impression)$/i,
  /^(?:xtor|cmpid|ocid|ncid|smid|smtyp|sref|partner|ftag|rss|from_rss|fromrss|ref_src|ref_url)$/i,
  /^(?:traffic_source|maca|ns_mchannel|ns_source|ns_campaign)$/i,
]
