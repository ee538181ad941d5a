/**
 * Returns an http(s) address in ASCII, without credentials that could imitate a host; null for anything else.
 */
export function webAddress(url: string | null): string | null {
  const address = url === null ? null : URL.parse(url)
  if (address === null || (address.protocol !== 'https:' && address.protocol !== 'http:')) return null
  address.username = ''
  address.password = ''
  return address.href
}
