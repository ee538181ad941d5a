import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Action, SubscriptionCard } from '../records/message.ts'
import { present } from '../records/present.ts'
import { say } from '../words/say.ts'

const button = (label: Action['label'], command: string, name?: string): Action => ({
  label,
  ...present({ name }),
  command,
})

/** Returns the label of a button in a language (BCP 47). */
export const labelOf = ({ label, name }: Pick<Action, 'label' | 'name'>, language: string): string =>
  name ?? say(label, language)

/**
 * Lists the subscriptions that post in the channel where this is pressed, and those that whoever presses it
 * has elsewhere.
 */
export const listSubscriptions: Action = { label: 'action.subscriptions', command: 'subscriptions' }

/** Resumes a subscription, and tries its destination again where that was given up. */
export const resume = (id: string): Action => button('action.resume', `resume ${id}`)

/** The buttons of a listed subscription. */
export function actionsOn({ id, state, resumable, isFollowed }: SubscriptionCard): readonly Action[] {
  const isStill = state === 'paused' || resumable === true
  const rest = isStill ? resume(id) : button('action.pause', `pause ${id}`)
  return isFollowed === true
    ? [rest, unfollow(id)]
    : [
        button('action.open', `subscriptions id:${id}`),
        button('action.test', `test ${id}`),
        rest,
        button('action.unsubscribe', `unsubscribe ${id}`),
      ]
}

/** Resumes every paused subscription that whoever presses it may resume. */
export const resumeAll: Action = { label: 'action.resumeAll', command: 'resume all' }

/** Shows a whole story; works from wherever the story is named. */
export const sideBySide = (storyId: string): Action => button('action.sideBySide', `story ${storyId}`)

/** Follows the running story of a story: the channel where this is pressed is told each time it moves. */
export const followStory = (storyId: string): Action => button('action.follow', `follow story:${storyId}`)

/** Lists who said what in a story. */
export const saidIn = (storyId: string): Action => button('action.said', `said story:${storyId}`)

/** Ends the following of a story. `id` is that of the subscription that follows it. */
export const unfollow = (id: string): Action => button('action.unfollow', `unfollow ${id}`)

/**
 * Opens the choice of what is wrong with a story. With `kind`: the choice among what that kind can be about.
 * With `of` and its name as well: the correction of exactly that.
 */
export function correctStory(storyId: string, kind?: string, of = '', name?: string): Action {
  const command = [
    `correct story:${storyId}`,
    kind === undefined ? '' : `as:${kind}`,
    of === '' ? '' : `of:"${of}"`,
  ]
  const label = kind === undefined || !isCorrection(kind) ? 'action.correct' : CORRECTIONS[kind]
  return button(label, command.filter((part) => part !== '').join(' '), name)
}

const CORRECTIONS = {
  'not-about': 'action.notAbout',
  'two-stories': 'action.twoStories',
  'same-as': 'action.sameAs',
  'no-news': 'action.noNews',
  'wrong-name': 'action.wrongName',
} as const

const isCorrection = (kind: string): kind is keyof typeof CORRECTIONS => kind in CORRECTIONS

/** Puts a proposed correction into force. */
export const acceptRule = (id: string, name?: string): Action =>
  button('action.accept', `corrections rule:${id} step:accept`, name)

/** Takes back a correction, whether proposed or in force. */
export const takeBackRule = (id: string, name?: string): Action =>
  button('action.takeBack', `corrections rule:${id} step:undo`, name)

/** Mutes a story in the channel where this is pressed. */
export const muteStory = (storyId: string): Action => button('action.mute', `mute ${storyId}`)

/**
 * Asks for more of one region (id of a section of the briefing) or country (ISO 3166-1 alpha-2) since an
 * instant (ms since 1970).
 */
export const moreOf = (kind: 'region' | 'country', id: string, since: number): Action =>
  button('action.more', `briefing ${kind}:${id} since:${writeMoment(since)} length:long`)

/**
 * Writes an instant (ms since 1970) in UTC, to the minute, so that a button means the same to whoever presses
 * it.
 */
export const writeMoment = (at: number): string => new Date(at).toISOString().slice(0, 16).concat('Z')

/**
 * Length of Discord's `custom_id`, the shortest field for a button on any platform, in UTF-16 units
 * (discord-api-docs, components/reference.mdx).
 */
const LONGEST_ID = 100

/** 96 bits: a guess succeeds once in 10^28 tries, and 83 of the 100 characters are left for the text. */
const SIGNATURE_BYTES = 12
const SIGNATURE_LENGTH = 16

/** The longest command that a button can carry, in UTF-16 units. */
export const LONGEST_BUTTON_TEXT = LONGEST_ID - SIGNATURE_LENGTH - 1

/** Thrown when a command does not fit into a button. That is a bug of ours, since nobody types buttons. */
export class ButtonError extends Error {
  override readonly name = 'ButtonError'
  readonly code = 'too-long'
}

/**
 * Returns a command as the id of a button: at most 100 characters, signed so that nobody can forge one.
 * @throws ButtonError when the text is longer than `LONGEST_BUTTON_TEXT`; it says what to shorten
 */
export function encodeButton(text: string, secret: string): string {
  if (text.length > LONGEST_BUTTON_TEXT) {
    const longest = text.split(' ').reduce((one, other) => (other.length > one.length ? other : one), '')
    throw new ButtonError(
      [
        `A button carries at most ${LONGEST_BUTTON_TEXT} characters and “${text.slice(0, 40)}…” has`,
        `${text.length}. Shorten it by ${text.length - LONGEST_BUTTON_TEXT}; its longest part is`,
        `“${longest.slice(0, 60)}”: name an id instead.`,
      ].join(' '),
    )
  }
  return `${sign(text, secret)}:${text}`
}

/**
 * Returns the command of a button, or `refused` when the id is not ours: forged, cut off, or signed with
 * another secret.
 */
export function decodeButton(
  id: string,
  secret: string,
): { readonly status: 'genuine'; readonly text: string } | { readonly status: 'refused' } {
  const text = id.slice(SIGNATURE_LENGTH + 1)
  const given = Buffer.from(id.slice(0, SIGNATURE_LENGTH + 1))
  const expected = Buffer.from(`${sign(text, secret)}:`)
  const isGenuine =
    id.length <= LONGEST_ID && given.length === expected.length && timingSafeEqual(given, expected)
  return isGenuine ? { status: 'genuine', text } : { status: 'refused' }
}

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`button:${text}`)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
    .toString('base64url')
}
