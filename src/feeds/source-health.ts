import type { FeedState } from './read-outcome.ts'
import type { Source } from './source.ts'

export type HealthState = 'active' | 'failing' | 'silent' | 'moved' | 'gone' | 'paused' | 'unread'

/** How a source fares: a state for programs, and what is wrong and what to do for people (null when nothing is). */
export interface Health {
  readonly state: HealthState
  readonly remark: string | null
}

/** Judges a source by what its reads left behind. `now` is milliseconds since 1970. */
export function healthOf(source: Pick<Source, 'feed'>, state: FeedState, now: number): Health {
  if (state.gone)
    return {
      state: 'gone',
      remark: 'The server says the feed is gone for good. Find its new address or remove the source.',
    }
  if (state.lastTriedAt === null) return { state: 'unread', remark: null }
  if (state.kills >= KILLS_TO_PAUSE)
    return {
      state: 'paused',
      remark: `Its feed stopped the parser ${state.kills} times in a row; it is tried again once a day.`,
    }
  if (state.lastFailure && (state.failuresInARow >= FAILURES_TO_FAIL || state.lastSuccessAt === null))
    return {
      state: 'failing',
      remark: `${state.lastFailure.text} Failed ${state.failuresInARow} times in a row.`,
    }
  const silence = silenceOf(state, now)
  if (silence !== null) return { state: 'silent', remark: silence }
  if (state.movedTo !== null && state.movedTo !== source.feed)
    return {
      state: 'moved',
      remark: `The feed has moved to ${state.movedTo}. It is read there; change the address in config/sources.yaml.`,
    }
  if (state.undatedShare !== null && state.undatedShare > UNDATED_SHARE)
    return {
      state: 'active',
      remark: 'Most of its entries carry no date; they count from when they are first seen.',
    }
  return { state: 'active', remark: null }
}

/** A source whose feed ended the parser this often in a row is paused: it costs every other source time. */
export const KILLS_TO_PAUSE = 2

/** One bad answer is a hiccup; three in a row are a fault someone should look at. */
const FAILURES_TO_FAIL = 3
const UNDATED_SHARE = 0.5

const DAY = 86_400_000

/** Silent is longer than eight of its own intervals, at least three days: a weekly feed may rest for two months, a wire may not for a week. */
function silenceOf(state: FeedState, now: number): string | null {
  if (state.newestEntryAt === null) return null
  const limit = Math.max(3 * DAY, 8 * (state.rhythmMs ?? DAY))
  const quiet = now - state.newestEntryAt
  return quiet > limit ? `Answers, but its newest entry is ${Math.floor(quiet / DAY)} days old.` : null
}
