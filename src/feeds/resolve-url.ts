/** Absolute http(s) address of what a feed wrote, or null. What is absolute already stays as it was written. */
export function resolveUrl(written: string, base: string | null): string | null {
  const text = written.trim()
  if (text === '' || text.length > MAX_LENGTH) return null
  if (PLAIN.test(text)) return text
  const url = parse(text, base) ?? parse(text, null)
  if (!url || !isWeb(url)) return null
  return /^https?:\/\/[^/\s\\]/i.test(text) && !/\s/.test(text) ? text : url.href
}

/** Nothing to resolve and nothing to doubt: most addresses, and many times faster than parsing them. */
const PLAIN = /^https?:\/\/[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?(?:[/?#][\w!$&'()*+,;=:@/?#%.~-]*)?$/i

/** Browsers and stores agree on little beyond it; longer ones are data, not addresses. */
const MAX_LENGTH = 4096

const parse = (text: string, base: string | null): URL | null => URL.parse(text, base ?? undefined)

const isWeb = (url: URL): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''

/** Whether a text is an absolute http(s) address. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && isWeb(url)
}
