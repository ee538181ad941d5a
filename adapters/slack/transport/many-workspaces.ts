import { webApi, type HTTPReceiver } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import type { ChatMemory } from '../../../src/chat/chat-memory.ts'
import { toDeliveryError } from '../errors.ts'
import type { Installations } from '../installations/installations.ts'
import type { Workspaces } from './workspaces.ts'

/** `id` is a workspace, the text the organisation whose installation serves it. */
const ENTERPRISE = { platform: 'slack', kind: 'enterprise' } as const

/** Clients in use; each holds a token and little else. */
const CLIENTS = 2_000

interface ManyOptions {
  readonly installations: Installations
  /** Reads the token of an installation, and renews one that runs out. */
  readonly installer: NonNullable<HTTPReceiver['installer']>
  readonly memory: ChatMemory
  readonly web: webApi.WebClientOptions
}

/** The workspaces and organisations that installed the app. */
export function manyWorkspaces({ installations, installer, memory, web }: ManyOptions): Workspaces {
  const enterprises = new Map<string, string>()
  const clients = new LRUCache<string, webApi.WebClient>({ max: CLIENTS })

  async function tokenOf(
    team: string,
  ): Promise<{ readonly token: string; readonly byOrganisation: boolean }> {
    const enterprise = enterprises.get(team) ?? null
    const installation = installations.of(team, enterprise)
    const byOrganisation = installation?.isEnterpriseInstall === true
    const source = byOrganisation
      ? { teamId: undefined, enterpriseId: enterprise ?? '', isEnterpriseInstall: true }
      : { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }
    const token = installation === null ? undefined : (await installer.authorize(source)).botToken
    if (token !== undefined) return { token, byOrganisation }
    throw new DeliveryError(
      'channel-gone',
      `The app is not installed in the workspace ${team}. Install it there.`,
      { remedy: 'reinstall' },
    )
  }

  return {
    async load() {
      await installations.load()
      for (const [team, enterprise] of await memory.recallAll(ENTERPRISE)) enterprises.set(team, enterprise)
    },
    async of(team) {
      if (team === null)
        throw new DeliveryError(
          'channel-gone',
          'Where many workspaces use the app, a channel is named with its workspace: slack:T012AB3CD/C012AB3CD.',
        )
      try {
        const { token, byOrganisation } = await tokenOf(team)
        const id = `${team} ${token}`
        const client =
          clients.get(id) ?? new webApi.WebClient(token, byOrganisation ? { ...web, teamId: team } : web)
        clients.set(id, client)
        return { team, client }
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
    authorize: null,
    async learn(team, enterprise) {
      if (enterprises.get(team) === enterprise || installations.of(team, null) !== null) return
      enterprises.set(team, enterprise)
      await memory.remember({ ...ENTERPRISE, id: team }, enterprise)
    },
    async recheck(team) {
      if ((await memory.recall({ ...ENTERPRISE, id: team })) === null) enterprises.delete(team)
      await installations.recheck(team)
    },
    async drop({ team, enterprise }) {
      const isOwn = team !== null && installations.of(team, null) !== null
      const gone = (isOwn ? team : (enterprise ?? team)) ?? ''
      const served = [...enterprises].flatMap(([own, by]) => (by === gone ? [own] : []))
      installations.drop(gone)
      enterprises.delete(gone)
      for (const own of served) {
        enterprises.delete(own)
        await memory.forget({ ...ENTERPRISE, id: own })
      }
      return [gone, ...served]
    },
  }
}
