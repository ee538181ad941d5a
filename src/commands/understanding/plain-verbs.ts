import { askingVerbs } from '../../language/typed-words.ts'
import type { Word } from './sentence.ts'

/**
 * The plain imperatives that a word may stand for, as it is said to several or to somebody one is polite with, and with pronouns written onto it: "cambie", "ajoutez", "уберите", "کنید",
 * "çıkarın", "أرسلوا". Lists of what is asked for have the plain ones. Folded; may be no words at all.
 */
export function politeVerbs({ key, whole }: Word, language: string, next: string): readonly string[] {
  const { polite } = askingVerbs.of(language) ?? { polite: [] }
  // "Cessez-le-feu" tells nobody to cease.
  const joined = whole.toLowerCase().split('-').slice(1).at(-1)
  if (key.length < SHORTEST_POLITE || (joined !== undefined && !PRONOUNS.has(joined))) return []
  return polite.flatMap((rule) => (rule.before?.test(next) === false ? [] : plainBy(rule, key)))
}

/**
 * The same of a word that tells nobody what to do: "paused", "moving", "приостановить", "auszusetzen", "durdurulmasını", "añadieran", "شود". They say a wish only where
 * `settleSpoken` finds that we are asked.
 */
export function spokenVerbs({ key }: Word, language: string): readonly string[] {
  if (key.length < SHORTEST_SPOKEN) return []
  return (askingVerbs.of(language)?.spoken ?? []).flatMap((rule) => plainBy(rule, key))
}

const PRONOUNS = new Set(
  askingVerbs.languages().flatMap((language) => askingVerbs.of(language)?.joined ?? []),
)
const SHORTEST_POLITE = 4
const SHORTEST_SPOKEN = 3
const SHORTEST_PLAIN = 2

interface Rule {
  readonly ending: RegExp
  readonly instead: readonly string[]
}

const plainBy = ({ ending, instead }: Rule, key: string): readonly string[] =>
  instead.map((one) => key.replace(ending, one)).filter((one) => one !== key && one.length >= SHORTEST_PLAIN)
