import { webApi, type HTTPReceiver } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { toDeliveryError } from '../errors.ts'
import type { Installations } from './installations.ts'
import type { OnInstalled, Remover, TransportTools, Workspaces } from './workspaces.ts'

/** Memory with a workspace as `id`, and the organisation whose installation serves it as text. */
const ENTERPRISE = { platform: 'slack', kind: 'enterprise' } as const

/** Clients kept in memory; each holds a token and little else. */
const MOST_CLIENTS = 2_000

/**
 * Creates access to all workspaces and organisations that installed the app. `installer` reads the token of
 * an installation, and renews one that expires.
 */
export function manyWorkspaces(
  installations: Installations,
  installer: NonNullable<HTTPReceiver['installer']>,
  { memory, web, onInstalled: onEach }: TransportTools,
): Workspaces & { readonly onInstalled: OnInstalled } {
  const organisations = new Map<string, string>()
  const clients = new LRUCache<string, webApi.WebClient>({ max: MOST_CLIENTS })

  async function tokenOf(team: string): Promise<{
    readonly token: string
    readonly organisation: string | null
    readonly byOrganisation: boolean
  }> {
    const served = organisations.get(team) ?? null
    await Promise.all([team, ...(served === null ? [] : [served])].map((id) => installations.refresh(id)))
    const installation = installations.of(team, served)
    const byOrganisation = installation?.isEnterpriseInstall === true
    const source = byOrganisation
      ? { teamId: undefined, enterpriseId: served ?? '', isEnterpriseInstall: true }
      : { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }
    const token = installation === null ? undefined : (await installer.authorize(source)).botToken
    if (token !== undefined)
      return { token, organisation: installation?.enterprise?.id ?? served, byOrganisation }
    throw new DeliveryError(
      'channel-gone',
      `The app is not installed in the workspace ${team}. Install it there.`,
      { remedy: 'reinstall' },
    )
  }

  /** The id itself and, for an organisation, all workspaces it serves. */
  const servedBy = (id: string): readonly string[] => [
    id,
    ...[...organisations].flatMap(([team, by]) => (by === id ? [team] : [])),
  ]

  const removed = ({ team, organisation }: Remover): string => {
    const isOwn = team !== null && installations.of(team, null) !== null
    return (isOwn ? team : (organisation ?? team)) ?? ''
  }

  async function onInstalled(id: string, at: number): Promise<void> {
    for (const workspace of servedBy(id)) await onEach(workspace, at)
  }

  return {
    async load() {
      await installations.load()
      for (const [team, organisation] of await memory.recallAll(ENTERPRISE))
        organisations.set(team, organisation)
      for (const [id, at] of installations.since()) await onInstalled(id, at)
    },
    onInstalled,
    async of(team) {
      if (team === null)
        throw new DeliveryError(
          'channel-gone',
          'Where many workspaces use the app, a channel is named with its workspace: slack:T012AB3CD/C012AB3CD.',
        )
      try {
        const { token, organisation, byOrganisation } = await tokenOf(team)
        const id = `${team} ${token}`
        const client =
          clients.get(id) ?? new webApi.WebClient(token, byOrganisation ? { ...web, teamId: team } : web)
        clients.set(id, client)
        return { team, organisation, client }
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
    // Bolt looks up the installation first and refuses requests without one.
    serves: () => true,
    authorize: null,
    async learn(team, organisation) {
      if (organisations.get(team) === organisation || installations.of(team, null) !== null) return
      organisations.set(team, organisation)
      await memory.remember({ ...ENTERPRISE, id: team }, organisation)
    },
    async recheck(team) {
      if ((await memory.recall({ ...ENTERPRISE, id: team })) === null) organisations.delete(team)
      await installations.refresh(team)
    },
    async leftBy(remover, at) {
      const id = removed(remover)
      await installations.refresh(id)
      return (installations.since().get(id) ?? 0) > at ? [] : servedBy(id)
    },
    drop: (remover, at) => installations.drop(removed(remover), at),
  }
}
