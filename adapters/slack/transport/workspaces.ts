import type { AuthorizeResult, HTTPReceiver, Logger, SocketModeReceiver, webApi } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'

/** A workspace in which we may speak. */
export interface Workspace {
  readonly team: string
  /** Id of the organisation that it belongs to; null where it belongs to none, or none is known. */
  readonly organisation: string | null
  readonly client: webApi.WebClient
}

/** What a request of Slack's says of where it comes from. */
export interface Origin {
  readonly teamId?: string | undefined
  readonly enterpriseId?: string | undefined
}

/** The app is in a workspace or an organisation at this time, in milliseconds since 1970. Told at each start, and when somebody installs it. */
export type OnInstalled = (workspace: string, at: number) => Promise<void>

/** Who removed the app: a workspace, or an organisation for all of its own. */
export interface Remover {
  readonly team: string | null
  readonly organisation: string | null
}

/** The workspaces in which we may speak. */
export interface Workspaces {
  /** What was kept is read, what can be checked is checked. @throws Error with a remedy when a token is of no use */
  load(): Promise<void>
  /** Calls to a workspace; the only one where none is named. @throws DeliveryError when the app is not installed there */
  of(team: string | null): Promise<Workspace>
  /** Whether a request is from where the token is of; from memory, and true where that is not known yet. */
  serves(origin: Origin): boolean
  /** Whose token a request of Slack's is answered with; from memory. Null where that is found by installation. */
  readonly authorize: ((origin: Origin) => Promise<AuthorizeResult>) | null
  /** A workspace is served by the installation of its organisation. */
  learn(team: string, organisation: string): Promise<void>
  /** All that was kept of a workspace may have been deleted: what the store no longer has is not remembered either. */
  recheck(team: string): Promise<void>
  /** The workspaces that are no longer served once the app was removed at `at`, in milliseconds since 1970; none where it was installed later. */
  leftBy(remover: Remover, at: number): Promise<readonly string[]>
  /** The token of who removed the app is worth nothing. */
  drop(remover: Remover, at: number): Promise<void>
}

/** What a way in and workspaces work with. */
export interface TransportTools extends Pick<ChatTools, 'memory' | 'log' | 'now' | 'endProgram'> {
  readonly web: webApi.WebClientOptions
  readonly logger: Logger
  readonly onInstalled: OnInstalled
  /** An installation, by its workspace or organisation, has these scopes. */
  readonly onGranted: (id: string, scopes: readonly string[]) => void
}

/** Where what people do in Slack comes in. */
export interface Entrance {
  readonly receiver: HTTPReceiver | SocketModeReceiver
  /** @throws Error with a remedy when it can never work as it is set up */
  start(): Promise<void>
  stop(): Promise<void>
}
