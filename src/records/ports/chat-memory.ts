import type { Place, Platform, Workspace } from '../platform.ts'

/** What the adapters keep across restarts. Part of the store; times are milliseconds since 1970. */
export interface ChatMemory {
  /** A text that an adapter keeps under a name of its own; null where it keeps none. Secrets are sealed before they come here. */
  recall(name: MemoryName): Promise<string | null>
  /** All texts of one kind, by id. */
  recallAll(name: Omit<MemoryName, 'id'>): Promise<ReadonlyMap<string, string>>
  remember(name: MemoryName, text: string): Promise<void>
  forget(name: MemoryName): Promise<void>
  /** True the first time this event is named, false after it: platforms deliver some twice. Remembered for a day. */
  recordEvent(platform: Platform, event: string, at: number): Promise<boolean>
  /**
   * What was answered last at these places, since then; places without are absent. A place is named `platform:workspace/…`, and what is there is the caller's own. Processes
   * that answer share it: the next question may come to another one.
   */
  lastAnswers(places: readonly string[], since: number): Promise<ReadonlyMap<string, string>>
  /** In place of what was answered there before; null forgets it. What is older than `since` is forgotten everywhere. */
  keepLastAnswers(answers: ReadonlyMap<string, string | null>, at: number, since: number): Promise<void>
  /** Pauses the active subscriptions to this place, because nobody there can be reached; gives their number. */
  pauseSubscriptionsOf(place: Place, at: number): Promise<number>
  /** A channel has another id from now on: what is kept of it goes under the new one. */
  moveChannel(place: Required<Place>, to: string): Promise<void>
  /**
   * The app was removed from a workspace: what is active there rests, and what waits to be sent is not sent. It may come back; after thirty days the workspace is
   * forgotten by itself (`tidyStore`). Where it is gone already, it is so since the first time. Gives how many subscriptions rest now.
   */
  leaveWorkspace(place: Workspace, at: number): Promise<number>
  /** The app is in a workspace since `installedAt`: all is as it was before it was removed. Null where it was not, or only after that. */
  returnToWorkspace(place: Workspace, installedAt: number, at: number): Promise<ReturnedWorkspace | null>
  /**
   * Deletes what is kept of a workspace and its people: subscriptions, settings, mutes, what was told and what waits to be sent, and
   * what its adapter remembers under the workspace's id.
   */
  forgetWorkspace(place: Workspace): Promise<ForgottenWorkspace>
  /** Forgets one workspace that the app was removed from before then; 0 when none is left. */
  forgetLeftWorkspace(before: number): Promise<number>
}

export interface MemoryName {
  readonly platform: Platform
  /** What it is: `installation`, or `ADVICE`. */
  readonly kind: string
  /** The workspace's id, or `workspace/…`, where it belongs to one. */
  readonly id: string
}

/** What goes on in a workspace that installed the app again. */
interface ReturnedWorkspace {
  /** Milliseconds since 1970. */
  readonly leftAt: number
  readonly subscriptions: number
  /** Whose they are, as `Subscription.owner`, and how many each has. */
  readonly owners: readonly { readonly owner: string; readonly subscriptions: number }[]
}

/** How much was deleted. */
interface ForgottenWorkspace {
  readonly subscriptions: number
  readonly messages: number
  /** Settings, mutes, what was told in answers, notices, rejections, what its adapter remembered. All three are 0 where nothing was known of it. */
  readonly others: number
}

/** Kind of a text in English for whoever runs the bot: what would make more of it work, by workspace. `doctor` prints them. */
export const ADVICE = 'advice'
