import { FAILURE_KINDS, type FailureKind, type FailureLog, type FeedState } from '../records/feed-state.ts'
import type { SourceHealth } from '../records/message.ts'
import type { FailureCount, SourceFinding, HealthState, Source } from '../records/source.ts'
import { isTrusted } from './websub/hub-trust.ts'

/**
 * The health of a source: a state and a finding for programs, and a remark with the same in English for logs,
 * with details.
 */
type Health = Pick<SourceHealth, 'state' | 'finding' | 'remark' | 'failures' | 'rhythmMs' | 'pushed'>

type Described = Pick<Source, 'feed' | 'language'>

/** Judges a source by the state that its reads left. `now` is milliseconds since 1970. */
export function healthOf(source: Described, state: FeedState, now: number): Health {
  const finding = findingOf(source, state, now)
  return {
    state: finding === null ? (state.lastTriedAt === null ? 'unread' : 'active') : STATES[finding.kind],
    finding,
    remark: finding && remarkOn(finding, state),
    failures: countFailures(state.failures, now),
    rhythmMs: state.rhythmMs,
    pushed: isTrusted(state.push, now),
  }
}

/**
 * Returns the health of a source with the other columns of a list of sources. `kept` is what the store knows
 * about it.
 */
export function listedHealth(
  source: Source,
  state: FeedState,
  kept: Pick<SourceHealth, 'articles' | 'letGo'>,
  now: number,
): SourceHealth {
  const { id: sourceId, name, country, language, ownership } = source
  const { lastSuccessAt, newestEntryAt } = state
  const listed = { sourceId, name, country, language, ownership, lastSuccessAt, newestEntryAt }
  return { ...listed, ...kept, ...healthOf(source, state, now) }
}

const STATES: Readonly<Record<SourceFinding['kind'], HealthState>> = {
  gone: 'gone',
  kills: 'paused',
  failing: 'failing',
  empty: 'silent',
  silent: 'silent',
  moved: 'moved',
  resting: 'unread',
  language: 'active',
  undated: 'active',
  truncated: 'active',
  lost: 'active',
}

/** Returns the most serious finding, or null. */
function findingOf(source: Described, state: FeedState, now: number): SourceFinding | null {
  const { kills, lastFailure, failuresInARow, movedTo, shown, lost, rhythmMs } = state
  if (state.gone) return { kind: 'gone' }
  if (state.lastTriedAt === null)
    return lastFailure !== null && state.nextReadAt > now
      ? { kind: 'resting', until: state.nextReadAt }
      : null
  if (kills >= KILLS_TO_PAUSE) return { kind: 'kills', times: kills }
  if (lastFailure && (failuresInARow >= FAILURES_TO_FAIL || state.lastSuccessAt === null))
    return { kind: 'failing', failure: lastFailure.kind, times: failuresInARow }
  if (shown === 0 && newestAtOf(state) === null) return { kind: 'empty' }
  const days = silentDaysOf(state, now)
  if (days !== null) return { kind: 'silent', days, ...(rhythmMs !== null && { rhythmMs }) }
  if (movedTo !== null && movedTo !== source.feed) return { kind: 'moved', to: movedTo }
  const writes = strayLanguage(state.writtenIn, source.language)
  if (writes !== null) return { kind: 'language', writes, said: source.language }
  if (state.undatedShare !== null && state.undatedShare > UNDATED_SHARE) return { kind: 'undated' }
  if (state.truncated) return { kind: 'truncated', entries: shown }
  return lost > LOST_SHARE * (shown + lost) ? { kind: 'lost', entries: lost } : null
}

function remarkOn(finding: SourceFinding, { lastFailure }: FeedState): string {
  switch (finding.kind) {
    case 'gone':
      return 'The server says the feed is gone for good. Find its new address or remove the source.'
    case 'kills':
      return `Its feed stopped the parser ${finding.times} times in a row; it is tried again once a day.`
    case 'failing':
      return `${lastFailure?.text ?? ''} Failed ${finding.times} times in a row.`
    case 'empty':
      return 'Answers, but its feed has never held an entry. Check the address on the site of the outlet.'
    case 'silent':
      return `Answers, but its newest entry is ${finding.days} days old.`
    case 'moved':
      return `The feed has moved to ${finding.to}. It is read there; change the address in config/sources.yaml.`
    case 'language':
      return `Its newest articles are in another language (${finding.writes}) than config/sources.yaml says (${finding.said}).`
    case 'undated':
      return 'Most of its entries carry no date; they count from when they are first seen.'
    case 'truncated':
      return `Its feed is too long to be read whole; ${finding.entries} entries are read.`
    case 'lost':
      return `${finding.entries} entries of its feed have nothing in them, or are cut off, and are left out.`
    case 'resting':
      return `${lastFailure?.text ?? ''} Not asked before ${new Date(finding.until).toISOString()}.`
    default:
      return finding satisfies never
  }
}

