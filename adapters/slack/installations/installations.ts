import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { ChatMemory } from '../../../src/chat/chat-memory.ts'
import { seal, unseal } from './seal.ts'
import type { SealingKey } from './sealing-key.ts'

const KIND = { platform: 'slack', kind: 'installation' } as const

/** What Slack told when a workspace or an organisation installed the app; the rest of it is kept as it is. */
const kept = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional(),
  enterprise: z.looseObject({ id: z.string() }).optional(),
  user: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ token: z.string(), userId: z.string() }).optional(),
  isEnterpriseInstall: z.boolean().optional(),
})

/**
 * The workspaces that installed the app. They are read once and then answered from memory, so that a request of Slack's never waits for the
 * store; what changes is written through, sealed.
 */
export interface Installations extends InstallationStore {
  /** Opens what is kept, and seals anew what was sealed with an older key. */
  load(): Promise<void>
  /** The installation that serves a workspace: its own, or that of an organisation. */
  of(team: string, enterprise: string | null): Installation | null
  /** Out of memory where the store no longer has it. */
  recheck(id: string): Promise<void>
  /** Out of memory; the store forgets it with the workspace. */
  drop(id: string): void
}

export function createInstallations(
  memory: ChatMemory,
  keys: readonly SealingKey[],
  log: ChatLog,
): Installations {
  const known = new Map<string, Installation>()
  const [newest] = keys
  if (newest === undefined) throw new Error('SLACK_TOKEN_KEYS holds no key.')

  const keep = (id: string, installation: Installation): Promise<void> =>
    memory.remember({ ...KIND, id }, seal(JSON.stringify(installation), nameOf(id), newest))

  return {
    async load() {
      for (const [id, sealed] of await memory.recallAll(KIND)) {
        const unsealed = unseal(sealed, nameOf(id), keys)
        if (unsealed.status === 'shut') {
          log.error(
            { workspace: id, reason: unsealed.reason },
            'a Slack installation cannot be opened: put the key that sealed it back into SLACK_TOKEN_KEYS, or install the app there again',
          )
          continue
        }
        const opened = installation.parse(JSON.parse(unsealed.text))
        known.set(id, opened)
        if (unsealed.keyId !== newest.id) await keep(id, opened)
      }
    },
    of: (team, enterprise) =>
      known.get(team) ?? (enterprise === null ? null : (known.get(enterprise) ?? null)),
    async recheck(id) {
      if ((await memory.recall({ ...KIND, id })) === null) known.delete(id)
    },
    drop: (id) => void known.delete(id),
    async storeInstallation(installation) {
      const id = idOf(installation)
      await keep(id, installation)
      known.set(id, installation)
      log.info({ workspace: id }, 'Slack workspace installed the app')
    },
    fetchInstallation(query) {
      const { teamId, enterpriseId, isEnterpriseInstall } = query
      const found = isEnterpriseInstall
        ? known.get(enterpriseId ?? '')
        : (known.get(teamId ?? '') ?? known.get(enterpriseId ?? ''))
      return found === undefined
        ? Promise.reject(new Error(`The app is not installed in the workspace ${teamId ?? enterpriseId}.`))
        : Promise.resolve(found)
    },
    async deleteInstallation(query) {
      const id = idOfQuery(query)
      known.delete(id)
      await memory.forget({ ...KIND, id })
    },
  }
}

/** Sealed texts are bound to it: one that is moved to another workspace does not open. */
const nameOf = (id: string): string => `${KIND.platform}:${KIND.kind}:${id}`

/** It was sealed by us from what Bolt gave; looked at are the fields that are used. */
const installation = z.custom<Installation>((read) => kept.safeParse(read).success)

function idOf({ isEnterpriseInstall, enterprise, team }: Installation): string {
  const id = isEnterpriseInstall === true ? enterprise?.id : team?.id
  if (id === undefined) throw new Error('Slack installed the app and named no workspace.')
  return id
}

function idOfQuery({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? ''
}
