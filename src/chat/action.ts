import type { PhraseKey } from '../words/values.ts'

/** Something to press: a command already filled in. Adapters sign it (`encodeButton`) and put its label in the reader's language. */
export interface Action {
  readonly label: ActionLabel
  /** What it does, as somebody would type it behind `/news`. */
  readonly command: string
}

/** Labels that ask for no values. */
type ActionLabel = Extract<PhraseKey, `action.${string}`>

/** What can be done with one story of a briefing, a search or a card. */
export function storyActions(storyId: string): readonly Action[] {
  return [
    { label: 'action.sideBySide', command: `story ${storyId}` },
    { label: 'action.mute', command: `mute ${storyId}` },
  ]
}

/** What can be done with a briefing that a subscription sent. */
export function briefingActions(subscriptionId: string): readonly Action[] {
  return [
    { label: 'action.subscriptions', command: 'subscriptions' },
    { label: 'action.pause', command: `pause ${subscriptionId}` },
    { label: 'action.unsubscribe', command: `unsubscribe ${subscriptionId}` },
  ]
}
