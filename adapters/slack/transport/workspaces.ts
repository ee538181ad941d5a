import type { AuthorizeResult, webApi } from '@slack/bolt'

/** A workspace in which we may speak. */
export interface Workspace {
  readonly team: string
  readonly client: webApi.WebClient
}

/** The workspaces in which we may speak. */
export interface Workspaces {
  /** What was kept is read, what can be checked is checked. @throws Error with a remedy when a token is of no use */
  load(): Promise<void>
  /** Calls to a workspace; the only one where none is named. @throws DeliveryError when the app is not installed there */
  of(team: string | null): Promise<Workspace>
  /** Whose token a request of Slack's is answered with; from memory. Null where that is found by installation. */
  readonly authorize: (() => Promise<AuthorizeResult>) | null
  /** A workspace is served by the installation of its organisation. */
  learn(team: string, enterprise: string): Promise<void>
  /** All that was kept of a workspace may have been deleted: what the store no longer has is not remembered either. */
  recheck(team: string): Promise<void>
  /** The app was removed there. Gives the workspaces that are no longer served. */
  drop(gone: { readonly team: string | null; readonly enterprise: string | null }): Promise<readonly string[]>
}
