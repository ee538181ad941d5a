import normalizeUrl from 'normalize-url'

/**
 * The address under which copies of a link meet: https, without `www.`, fragment, tracking parameters, default ports, AMP's mark and a closing slash; other
 * parameters sorted and kept, because many sites name the article in one. For comparing and for opening. Null for what is no web address.
 */
export function canonicalUrl(url: string): string | null {
  try {
    const canonical = normalizeUrl(url, {
      forceHttps: true,
      stripHash: true,
      stripTextFragment: true,
      removeQueryParameters: [...TRACKING],
      sortQueryParameters: true,
      removeTrailingSlash: true,
    })
    return /^https?:\/\//.test(canonical) ? canonical : null
  } catch {
    return null
  }
}

/** Parameters that say how a reader came, never what they read. */
const TRACKING: readonly RegExp[] = [
  /^utm_/i,
  /^(?:at|pk|mtm|piwik|matomo|hsa|oft|vero|mc|ml|s_kwc|trk|wt|xtor|ns)_(?:\w+)$/i,
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|ysclid|igshid|igsh|mkt_tok|_hsenc|_hsmi|_openstat|__twitter_impression)$/i,
  /^(?:xtor|wt_mc|wt_zmc|cmpid|cmp|ocid|ncid|smid|smtyp|sref|partner|ftag|rss|feed|from_rss|fromrss|source_feed|ref_src|ref_url|traffic_source|maca|src_campaign)$/i,
  /^(?:at_medium|at_campaign|at_link_type|at_format|at_ptr_name|at_bbc_team)$/i,
]
