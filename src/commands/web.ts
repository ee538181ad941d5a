import { createHash, randomBytes } from 'node:crypto'
import { type Command, MOST_MANAGED } from '../chat/command.ts'
import { newId } from '../subscriptions/new-id.ts'
import type { AccessKey, AccessKind, Visitor } from '../records/access-key.ts'
import { ownerOf } from './asker.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { info } from './notice.ts'

/** How long a link signs in: as long as it takes to open it. */
const LINK_MS = 10 * 60_000

/** A link that signs its asker in to the pages, once; for nobody else's eyes. */
export function webCommand(newsroom: CommandContext): Command {
  return defineCommand({
    name: 'web',
    options: [],
    usage: 'web',
    examples: ['web'],
    async run(_input, asker) {
      const { pages } = newsroom
      if (pages === null) return info(asker, 'web.off')
      // What is kept is data, and goes by the person's own clock and languages, not by those of the channel.
      const { findChannel: _findChannel, findManaged, thread: _thread, person, ...told } = asker
      const manages = ((await findManaged?.()) ?? []).slice(0, MOST_MANAGED)
      const visitor: Visitor = { ...told, ...person, ...(manages.length > 0 && { manages }) }
      const { key, secret } = makeKey('link', visitor, newsroom.now(), LINK_MS)
      await pages.keys.keepAccessKey(key, 1)
      return info(asker, 'web.link', { address: `${pages.root}/enter/${secret}` })
    },
  })
}

/** A new key and what its person is given: 32 random bytes, which nobody guesses and nothing needs to slow down. */
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

/** As `AccessKey.hash` has it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
