import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Action, SubscriptionCard } from '../records/message.ts'
import { say } from '../words/say.ts'

/** What stands on a button in a language (BCP 47). */
export const labelOf = ({ label, name }: Pick<Action, 'label' | 'name'>, language: string): string =>
  name ?? say(label, language)

/** What speaks in the channel where this is pressed, and what whoever presses it follows elsewhere. */
export const listSubscriptions: Action = { label: 'action.subscriptions', command: 'subscriptions' }

/** A subscription speaks again, and where it speaks is tried again. */
export const resume = (id: string): Action => ({ label: 'action.resume', command: `resume ${id}` })

/** What can be done with a subscription that is listed. */
export function actionsOn({ id, state, resumable, isFollowed }: SubscriptionCard): readonly Action[] {
  const rest: Action =
    state === 'paused' || resumable === true ? resume(id) : { label: 'action.pause', command: `pause ${id}` }
  return isFollowed === true
    ? [rest, unfollow(id)]
    : [
        { label: 'action.open', command: `subscriptions id:${id}` },
        { label: 'action.test', command: `test ${id}` },
        rest,
        { label: 'action.unsubscribe', command: `unsubscribe ${id}` },
      ]
}

/** All speaks again that whoever presses it may resume. */
export const resumeAll: Action = { label: 'action.resumeAll', command: 'resume all' }

/** One story whole, from wherever it is named. */
export const sideBySide = (storyId: string): Action => ({
  label: 'action.sideBySide',
  command: `story ${storyId}`,
})

/** The running story of a story is told where this is pressed each time it moves. */
export const followStory = (storyId: string): Action => ({
  label: 'action.follow',
  command: `follow story:${storyId}`,
})

/** Who said what in a story. */
export const saidIn = (storyId: string): Action => ({
  label: 'action.said',
  command: `said story:${storyId}`,
})

/** A followed story is followed no more, by the id of its subscription. */
export const unfollow = (id: string): Action => ({ label: 'action.unfollow', command: `unfollow ${id}` })

/** What is wrong with a story, to choose from; with `kind` what of that kind, and with `of` and its name one of these. */
export function correctStory(storyId: string, kind?: string, of = '', name?: string): Action {
  const command = [
    `correct story:${storyId}`,
    kind === undefined ? '' : `as:${kind}`,
    of === '' ? '' : `of:"${of}"`,
  ]
  const label = kind === undefined || !isCorrection(kind) ? 'action.correct' : CORRECTIONS[kind]
  return {
    label,
    ...(name !== undefined && { name }),
    command: command.filter((part) => part !== '').join(' '),
  }
}

const CORRECTIONS = {
  'not-about': 'action.notAbout',
  'two-stories': 'action.twoStories',
  'same-as': 'action.sameAs',
  'no-news': 'action.noNews',
  'wrong-name': 'action.wrongName',
} as const

const isCorrection = (kind: string): kind is keyof typeof CORRECTIONS => kind in CORRECTIONS

/** A correction that was proposed stands from now on. */
export const acceptRule = (id: string, name?: string): Action => ({
  label: 'action.accept',
  ...(name !== undefined && { name }),
  command: `corrections rule:${id} step:accept`,
})

export const takeBackRule = (id: string, name?: string): Action => ({
  label: 'action.takeBack',
  ...(name !== undefined && { name }),
  command: `corrections rule:${id} step:undo`,
})

/** No more of one story in the channel where this is pressed. */
export const muteStory = (storyId: string): Action => ({ label: 'action.mute', command: `mute ${storyId}` })

/** More of one region (the id of a briefing's section) or country (ISO 3166-1 alpha-2) since an instant, milliseconds since 1970. To the minute, in UTC: it means the same for whoever presses it. */
export const moreOf = (kind: 'region' | 'country', id: string, since: number): Action => ({
  label: 'action.more',
  command: `briefing ${kind}:${id} since:${new Date(since).toISOString().slice(0, 16)}Z length:long`,
})

/** Discord's `custom_id`, the shortest field of a button (discord-api-docs, components/reference.mdx). UTF-16 units. */
const LONGEST_ID = 100

/** 96 bits: a guess succeeds once in 10^28 tries, and the text keeps 83 of the 100 characters. */
const SIGNATURE_BYTES = 12
const SIGNATURE_LENGTH = 16

/** The longest command that a button can carry. */
export const LONGEST_BUTTON_TEXT = LONGEST_ID - SIGNATURE_LENGTH - 1

/** A command does not fit into a button: a fault of ours, since nobody types buttons. */
export class ButtonError extends Error {
  override readonly name = 'ButtonError'
  readonly code = 'too-long'
}

/**
 * A command as the id of a button, at most 100 characters, signed so that nobody can make one of their own.
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

/** What a button asks for, or that it is none of ours: forged, cut, or signed with another secret. */
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
