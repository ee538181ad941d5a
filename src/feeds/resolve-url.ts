/**
 * Resolves an address from a feed to an absolute http(s) URL, or null. An address that is already absolute is
 * returned as written.
 */
export function resolveUrl(written: string, base: string | null): string | null {
  const text = written.trim()
  if (text === '' || text.length > MAX_LENGTH) return null
  if (PLAIN.test(text)) return text
  const url = parse(text, base) ?? parse(text, null)
  if (!url || !isWeb(url)) return null
  return /^https?:\/\/[^/\s\\]/i.test(text) && !/\s/.test(text) ? text : url.href
}

/**
 * Matches addresses that need neither resolving nor checking. Most do, and the test is many times faster than
 * parsing them.
 */
const PLAIN = /^https?:\/\/[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?(?:[/?#][\w!$&'()*+,;=:@/?#%.~-]*)?$/i

/** Browsers and stores agree on little beyond this length. Longer addresses are data. */
const MAX_LENGTH = 4096

const parse = (text: string, base: string | null): URL | null => URL.parse(text, base ?? undefined)

const isWeb = (url: URL): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''

/** Whether a text is an absolute http(s) address. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && isWeb(url)
}