/**
 * A source whose feed killed the parser this often in a row is paused, because it costs every other source
 * time.
 */
export const KILLS_TO_PAUSE = 2

/** One bad answer is a hiccup; three in a row are a fault that someone should look at. */
const FAILURES_TO_FAIL = 3
const UNDATED_SHARE = 0.5

/**
 * One empty entry among many is a slip of the outlet. One in five means that the feed is written or read
 * wrongly.
 */
const LOST_SHARE = 0.2

const DAY = 86_400_000

/**
 * Returns how many days a source has been silent, or null. Silent means no entry for eight of its usual
 * intervals, and for three days at least: a weekly feed may pause for two months, a wire may not for a week.
 */
function silentDaysOf(state: FeedState, now: number): number | null {
  const newestAt = newestAtOf(state)
  if (newestAt === null) return null
  const limit = Math.max(3 * DAY, 8 * (state.rhythmMs ?? DAY))
  const quiet = now - newestAt
  return quiet > limit ? Math.floor(quiet / DAY) : null
}

/** For feeds without dates, our own clock tells when the newest entry came. */
const newestAtOf = (state: FeedState): number | null => state.newestEntryAt ?? state.lastNewAt

const DAYS_KEPT = 30

/** Returns the log with one more failure at `at` (milliseconds since 1970). */
export function noteFailure(log: FailureLog, kind: FailureKind, at: number): FailureLog {
  const day = Math.floor(at / DAY)
  const kept = recent(log, at)
  const times = kept.find((entry) => entry.day === day)?.times ?? {}
  return [
    ...kept.filter((entry) => entry.day !== day),
    { day, times: { ...times, [kind]: (times[kind] ?? 0) + 1 } },
  ]
}

/** Returns the failures in the log by kind, the most frequent first. `now` is in milliseconds since 1970. */
export function countFailures(log: FailureLog, now: number): readonly FailureCount[] {
  const sums = new Map<FailureKind, number>()
  for (const { times } of recent(log, now)) {
    for (const kind of FAILURE_KINDS) sums.set(kind, (sums.get(kind) ?? 0) + (times[kind] ?? 0))
  }
  return [...sums]
    .filter(([, times]) => times > 0)
    .map(([kind, times]) => ({ kind, times }))
    .toSorted((a, b) => b.times - a.times)
}

const recent = (log: FailureLog, now: number): FailureLog =>
  log.filter(({ day }) => day > Math.floor(now / DAY) - DAYS_KEPT)

/** How many articles are remembered: those of the last days for most sources, of the last hour for a wire. */
const ARTICLES_KEPT = 40

/** With fewer articles, a few guest articles would look like a change of language. */
const ARTICLES_TO_JUDGE = 20
const MOST = 0.8

/**
 * Returns the languages (ISO 639-1) of the newest articles, the oldest first, including one more read. Texts
 * whose language is unknown are left out.
 */
export function noteLanguages(known: readonly string[], read: readonly string[]): readonly string[] {
  return [...known, ...read.filter((language) => language !== 'und')].slice(-ARTICLES_KEPT)
}

/**
 * Returns the language that a source now writes in (ISO 639-1) if it differs from `said`, its configured
 * language; else null.
 */
export function strayLanguage(writtenIn: readonly string[], said: string): string | null {
  if (writtenIn.length < ARTICLES_TO_JUDGE) return null
  const newest = writtenIn.slice(-ARTICLES_TO_JUDGE)
  const [most] = [...Map.groupBy(newest, (language) => language)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  if (!most || most[1].length < MOST * newest.length) return null
  const [language] = most
  return familyOf(language) === familyOf(said) ? null : language
}

/** Languages that cannot be told apart reliably from a page of text. */
const FAMILIES: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  bs: 'sr',
  hr: 'sr',
  sh: 'sr',
  ms: 'id',
}

const familyOf = (language: string): string => FAMILIES[language] ?? language
