import { createHash, randomBytes } from 'node:crypto'
import { type Command, MOST_MANAGED } from '../chat/command.ts'
import { newId } from '../subscriptions/new-id.ts'
import type { AccessKey, AccessKind, Visitor } from '../records/access-key.ts'
import { ownerOf } from './asker.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { info } from './notice.ts'

/** How long a link can be used to sign in: as long as it takes to open it. */
const LINK_MS = 10 * 60_000

/** `web`: a link that signs its asker in to the pages, once. Shown to nobody else. */
export function webCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'web',
    options: [],
    usage: 'web',
    examples: ['web'],
    async run(_input, asker) {
      const { pages } = context
      if (pages === null) return info(asker, 'web.off')
      // What is stored must be plain data. Pages use the person's own zone and languages, not those of the
      // channel.
      const { findChannel: _findChannel, findManaged, thread: _thread, person, ...told } = asker
      const manages = ((await findManaged?.()) ?? []).slice(0, MOST_MANAGED)
      const visitor: Visitor = { ...told, ...person, ...(manages.length > 0 && { manages }) }
      const { key, secret } = makeKey('link', visitor, context.now(), LINK_MS)
      await pages.keys.keepAccessKey(key, 1)
      return info(asker, 'web.link', { address: `${pages.root}/enter/${secret}` })
    },
  })
}

/**
 * Makes a new access key and the secret given to its person: 32 random bytes, which cannot be guessed, so the
 * hash need not be slow.
 */
export function makeKey(
  kind: AccessKind,
  visitor: Visitor,
  now: number,
  lastsMs: number | null,
): { readonly key: AccessKey; readonly secret: string } {
  const secret = randomBytes(32).toString('base64url')
  const key: AccessKey = {
    id: newId(Math.random),
    kind,
    hash: hashOf(secret),
    person: ownerOf(visitor),
    visitor,
    createdAt: now,
    expiresAt: lastsMs === null ? null : now + lastsMs,
    usedAt: null,
  }
  return { key, secret }
}

/** Hashes a secret as in `AccessKey.hash`. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
