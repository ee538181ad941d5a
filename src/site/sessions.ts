import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hashOf, makeKey } from '../commands/web.ts'
import type { AccessKeys } from '../records/ports/access-keys.ts'
import type { Session, SiteEnv } from './site-tools.ts'

/**
 * Length of a session, in milliseconds. Permissions are those their platform reported when the link was asked
 * for, so they are asked for again after half a day.
 */
const SESSION_MS = 12 * 3_600_000

/** Browsers in which one person can be signed in. */
const MOST_SESSIONS = 10

export type Sessions = ReturnType<typeof createSessions>

/** Creates sessions, kept in a cookie that scripts cannot read and other sites' forms do not send. */
export function createSessions(keys: AccessKeys, root: string, now: () => number) {
  const { protocol, pathname } = new URL(root)
  const isSecure = protocol === 'https:'
  // Browsers accept this name only from a host over HTTPS, so nobody else can set it (RFC 6265bis, 4.1.3.2).
  const name = isSecure && pathname === '/' ? '__Host-dragoman' : 'dragoman'
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
  return {
    /** Signs in with the secret of a link; false if it is invalid or used. */
    async enter(c: Context<SiteEnv>, secret: string): Promise<boolean> {
      const link = await keys.useAccessKey('link', hashOf(secret), now())
      if (link === null) return false
      const session = makeKey('session', link.visitor, now(), SESSION_MS)
      await keys.keepAccessKey(session.key, MOST_SESSIONS)
      setCookie(c, name, session.secret, { ...options, maxAge: SESSION_MS / 1000 })
      return true
    },
    async leave(c: Context<SiteEnv>): Promise<void> {
      const session = c.get('session')
      if (session !== null) await keys.revokeAccessKey(session.key.person, session.key.id)
      deleteCookie(c, name, options)
    },
    async of(c: Context<SiteEnv>): Promise<Session | null> {
      const secret = getCookie(c, name)
      if (secret === undefined || secret.length > LONGEST_SECRET) return null
      const key = await keys.useAccessKey('session', hashOf(secret), now())
      return key && { key, asker: key.visitor, formToken: hashOf(`form ${secret}`) }
    },
  }
}

/** Longest secret that is looked up, in characters; ours have 43. */
const LONGEST_SECRET = 100

/** Whether a form was drawn for this session (OWASP, Cross-Site Request Forgery Prevention). */
export function isOwnForm({ formToken }: Session, sent: string | undefined): boolean {
  const [own, other] = [Buffer.from(formToken), Buffer.from(sent ?? '')]
  return own.length === other.length && timingSafeEqual(own, other)
}
