import type { Workspace } from '../transport/workspaces.ts'

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
  /** Id of the message whose button was pressed: what all may see goes into its thread. */
  readonly thread: string | null
}
