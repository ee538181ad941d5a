import { askingVerbs } from '../../language/typed-words.ts'
import type { Word } from './sentence.ts'

/**
 * Returns the plain imperatives that a word may stand for. The word may address several people or be polite,
 * and may have pronouns attached: "cambie", "ajoutez", "уберите", "کنید", "çıkarın", "أرسلوا". The lists
 * contain only plain imperatives. Results are folded and need not be words.
 */
export function politeVerbs({ key, whole }: Word, language: string, next: string): readonly string[] {
  const { polite } = askingVerbs.of(language) ?? { polite: [] }
  // "Cessez-le-feu" (ceasefire) tells nobody to cease.
  const joined = whole.toLowerCase().split('-').slice(1).at(-1)
  if (key.length < SHORTEST_POLITE || (joined !== undefined && !PRONOUNS.has(joined))) return []
  return polite.flatMap((rule) => (rule.before?.test(next) === false ? [] : plainBy(rule, key)))
}

/**
 * Does the same for a form that addresses nobody: "paused", "moving", "приостановить", "auszusetzen",
 * "durdurulmasını", "añadieran", "شود". Such a form counts as a wish only where `settleIndirect` finds that
 * we are asked.
 */
export function indirectVerbs({ key }: Word, language: string): readonly string[] {
  if (key.length < SHORTEST_INDIRECT) return []
  return (askingVerbs.of(language)?.spoken ?? []).flatMap((rule) => plainBy(rule, key))
}

/** Does the same for a form that tells us not to do something: "etme", "نکن", "canceles". */
export function negatedVerbs({ key }: Word, language: string): readonly string[] {
  if (key.length < SHORTEST_INDIRECT) return []
  return (askingVerbs.of(language)?.negated ?? []).flatMap((rule) => plainBy(rule, key))
}

const PRONOUNS = new Set(
  askingVerbs.languages().flatMap((language) => askingVerbs.of(language)?.joined ?? []),
)
const SHORTEST_POLITE = 4
const SHORTEST_INDIRECT = 3
const SHORTEST_PLAIN = 2

interface Rule {
  readonly ending: RegExp
  readonly instead: readonly string[]
}

const plainBy = ({ ending, instead }: Rule, key: string): readonly string[] =>
  instead.map((one) => key.replace(ending, one)).filter((one) => one !== key && one.length >= SHORTEST_PLAIN)
