import type { AuthorizeResult, HTTPReceiver, Logger, SocketModeReceiver, webApi } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'

/** A workspace that the app serves. */
export interface Workspace {
  readonly team: string
  /** Id of its organisation; null if it belongs to none, or none is known. */
  readonly organisation: string | null
  readonly client: webApi.WebClient
}

/** Where a request from Slack comes from. */
export interface Origin {
  readonly teamId?: string | undefined
  readonly enterpriseId?: string | undefined
}

/**
 * Called with a workspace or organisation that has the app at this time (milliseconds since 1970): at each
 * start, and when somebody installs it.
 */
export type OnInstalled = (workspace: string, at: number) => Promise<void>

/** Who removed the app: a workspace, or an organisation for all of its workspaces. */
export interface Remover {
  readonly team: string | null
  readonly organisation: string | null
}

/** Access to the workspaces that the app serves. */
export interface Workspaces {
  /**
   * Loads the stored state and checks what can be checked.
   * @throws Error with a remedy when a token is useless
   */
  load(): Promise<void>
  /**
   * A workspace with its API client; the only one if `team` is null.
   * @throws DeliveryError when the app is not installed there
   */
  of(team: string | null): Promise<Workspace>
  /** Whether the token covers a request's origin. Answered from memory; true while unknown. */
  serves(origin: Origin): boolean
  /** Finds the token with which to answer a request, from memory. Null if Bolt finds it by installation. */
  readonly authorize: ((origin: Origin) => Promise<AuthorizeResult>) | null
  /** Records that a workspace is served by its organisation's installation. */
  learn(team: string, organisation: string): Promise<void>
  /** Drops from memory what the store no longer has, as all data of a workspace may have been deleted. */
  recheck(team: string): Promise<void>
  /**
   * The workspaces no longer served after the app was removed at `at` (milliseconds since 1970); none if it
   * was installed later.
   */
  leftBy(remover: Remover, at: number): Promise<readonly string[]>
  /** Deletes the now useless token of a workspace or organisation that removed the app. */
  drop(remover: Remover, at: number): Promise<void>
}

/** What entrances and workspaces need. */
export interface TransportTools extends Pick<ChatTools, 'memory' | 'log' | 'now' | 'endProgram'> {
  readonly web: webApi.WebClientOptions
  readonly logger: Logger
  readonly onInstalled: OnInstalled
  /** Called with the scopes of an installation, by its workspace or organisation. */
  readonly onGranted: (id: string, scopes: readonly string[]) => void
}

/** The way by which Slack's requests arrive. */
export interface Entrance {
  readonly receiver: HTTPReceiver | SocketModeReceiver
  /** @throws Error with a remedy when it can never work as set up */
  start(): Promise<void>
  stop(): Promise<void>
}
