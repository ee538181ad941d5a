import { z } from 'zod'
import type { ChatMemory } from '../../../src/chat/chat-memory.ts'
import type { Posted } from './say-in-channel.ts'

const KIND = { platform: 'slack', kind: 'unfinished' } as const

const kept = z.array(z.object({ ts: z.string(), channel: z.string() }))

/**
 * Messages of which only the first parts could be posted, by workspace and the key of their post: the next try goes on there. Read once; what is asked for each
 * post is answered from memory.
 */
export interface Unfinished {
  load(): Promise<void>
  of(team: string, key: string): readonly Posted[]
  keep(team: string, key: string, posted: readonly Posted[]): Promise<void>
  done(team: string, key: string): Promise<void>
}

export function createUnfinished(memory: ChatMemory): Unfinished {
  const known = new Map<string, readonly Posted[]>()
  return {
    async load() {
      for (const [id, text] of await memory.recallAll(KIND)) known.set(id, kept.parse(JSON.parse(text)))
    },
    of: (team, key) => known.get(`${team}/${key}`) ?? [],
    async keep(team, key, posted) {
      const id = `${team}/${key}`
      known.set(id, posted)
      await memory.remember({ ...KIND, id }, JSON.stringify(posted))
    },
    async done(team, key) {
      const id = `${team}/${key}`
      if (known.delete(id)) await memory.forget({ ...KIND, id })
    },
  }
}
