import type { Context } from '@slack/bolt'
import type { Workspace, Workspaces } from '../transport/workspaces.ts'

/** Where somebody asked, and so where the answer goes. */
export interface Surface {
  readonly workspace: Workspace
  readonly user: string
  /** Their name, if it came with the request. */
  readonly userName: string | null
  /** The person's workspace, which may be another one in a shared channel; null if Slack does not say. */
  readonly userTeam: string | null
  /** Null on the Home tab. */
  readonly channel: string | null
  /**
   * Accepts five messages within thirty minutes, even where the app is not a member; null if Slack gave none.
   */
  readonly responseUrl: string | null
  /**
   * Id of the message in whose thread a public answer goes: the one that mentions the app, or whose button
   * was pressed.
   */
  readonly thread: string | null
  /**
   * Id of the thread the person was reading when asking, in which private answers are shown; null if none.
   */
  readonly reading: string | null
}

/** The fields that Slack's payloads have in common: who did something, and where. */
interface Payload {
  readonly team?: { readonly id: string } | null
  readonly user: { readonly id: string; readonly name?: string; readonly team_id?: string }
  readonly channel?: { readonly id: string }
  readonly container?: { readonly channel_id?: unknown }
  readonly response_url?: string
}

/**
 * The surface of a payload. Its workspace is the one in which the app is installed, even if the person
 * belongs to another workspace that shares the channel.
 */
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
