import type { CitedText } from './cited-text.ts'
import { isSame } from './is-same.ts'
import { nameMentions } from './name-mentions.ts'
import { isTitle } from './names.ts'
import type { Word } from './read-words.ts'

type Name = readonly Word[]

/** Somebody does something to somebody else. */
interface Deed {
  readonly agent: Name
  readonly patient: Name
  readonly verb: Word
}

/**
 * Who does here to whom what the cited text has the other do: "Lund criticised Vik" for "Vik criticised Lund". Told by the order of the words in English, French, Spanish and
 * German, by the endings in Russian and Ukrainian, by the accusative in Turkish; only where nothing but small words stands between names and verb.
 */
export function exchangedRoles(
  names: readonly Name[],
  words: readonly Word[],
  cited: CitedText,
): Deed | undefined {
  const told = deedsIn(names, words, cited.language)
  if (told.length === 0) return undefined
  const known = deedsOf(cited)
  return told.find((deed) => {
    const same = known.filter(({ verb }) => verb.key === deed.verb.key)
    return (
      same.some((other) => isTurned(deed, other, cited.language)) &&
      !same.some((other) => !isTurned(deed, other, cited.language) && isBetween(deed, other))
    )
  })
}

const isOne = (one: Name, other: Name): boolean =>
  one.some((word) => !isTitle(word) && other.some((same) => isSame(same, word)))

/** Do both speak of the same two, in whatever roles? */
const isBetween = (deed: Deed, other: Deed): boolean =>
  (isOne(deed.agent, other.agent) && isOne(deed.patient, other.patient)) ||
  (isOne(deed.agent, other.patient) && isOne(deed.patient, other.agent))

function isTurned(deed: Deed, other: Deed, language: string): boolean {
  if (!isBetween(deed, other)) return false
  if (!CASES.has(language)) return isOne(deed.agent, other.patient) && !isOne(deed.agent, other.agent)
  // Order is free: both names must have changed their endings, and none be the doer of a passive.
  const forms = [deed, other].map(({ agent, patient }) => [...agent, ...patient])
  if (forms.flat().some(({ lower }) => INSTRUMENTAL.test(lower))) return false
  const [here, there] = forms.map((list) => new Set(list.map(({ lower }) => lower)))
  return here !== undefined && there !== undefined && here.isDisjointFrom(there)
}

const CASES: ReadonlySet<string> = new Set(['ru', 'uk'])
const INSTRUMENTAL = /(?:[иыоеє]м|ою|ей|ой)$/u

function deedsIn(names: readonly Name[], words: readonly Word[], language: string): readonly Deed[] {
  if (!LANGUAGES.has(language)) return []
  if (language === 'tr') return deedByAccusative(names, words)
  return names.slice(1).flatMap((second, i) => {
    const first = names[i]
    if (first === undefined) return []
    const between = words.slice((first.at(-1)?.index ?? 0) + 1, second[0]?.index)
    const [verb, ...more] = between.filter(({ empty }) => !empty)
    if (verb === undefined || more.length > 0 || between.length > MOST_BETWEEN) return []
    if (verb.capital || verb.number !== undefined || MUTUAL.test(verb.lower)) return []
    if ([...between, ...second.slice(0, 1)].some(({ gap }) => !/^\s$/u.test(gap))) return []
    const before = words[(first[0]?.index ?? 0) - 1]
    if (before !== undefined && (JOINS.test(before.lower) || between.some(({ lower }) => JOINS.test(lower))))
      return []
    const isPassive = between.some(({ lower }) => BY.test(lower))
    return [isPassive ? { agent: second, patient: first, verb } : { agent: first, patient: second, verb }]
  })
}

const LANGUAGES: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'de', 'ru', 'uk', 'tr'])
const MOST_BETWEEN = 4
const BY = /^(?:by|par|por|von|durch)$/u
/** Behind these the first name does nothing itself: "the mayor of Vik criticised", "den Vik kritisierte". */
const JOINS =
  /^(?:of|and|with|in|at|from|for|to|on|near|de|du|des|et|avec|y|con|en|und|mit|den|dem|des|и|с|в|из|і|й|та|з|у|а)$/u
/** Who met whom is all one. */
const MUTUAL =
  /^(?:me?et\p{L}*|talk\p{L}*|married|joined|play\p{L}*|faced?|rencontr\p{L}*|reun\p{L}*|tra[fk]\p{L}*|встре\p{L}*|зустрі\p{L}*)$/u

const MARKED = /['’]y?[ıiuü]$/u

/** "Lund Vik’i eleştirdi": the marked of two names is the one to whom it is done; the verb stands last. */
function deedByAccusative(names: readonly Name[], words: readonly Word[]): readonly Deed[] {
  const isMarked = (name: Name): boolean => MARKED.test(name.at(-1)?.text ?? '')
  const [patient, ...patients] = names.filter(isMarked)
  const [agent, ...agents] = names.filter((name) => !isMarked(name) && !/['’]/u.test(name.at(-1)?.text ?? ''))
  const verb = words.findLast(({ empty, capital }) => !empty && !capital)
  return patient === undefined ||
    agent === undefined ||
    verb === undefined ||
    patients.length + agents.length > 0
    ? []
    : [{ agent, patient, verb }]
}

function deedsOf(cited: CitedText): readonly Deed[] {
  let deeds = known.get(cited)
  if (deeds === undefined) {
    const mentions = cited.sentences.map((): Name[] => [])
    for (const { words, sentence } of nameMentions(cited)) mentions[sentence]?.push(words)
    deeds = cited.sentences.flatMap(({ words }, i) => deedsIn(mentions[i] ?? [], words, cited.language))
    known.set(cited, deeds)
  }
  return deeds
}

/** Every claim about the text asks. */
const known = new WeakMap<CitedText, readonly Deed[]>()
