import { ADA, GENERAL, TEAM } from './web-api.ts'
import { nextId } from './open-slack.ts'

/** Fields that all interactions have. */
const person = (user: string) => ({
  team: { id: TEAM, domain: 'emulate' },
  user: { id: user, name: 'admin', team_id: TEAM },
  api_app_id: 'A1',
  token: 'x',
})

interface PressOptions {
  readonly user?: string
  readonly channel?: string
  /** Timestamp of the message with the button. */
  readonly ts?: string
  readonly isEphemeral?: boolean
  readonly responseUrl?: string
  readonly trigger?: string
  readonly blockId?: string
  /** Whether the button is on the app's Home tab. */
  readonly isHome?: boolean
}

/**
 * Payload of a pressed button or menu:
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export function pressed(action: object, own: PressOptions = {}): object {
  const { user = ADA, channel = GENERAL, ts = '1.1', isEphemeral = false, isHome = false } = own
  return {
    type: 'block_actions',
    ...person(user),
    trigger_id: own.trigger ?? nextId('trigger'),
    actions: [{ block_id: own.blockId ?? 'b1', action_ts: nextId('action'), ...action }],
    ...(isHome
      ? {
          view: { id: 'V1', type: 'home', state: { values: {} }, blocks: [] },
          container: { type: 'view', view_id: 'V1' },
        }
      : {
          channel: { id: channel, name: 'general' },
          container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral },
          ...(isEphemeral ? {} : { message: { type: 'message', ts, text: 'a briefing' } }),
        }),
    ...(own.responseUrl !== undefined && { response_url: own.responseUrl }),
  }
}

/** Payload of a submitted form; `values` by block and action. */
export function submitted(
  view: { readonly id: string; readonly private_metadata: string; readonly blocks: readonly object[] },
  values: Readonly<Record<string, Readonly<Record<string, object>>>>,
  user: string = ADA,
  callback = 'subscribe',
): object {
  return {
    type: 'view_submission',
    ...person(user),
    trigger_id: nextId('trigger'),
    view: {
      ...view,
      type: 'modal',
      callback_id: callback,
      hash: nextId('hash'),
      state: { values },
    },
  }
}

/** Payload for text typed into a menu whose options we supply. */
export const typing = (action_id: string, value: string, user: string = ADA): object => ({
  type: 'block_suggestion',
  ...person(user),
  action_id,
  block_id: action_id,
  value,
  container: { type: 'view', view_id: 'V1' },
})

/** Payload of “What do we know?” on a message. */
export const lookedUp = (message: object, responseUrl: string, user: string = ADA): object => ({
  type: 'message_action',
  callback_id: 'look_up',
  ...person(user),
  trigger_id: nextId('trigger'),
  message_ts: '1.1',
  channel: { id: GENERAL, name: 'general' },
  message: { type: 'message', ts: '1.1', user: ADA, ...message },
  response_url: responseUrl,
})
