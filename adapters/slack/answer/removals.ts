import type { App } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import { eventTime } from './event-time.ts'
import type { OnInstalled, Remover, Workspaces } from '../transport/workspaces.ts'

interface RemovalTools extends Pick<ChatTools, 'memory' | 'log' | 'now'> {
  readonly app: App
  readonly workspaces: Workspaces
  readonly onInstalled: OnInstalled
}

/** Of the envelope of an event, who it is about. */
interface Envelope {
  readonly team_id?: string | null
  readonly enterprise_id?: string | null
}

/** When an organisation last gave a workspace of its own the app, so that an older event does not take it away again. */
const granted = (team: string) => ({ platform: 'slack', kind: 'granted', id: team }) as const

/**
 * A workspace or an organisation removes the app. Nothing is deleted then: whoever installs it again within thirty days finds everything as it was. Events come
 * twice, late and in any order; a revoked token alone says only that the next call will be refused.
 */
export function listenToRemovals(tools: RemovalTools): void {
  const { app, workspaces, onInstalled, memory, log, now } = tools

  async function leave(workspace: string, at: number): Promise<void> {
    const resting = await memory.leaveWorkspace({ platform: 'slack', workspace }, at)
    log.info(
      { workspace, resting },
      'a workspace removed the app; what is kept of it is deleted in thirty days',
    )
  }

  app.event('app_uninstalled', async ({ body }) => {
    const remover = removerOf(body)
    const at = eventTime(body, now())
    const left = await workspaces.leftBy(remover, at)
    if (left.length === 0) log.info(remover, 'the app was removed, and installed since')
    for (const workspace of left) await leave(workspace, at)
    if (left.length > 0) await workspaces.drop(remover, at)
  })

  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return
    log.warn(
      { workspace: body.team_id, organisation: body.enterprise_id },
      'Slack revoked the token of the bot: where no other one took its place, install the app there again',
    )
  })

  // An organisation took the app from some of its workspaces, or gave it to them.
  app.event('team_access_revoked', async ({ event, body }) => {
    const at = eventTime(body, now())
    if ((await workspaces.leftBy({ ...removerOf(body), team: null }, at)).length === 0) return
    for (const team of event.team_ids)
      if (Number(await memory.recall(granted(team))) <= at) await leave(team, at)
  })

  app.event('team_access_granted', async ({ event, body }) => {
    const at = eventTime(body, now())
    for (const team of event.team_ids) {
      await memory.remember(granted(team), String(at))
      await onInstalled(team, at)
    }
  })
}

const removerOf = ({ team_id: team = null, enterprise_id: organisation = null }: Envelope): Remover => ({
  team,
  organisation,
})
