import { setTimeout as wait } from 'node:timers/promises'
import type { Installation, InstallationQuery } from '@slack/bolt'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { seal, type SealingKey, unseal } from './seal.ts'

const KIND = { platform: 'slack', kind: 'installation' } as const

/** How long whoever waits for an answer waits for the store, in milliseconds: Slack wants an acknowledgement within three seconds. */
const PATIENCE_MS = 100

/** What Slack told when a workspace or an organisation installed the app; the rest of it is kept as it is. */
const kept = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional(),
  enterprise: z.looseObject({ id: z.string() }).optional(),
  user: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ token: z.string(), userId: z.string(), scopes: z.array(z.string()) }).optional(),
  isEnterpriseInstall: z.boolean().optional(),
  installedAt: z.number().optional(),
})

/** `installedAt`: milliseconds since 1970, by our clock; absent in what was kept before it was written down. */
type Kept = Installation & { readonly installedAt?: number }

export type Installations = ReturnType<typeof createInstallations>

interface InstallationTools {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Somebody installed the app in this workspace or organisation. */
  readonly onInstalled?: (id: string, at: number) => Promise<void>
  /** Told at each start, and when somebody installs the app. */
  readonly onGranted?: (id: string, scopes: readonly string[]) => void
}

/**
 * The workspaces that installed the app. They are read once and then answered from memory, so that a request of Slack's never waits for the
 * store; what changes is written through, sealed, and what another process stored is read before it is asked for.
 */
export function createInstallations(
  memory: ChatMemory,
  keys: readonly SealingKey[],
  log: ChatLog,
  { now, onInstalled = () => Promise.resolve(), onGranted = () => undefined }: InstallationTools = {
    now: Date.now,
  },
) {
  const known = new Map<string, { readonly installation: Kept; readonly sealed: string }>()
  /** Those that are being written: the store still has what was before. */
  const keeping = new Set<string>()
  /** Those that no key opens, so that it is said once. */
  const shut = new Map<string, string>()
  const [newest] = keys
  if (newest === undefined) throw new Error('SLACK_TOKEN_KEYS holds no key.')
  const sealAs = (id: string, given: Kept) => seal(JSON.stringify(given), nameOf(id), newest)
  const isOlder = (keyId: string) => keyId !== newest.id

  async function keep(id: string, given: Kept): Promise<void> {
    const before = known.get(id)
    const sealed = sealAs(id, given)
    known.set(id, { installation: given, sealed })
    keeping.add(id)
    try {
      await memory.remember({ ...KIND, id }, sealed)
    } catch (error) {
      if (before === undefined) known.delete(id)
      else known.set(id, before)
      throw error
    } finally {
      keeping.delete(id)
    }
  }

  async function open(id: string, sealed: string): Promise<void> {
    if (shut.get(id) === sealed) return
    const unsealed = unseal(sealed, nameOf(id), keys)
    if (unsealed.status === 'shut') {
      shut.set(id, sealed)
      log.error(
        { workspace: id, reason: unsealed.reason },
        'a Slack installation cannot be opened: put the key that sealed it back into SLACK_TOKEN_KEYS, or install the app there again',
      )
      return
    }
    const opened = installation.parse(JSON.parse(unsealed.text))
    known.set(id, { installation: opened, sealed })
    if (isOlder(unsealed.keyId)) await keep(id, opened)
  }

  async function takeUp(id: string): Promise<void> {
    const before = known.get(id)
    const sealed = await memory.recall({ ...KIND, id })
    // What was installed or dropped while the store was asked is newer than what it said.
    if (keeping.has(id) || known.get(id) !== before || sealed === (before?.sealed ?? null)) return
    if (sealed === null) known.delete(id)
    else await open(id, sealed)
  }

  async function refresh(id: string): Promise<void> {
    const taken = takeUp(id).catch((error: unknown) =>
      log.error({ workspace: id, err: error }, 'the store does not say who installed the app'),
    )
    await Promise.race([taken, wait(PATIENCE_MS, undefined, { ref: false })])
  }

  return {
    /** Takes up what the store has by now; a store that hangs is not waited for. */
    refresh,
    /** Opens what is kept, and seals anew what was sealed with an older key. */
    async load(): Promise<void> {
      for (const [id, sealed] of await memory.recallAll(KIND)) await open(id, sealed)
      for (const [id, { installation }] of known)
        if (installation.bot !== undefined) onGranted(id, installation.bot.scopes)
    },
    /** From memory: the installation that serves a workspace, its own or that of an organisation. */
    of: (team: string, enterprise: string | null): Installation | null =>
      (known.get(team) ?? (enterprise === null ? undefined : known.get(enterprise)))?.installation ?? null,
    /** When each was installed, by workspace or organisation, in milliseconds since 1970; 0 where nobody knows. */
    since: (): ReadonlyMap<string, number> =>
      new Map([...known].map(([id, { installation }]) => [id, installation.installedAt ?? 0])),
    /** The app was removed at `at`: its token is worth nothing. One that was installed later stays. */
    async drop(id: string, at: number): Promise<void> {
      if ((known.get(id)?.installation.installedAt ?? 0) > at) return
      known.delete(id)
      await memory.forget({ ...KIND, id })
    },
    async storeInstallation(given: Installation): Promise<void> {
      const id = idOf(given)
      const at = now()
      await keep(id, { ...given, installedAt: at })
      log.info({ workspace: id }, 'Slack workspace installed the app')
      if (given.bot !== undefined) onGranted(id, given.bot.scopes)
      await onInstalled(id, at)
    },
    async fetchInstallation({
      teamId,
      enterpriseId,
      isEnterpriseInstall,
    }: InstallationQuery<boolean>): Promise<Installation> {
      const ids = [isEnterpriseInstall ? undefined : teamId, enterpriseId].filter((id) => id !== undefined)
      const find = () => ids.map((id) => known.get(id)).find((one) => one !== undefined)?.installation
      const remembered = find()
      if (remembered !== undefined) return remembered
      await Promise.all(ids.map(refresh))
      const found = find()
      if (found !== undefined) return found
      throw new Error(`The app is not installed in the workspace ${teamId ?? enterpriseId}.`)
    },
  }
}

/** Sealed texts are bound to it: one that is moved to another workspace does not open. */
const nameOf = (id: string): string => `${KIND.platform}:${KIND.kind}:${id}`

/** It was sealed by us from what Bolt gave; looked at are the fields that are used. */
const installation = z.custom<Kept>((read) => kept.safeParse(read).success)

function idOf({ isEnterpriseInstall, enterprise, team }: Installation): string {
  const id = isEnterpriseInstall === true ? enterprise?.id : team?.id
  if (id === undefined) throw new Error('Slack installed the app and named no workspace.')
  return id
}
