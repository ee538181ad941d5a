import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Whether whoever asks sits at this machine: the connection comes from it, by one of its own names (a page elsewhere may have a name of its own lead here, DNS rebinding),
 * and nobody passed the request on. A proxy before us may say nothing of itself, so this is asked only where pages have no address elsewhere.
 */
export function isHere(c: Context): boolean {
  const { address } = getConnInfo(c).remote
  const isPassedOn = FORWARDED.some((name) => c.req.header(name) !== undefined)
  return isLoopback(address ?? '') && LOCAL_NAME.test(c.req.header('host') ?? '') && !isPassedOn
}

const isLoopback = (address: string): boolean => /^(?:127\.|::1$|::ffff:127\.)/u.test(address)

const LOCAL_NAME = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/iu

/** What proxies add: RFC 7239, what was usual before it, and RFC 9110, 7.6.3. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']
