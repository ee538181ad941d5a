import { setTimeout as wait } from 'node:timers/promises'
import type { Installation, InstallationQuery } from '@slack/bolt'
import { z } from 'zod'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { seal, type SealingKey, unseal } from './seal.ts'

const MEMORY_KIND = { platform: 'slack', kind: 'installation' } as const

/**
 * How long a request waits for the store, in milliseconds: Slack expects an acknowledgement within three
 * seconds.
 */
const PATIENCE_MS = 100

/** The fields we read of what Slack sent with an installation; the others are kept unchanged. */
const kept = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional(),
  enterprise: z.looseObject({ id: z.string() }).optional(),
  user: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ token: z.string(), userId: z.string(), scopes: z.array(z.string()) }).optional(),
  isEnterpriseInstall: z.boolean().optional(),
  installedAt: z.number().optional(),
})

/**
 * `installedAt`: milliseconds since 1970, by our clock; absent in installations stored before this field
 * existed.
 */
type StoredInstallation = Installation & { readonly installedAt?: number }

export type Installations = ReturnType<typeof createInstallations>

interface InstallationTools {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called when somebody installs the app in this workspace or organisation. */
  readonly onInstalled?: (id: string, at: number) => Promise<void>
  /** Called with the granted scopes at each start, and when somebody installs the app. */
  readonly onGranted?: (id: string, scopes: readonly string[]) => void
}

/**
 * The workspaces that installed the app. Loaded once and then answered from memory, so that a request of
 * Slack's never waits long for the store. Changes are written through, sealed; `refresh` reads what another
 * process stored.
 */
export function createInstallations(
  memory: ChatMemory,
  keys: readonly SealingKey[],
  log: ChatLog,
  { now, onInstalled = () => Promise.resolve(), onGranted = () => undefined }: InstallationTools = {
    now: Date.now,
  },
) {
  const known = new Map<string, { readonly installation: StoredInstallation; readonly sealed: string }>()
  /** Ids being written: the store still holds their previous state. */
  const keeping = new Set<string>()
  /** Sealed texts that no key opens, so that each is logged once. */
  const shut = new Map<string, string>()
  const [newest] = keys
  if (newest === undefined) throw new Error('SLACK_TOKEN_KEYS holds no key.')
  const sealAs = (id: string, given: StoredInstallation) => seal(JSON.stringify(given), nameOf(id), newest)
  const isOlder = (keyId: string) => keyId !== newest.id

  async function keep(id: string, given: StoredInstallation): Promise<void> {
    const before = known.get(id)
    const sealed = sealAs(id, given)
    known.set(id, { installation: given, sealed })
    keeping.add(id)
    try {
      await memory.remember({ ...MEMORY_KIND, id }, sealed)
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
    const sealed = await memory.recall({ ...MEMORY_KIND, id })
    // An installation or removal while the store was read is newer than what the store returned.
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
    /** Reads an installation from the store again, but does not wait for a store that hangs. */
    refresh,
    /** Opens all stored installations, and reseals those sealed with an older key. */
    async load(): Promise<void> {
      for (const [id, sealed] of await memory.recallAll(MEMORY_KIND)) await open(id, sealed)
      for (const [id, { installation }] of known)
        if (installation.bot !== undefined) onGranted(id, installation.bot.scopes)
    },
    /**
     * The installation that serves a workspace, its own or its organisation's, from memory; null if there is
     * none.
     */
    of: (team: string, enterprise: string | null): Installation | null =>
      (known.get(team) ?? (enterprise === null ? undefined : known.get(enterprise)))?.installation ?? null,
    /** When each was installed, by workspace or organisation, in milliseconds since 1970; 0 if unknown. */
    since: (): ReadonlyMap<string, number> =>
      new Map([...known].map(([id, { installation }]) => [id, installation.installedAt ?? 0])),
    /**
     * Deletes an installation that was removed at `at`, as its token is useless. A later installation stays.
     */
    async drop(id: string, at: number): Promise<void> {
      if ((known.get(id)?.installation.installedAt ?? 0) > at) return
      known.delete(id)
      await memory.forget({ ...MEMORY_KIND, id })
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

/** Sealed texts are bound to this name: one moved to another workspace does not open. */
const nameOf = (id: string): string => `${MEMORY_KIND.platform}:${MEMORY_KIND.kind}:${id}`

/** We sealed what Bolt gave us, so only the fields in use are checked. */
const installation = z.custom<StoredInstallation>((read) => kept.safeParse(read).success)

function idOf({ isEnterpriseInstall, enterprise, team }: Installation): string {
  const id = isEnterpriseInstall === true ? enterprise?.id : team?.id
  if (id === undefined) throw new Error('Slack installed the app and named no workspace.')
  return id
}
