import type { PhraseKey } from '../words/values.ts'

/** Something to press: a command already filled in. Adapters sign it (`encodeButton`) and put its label in the reader's language. */
export interface Action {
  readonly label: ActionLabel
  /** What it does, as somebody would type it behind `/news`. */
  readonly command: string
}

/** Labels that ask for no values. */
type ActionLabel = Extract<PhraseKey, `action.${string}`>

/** One story whole, from wherever it is named. */
export const sideBySide = (storyId: string): Action => ({
  label: 'action.sideBySide',
  command: `story ${storyId}`,
})

/** No more of one story in the channel where this is pressed. */
export const muteStory = (storyId: string): Action => ({ label: 'action.mute', command: `mute ${storyId}` })
