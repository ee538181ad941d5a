import type { Action } from '../records/message.ts'

/** What speaks in the channel where this is pressed, and what whoever presses it follows elsewhere. */
export const listSubscriptions: Action = { label: 'action.subscriptions', command: 'subscriptions' }

/** A subscription speaks again, and where it speaks is tried again. */
export const resume = (id: string): Action => ({ label: 'action.resume', command: `resume ${id}` })

/** All speaks again that whoever presses it may resume. */
export const resumeAll: Action = { label: 'action.resumeAll', command: 'resume all' }

/** One story whole, from wherever it is named. */
export const sideBySide = (storyId: string): Action => ({
  label: 'action.sideBySide',
  command: `story ${storyId}`,
})

/** No more of one story in the channel where this is pressed. */
export const muteStory = (storyId: string): Action => ({ label: 'action.mute', command: `mute ${storyId}` })

/** More of one region (the id of a briefing's section) or country (ISO 3166-1 alpha-2) since an instant, milliseconds since 1970. To the minute, in UTC: it means the same for whoever presses it. */
export const moreOf = (kind: 'region' | 'country', id: string, since: number): Action => ({
  label: 'action.more',
  command: `briefing ${kind}:${id} since:${new Date(since).toISOString().slice(0, 16)}Z length:long`,
})
