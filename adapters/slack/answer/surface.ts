import type { Context } from '@slack/bolt'
import type { Workspace, Workspaces } from '../transport/workspaces.ts'

/** Where somebody asked, and so where the answer goes. */
export interface Surface {
  readonly workspace: Workspace
  readonly user: string
  /** Their name as it came with the request; null where none did. */
  readonly userName: string | null
  /** The workspace that the person is of, which may be another one where a channel is shared; null where Slack does not say. */
  readonly userTeam: string | null
  /** Null on the app's own page. */
  readonly channel: string | null
  /** Takes five messages in thirty minutes, also where we are no member; null where Slack gave none. */
  readonly responseUrl: string | null
  /** Id of the message in whose thread all may see the answer: the one that mentions the app, or whose button was pressed. */
  readonly thread: string | null
  /** Id of the thread that they were reading when they asked: there they see what is meant for them alone. Null where they read none. */
  readonly reading: string | null
}

/** What payloads of Slack's have in common: who did something, and where. */
interface Payload {
  readonly team?: { readonly id: string } | null
  readonly user: { readonly id: string; readonly name?: string; readonly team_id?: string }
  readonly channel?: { readonly id: string }
  readonly container?: { readonly channel_id?: unknown }
  readonly response_url?: string
}

/** Where somebody did something. The workspace is the one in which the app is installed: people of another one may share its channels. */
export async function arrivalOf(
  payload: Payload,
  context: Context,
  workspaces: Workspaces,
  { thread = null, reading = null }: Partial<Pick<Surface, 'thread' | 'reading'>> = {},
): Promise<Surface> {
  const { team, user, channel, container, response_url: responseUrl = null } = payload
  const named = container?.channel_id
  return {
    workspace: await workspaces.of(context.teamId ?? team?.id ?? user.team_id ?? null),
    user: user.id,
    userName: user.name ?? null,
    userTeam: user.team_id ?? null,
    channel: channel?.id ?? (typeof named === 'string' ? named : null),
    responseUrl,
    thread,
    reading,
  }
}
