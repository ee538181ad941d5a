import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Whether the client runs on this machine: the connection is local, uses a local name (another site may point
 * a name of its own here, DNS rebinding), and was not forwarded. A proxy need not reveal itself, so this is
 * only used if the pages have no public address.
 */
export function isFromThisMachine(c: Context): boolean {
  const { address } = getConnInfo(c).remote
  const isPassedOn = FORWARDED.some((name) => c.req.header(name) !== undefined)
  return isLoopback(address ?? '') && LOCAL_NAME.test(c.req.header('host') ?? '') && !isPassedOn
}

const isLoopback = (address: string): boolean => /^(?:127\.|::1$|::ffff:127\.)/u.test(address)

const LOCAL_NAME = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/iu

/** Headers added by proxies: RFC 7239, its predecessors, and RFC 9110, 7.6.3. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']
