import type { Place, Platform, Workspace } from '../platform.ts'

/** What the chat adapters keep across restarts. Times are milliseconds since 1970. */
export interface ChatMemory {
  /**
   * The text that an adapter keeps under this name; null if there is none. Adapters seal secrets before they
   * hand them over.
   */
  recall(name: MemoryName): Promise<string | null>
  /** All texts of one kind, by id. */
  recallAll(name: Omit<MemoryName, 'id'>): Promise<ReadonlyMap<string, string>>
  /** Stores a text under a name, replacing the earlier one. */
  remember(name: MemoryName, text: string): Promise<void>
  /** Deletes the text of a name, if there is one. */
  forget(name: MemoryName): Promise<void>
  /**
   * True the first time an event is recorded, false after that: platforms deliver some events twice. Events
   * are remembered for a day.
   */
  recordEvent(platform: Platform, event: string, at: number): Promise<boolean>
  /**
   * The last answers at these places that were kept at or after `since`; places without one are absent. A
   * place is named `platform:workspace/…`; the text is the caller's own. All answering processes share it,
   * because the next question may reach another process.
   */
  lastAnswers(places: readonly string[], since: number): Promise<ReadonlyMap<string, string>>
  /**
   * Replaces the last answer of each place; null deletes it. Deletes all answers older than `since`, at any
   * place.
   */
  keepLastAnswers(answers: ReadonlyMap<string, string | null>, at: number, since: number): Promise<void>
  /**
   * Pauses the active subscriptions to a place where nobody can be reached, and withdraws what waits for
   * them. Returns their number.
   */
  pauseSubscriptionsOf(place: Place, at: number): Promise<number>
  /**
   * Moves everything kept for a channel to its new id. Where the new id already has an entry of the same
   * kind, that one stays.
   */
  moveChannel(place: Required<Place>, to: string): Promise<void>
  /**
   * Records that the app was removed from a workspace: pauses its active subscriptions, ends the messages
   * that wait and deletes the access keys of its people. The workspace may return; after thirty days
   * `tidyStore` forgets it. A second call keeps the time of the first. Returns the number of subscriptions
   * paused by this call.
   */
  leaveWorkspace(place: Workspace, at: number): Promise<number>
  /**
   * Records that the app was installed again at `installedAt`: resumes the subscriptions that
   * `leaveWorkspace` paused, and forgets delivery failures since then. Null if the workspace had not left, or
   * left only after `installedAt`.
   */
  returnToWorkspace(place: Workspace, installedAt: number, at: number): Promise<ReturnedWorkspace | null>
  /**
   * Deletes everything kept for a workspace and its people: subscriptions, settings, rules, mutes, access
   * keys, messages sent or waiting, and the texts under the workspace's id. Articles and stories stay.
   */
  forgetWorkspace(place: Workspace): Promise<ForgottenWorkspace>
  /**
   * Forgets one workspace that removed the app before `before`, the earliest first. Returns 1, or 0 when none
   * is left.
   */
  forgetLeftWorkspace(before: number): Promise<number>
}

export interface MemoryName {
  readonly platform: Platform
  /** What the text is: `installation`, or `ADVICE`. */
  readonly kind: string
  /** The workspace's id, or `workspace/…` if the text belongs to a workspace. */
  readonly id: string
}

/** What was resumed in a workspace that installed the app again. */
interface ReturnedWorkspace {
  /** Milliseconds since 1970. */
  readonly leftAt: number
  readonly subscriptions: number
  /** People whose subscriptions were resumed, as in `Subscription.owner`, and how many each has. */
  readonly owners: readonly { readonly owner: string; readonly subscriptions: number }[]
}

/** How much was deleted. All three are 0 if nothing was kept for the workspace. */
interface ForgottenWorkspace {
  readonly subscriptions: number
  readonly messages: number
  /**
   * Settings, mutes, rules, told stories of answers, notices, rejections, destinations and texts of its
   * adapter.
   */
  readonly others: number
}

/**
 * Kind of an English text for the operator, one per workspace: what would make more of the bot work there.
 * `doctor` prints them.
 */
export const ADVICE = 'advice'
