import { createHmac, timingSafeEqual } from 'node:crypto'

/** What hubs may use (WebSub, section 7.1). SHA-1 is still what most send, and is sound inside an HMAC. */
const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/** Whether `X-Hub-Signature` (`sha256=<hex>`) is the HMAC of the body under our secret. Takes the same time for every wrong one. */
export function isSigned(body: Uint8Array, header: string | undefined, secret: string): boolean {
  const [, method = '', given = ''] = /^\s*(sha\d{1,3})=([\da-f]{40,128})\s*$/i.exec(header ?? '') ?? []
  if (!METHODS.has(method.toLowerCase())) return false
  const right = createHmac(method, secret).update(body).digest()
  const sent = Buffer.from(given, 'hex')
  return sent.length === right.length && timingSafeEqual(sent, right)
}
