import type { FailureKind } from '../../records/feed-state.ts'
import type { Finding } from '../../records/source.ts'
import type { PhraseKey } from '../../words/catalogues.ts'
import { languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { writeDuration } from '../../words/write-duration.ts'

/** What is wrong with a source and what a person can do about it, in the reader's language (BCP 47). */
export function tellFinding(finding: Finding, language: string): string {
  switch (finding.kind) {
    case 'failing': {
      const reason = say(`failure.${finding.failure}`, language)
      const told = say('finding.failing', language, { reason, times: finding.times })
      return `${told} ${say(REMEDIES[finding.failure], language)}`
    }
    case 'gone':
      return say('finding.gone', language)
    case 'empty':
      return say('finding.empty', language)
    case 'undated':
      return say('finding.undated', language)
    case 'kills':
      return say('finding.kills', language, { times: finding.times })
    case 'lost':
      return say('finding.lost', language, { count: finding.entries })
    case 'truncated':
      return say('finding.truncated', language, { count: finding.entries })
    case 'silent':
      return finding.rhythmMs === undefined
        ? say('finding.silent', language, { days: finding.days })
        : say('finding.silentRhythm', language, {
            days: finding.days,
            rhythm: writeDuration(finding.rhythmMs, language),
          })
    case 'language':
      return say('finding.language', language, {
        language: languageName(finding.writes, language),
        said: languageName(finding.said, language),
      })
    case 'moved':
      return say('finding.moved', language, { address: finding.to })
    default:
      return finding satisfies never
  }
}

const REMEDIES = {
  unreachable: 'remedy.wait',
  timeout: 'remedy.wait',
  'rate-limited': 'remedy.wait',
  'server-error': 'remedy.wait',
  'not-found': 'remedy.address',
  gone: 'remedy.address',
  'too-many-redirects': 'remedy.address',
  'not-a-feed': 'remedy.address',
  refused: 'remedy.access',
  'bot-protection': 'remedy.access',
  'forbidden-address': 'remedy.allow',
  'too-large': 'remedy.outlet',
  unparseable: 'remedy.outlet',
  'parser-killed': 'remedy.outlet',
} as const satisfies Readonly<Record<FailureKind, PhraseKey>>
