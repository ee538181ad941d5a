import type { CountryTag } from '../tags.ts'
import type { Mention } from './mention.ts'
import type { SenseKind } from './sense.ts'

/** How much one mention says, by kind. */
const WEIGHTS: Readonly<Record<SenseKind, number>> = {
  n: 1,
  a: 0.9,
  m: 0.8,
  c: 0.8,
  r: 0.6,
  p: 0.6,
  b: 0.3,
  x: 0,
}
const IN_TITLE = 3
const IN_OPENING = 2
/** Words after the title that count as its opening. */
const OPENING_WORDS = 40
/** Share of the strongest country's weight from which an article is about a country; chosen on reuters21578. */
const FOCUS_SHARE = 0.3

/** Countries of the resolved mentions, strongest first; `titleWords` is how many words the title has. */
export function weighCountries(mentions: readonly Mention[], titleWords: number): CountryTag[] {
  const weights = new Map<string, number>()
  for (const mention of mentions) {
    if (mention.verdict === undefined || 'dropped' in mention.verdict) continue
    const { sense } = mention.verdict
    const place =
      mention.first < titleWords ? IN_TITLE : mention.first < titleWords + OPENING_WORDS ? IN_OPENING : 1
    weights.set(sense.country, (weights.get(sense.country) ?? 0) + WEIGHTS[sense.kind] * place)
  }
  const top = Math.max(0, ...weights.values())
  return [...weights]
    .map(([code, weight]) => ({
      code,
      score: Math.round((1000 * weight) / top) / 1000,
      focus: weight >= FOCUS_SHARE * top,
    }))
    .sort((one, other) => other.score - one.score || (one.code < other.code ? -1 : 1))
}
