import { countFailures } from './failure-log.ts'
import type { FailureCount, Finding, HealthState, Source } from '../records/source.ts'
import type { FeedState } from '../records/feed-state.ts'
import { isTrusted } from './websub/is-trusted.ts'
import { strayLanguage } from './written-in.ts'

/** How a source fares: a state and a finding for programs; the remark says the same in English, with details for logs. */
export interface Health {
  readonly state: HealthState
  readonly finding: Finding | null
  readonly remark: string | null
  /** Of the last 30 days, the most frequent kind first. */
  readonly failures: readonly FailureCount[]
  /** Usual time between two entries, in milliseconds; null where too few are dated. */
  readonly rhythmMs: number | null
  /** A hub delivers its entries, so that it is polled less. */
  readonly pushed: boolean
}

/** Judges a source by what its reads left behind. `now` is milliseconds since 1970. */
export function healthOf(source: Pick<Source, 'feed' | 'language'>, state: FeedState, now: number): Health {
  return {
    ...judge(source, state, now),
    failures: countFailures(state.failures, now),
    rhythmMs: state.rhythmMs,
    pushed: isTrusted(state.push, now),
  }
}

function judge(
  source: Pick<Source, 'feed' | 'language'>,
  state: FeedState,
  now: number,
): Pick<Health, 'state' | 'finding' | 'remark'> {
  if (state.gone)
    return {
      state: 'gone',
      finding: { kind: 'gone' },
      remark: 'The server says the feed is gone for good. Find its new address or remove the source.',
    }
  if (state.lastTriedAt === null) return { state: 'unread', finding: null, remark: null }
  if (state.kills >= KILLS_TO_PAUSE)
    return {
      state: 'paused',
      finding: { kind: 'kills', times: state.kills },
      remark: `Its feed stopped the parser ${state.kills} times in a row; it is tried again once a day.`,
    }
  if (state.lastFailure && (state.failuresInARow >= FAILURES_TO_FAIL || state.lastSuccessAt === null))
    return {
      state: 'failing',
      finding: { kind: 'failing', failure: state.lastFailure.kind, times: state.failuresInARow },
      remark: `${state.lastFailure.text} Failed ${state.failuresInARow} times in a row.`,
    }
  if (state.shown === 0 && newestAtOf(state) === null)
    return {
      state: 'silent',
      finding: { kind: 'empty' },
      remark: 'Answers, but its feed has never held an entry. Check the address on the site of the outlet.',
    }
  const days = silentDaysOf(state, now)
  if (days !== null)
    return {
      state: 'silent',
      finding: { kind: 'silent', days, ...(state.rhythmMs !== null && { rhythmMs: state.rhythmMs }) },
      remark: `Answers, but its newest entry is ${days} days old.`,
    }
  if (state.movedTo !== null && state.movedTo !== source.feed)
    return {
      state: 'moved',
      finding: { kind: 'moved', to: state.movedTo },
      remark: `The feed has moved to ${state.movedTo}. It is read there; change the address in config/sources.yaml.`,
    }
  const writes = strayLanguage(state.writtenIn, source.language)
  if (writes !== null)
    return {
      state: 'active',
      finding: { kind: 'language', writes, said: source.language },
      remark: `Its newest articles are in another language (${writes}) than config/sources.yaml says (${source.language}).`,
    }
  if (state.undatedShare !== null && state.undatedShare > UNDATED_SHARE)
    return {
      state: 'active',
      finding: { kind: 'undated' },
      remark: 'Most of its entries carry no date; they count from when they are first seen.',
    }
  if (state.truncated)
    return {
      state: 'active',
      finding: { kind: 'truncated', entries: state.shown },
      remark: `Its feed is too long to be read whole; ${state.shown} entries are read.`,
    }
  if (state.lost > LOST_SHARE * (state.shown + state.lost))
    return {
      state: 'active',
      finding: { kind: 'lost', entries: state.lost },
      remark: `${state.lost} entries of its feed have nothing in them and are left out.`,
    }
  return { state: 'active', finding: null, remark: null }
}

/** A source whose feed ended the parser this often in a row is paused: it costs every other source time. */
export const KILLS_TO_PAUSE = 2

/** One bad answer is a hiccup; three in a row are a fault someone should look at. */
const FAILURES_TO_FAIL = 3
const UNDATED_SHARE = 0.5

/** A hollow entry among many is an outlet's slip; one in five is a feed that we or they do not write right. */
const LOST_SHARE = 0.2

const DAY = 86_400_000

/** Silent is longer than eight of its own intervals, at least three days: a weekly feed may rest for two months, a wire may not for a week. */
function silentDaysOf(state: FeedState, now: number): number | null {
  const newestAt = newestAtOf(state)
  if (newestAt === null) return null
  const limit = Math.max(3 * DAY, 8 * (state.rhythmMs ?? DAY))
  const quiet = now - newestAt
  return quiet > limit ? Math.floor(quiet / DAY) : null
}

/** Without dates only our own clock tells. */
const newestAtOf = (state: FeedState): number | null => state.newestEntryAt ?? state.lastNewAt
