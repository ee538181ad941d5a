import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hashOf, makeKey } from '../commands/web.ts'
import type { AccessKeys } from '../records/ports/access-keys.ts'
import type { Session, SiteEnv } from './site-tools.ts'

/** What a person may do is as their platform told it when they asked for the link: after half a working day it is asked anew. */
const SESSION_MS = 12 * 3_600_000

/** Browsers that one person is signed in with. */
const MOST_SESSIONS = 10

export type Sessions = ReturnType<typeof createSessions>

/** Who is signed in, by a cookie that scripts do not see and forms of other sites do not send. */
export function createSessions(keys: AccessKeys, root: string, now: () => number) {
  const { protocol, pathname } = new URL(root)
  const isSecure = protocol === 'https:'
  // Browsers take this name only from where nobody else can set it (RFC 6265bis, 4.1.3.2).
  const name = isSecure && pathname === '/' ? '__Host-dragoman' : 'dragoman'
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
  return {
    /** Signs in with what a link holds; false where it holds nothing that counts. */
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

/** Characters; ours have 43. */
const LONGEST_SECRET = 100

/** Whether a form was drawn for this very session (OWASP, Cross-Site Request Forgery Prevention). */
export function isOwnForm({ formToken }: Session, sent: string | undefined): boolean {
  const [own, other] = [Buffer.from(formToken), Buffer.from(sent ?? '')]
  return own.length === other.length && timingSafeEqual(own, other)
}
