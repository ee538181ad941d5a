import { askWords } from '../../language/typed-words.ts'
import type { NameIndex } from '../name-index.ts'
import { holdsAll, type Item } from './items.ts'
import { anyHas, has, numberOf, typedOf } from './item-signs.ts'
import type { Intent } from './read-intent.ts'
import { MINUS } from './sentence.ts'
import { topicOf } from './topic-of.ts'
import type { Exclusions } from './wish.ts'

/**
 * Finds what is to be excluded ("without sport", "spor hariç", "drop football from it") and removes its items
 * from `left`.
 */
export function takeExclusions(
  items: readonly Item[],
  left: Set<Item>,
  intent: Intent,
  around: { readonly language: string; readonly nameIndex: NameIndex },
): Exclusions | null {
  const out: Item[] = [...replacedIn(items, intent)]
  const isFromOurs = isTakenFromSubscription(items, around.language)
  const isOfOurs = intent.names('subscription') || intent.names('that')
  const takes =
    isFromOurs ||
    (intent.wants('remove') && (isOfOurs || isChange(items))) ||
    isTakenOut(items, intent, around)
  for (const [at, item] of items.entries()) {
    if (!left.has(item)) continue
    const named =
      has(item, 'except-before') || item.first.key === MINUS
        ? listAt(items, at + 1, 1)
        : has(item, 'except-behind')
          ? listAt(items, at - 1, -1)
          : negatedNames(items, at)
    out.push(...named)
    if (!takes || named.length > 0 || !has(item, 'ask:remove')) continue
    // Turkish "at" means both throw out and send.
    if (has(item, 'ask:send') && !isFromOurs) continue
    if (has(item, 'ask:unsubscribe') && !isFromOurs && !isOutOfNamed(items)) continue
    // What is taken out stands after the verb, or first if the verb stands last.
    const behind = listAt(items, at + 1, 1)
    const before = listAt(items, endOfTakenOut(items, at) - 1, -1)
    // "Irak aboneliğinden sporu çıkar" (take sport out of the Iraq subscription): of what stands before the
    // verb, the nearest. "Mets l'Égypte de côté dans mon bulletin" (put Egypt aside in my bulletin): what
    // follows is what it is taken out of.
    const isBehindOurs = has(items[at + 1], 'out-of') && before.length > 0
    out.push(
      ...(behind.length > 0 && !isBehindOurs
        ? behind
        : before.length > 0
          ? before
          : listAt(items, items.findIndex(isNameOrUnknown), 1)),
    )
  }
  const own = [...new Set(out)].filter((item) => left.has(item))
  if (own.length === 0 || isAllEnded(items, own, intent, around.language)) return null
  for (const item of own) left.delete(item)
  const not = {
    countries: [] as string[],
    regions: [] as string[],
    topics: [] as string[],
    sources: [] as string[],
    words: [] as string[],
  }
  for (const item of own) {
    const [term] = item.named?.kind === 'terms' ? item.named.terms : []
    const topic = item.named === null ? topicOf(item.first, around.language, around.nameIndex) : null
    if (term?.kind === 'country') not.countries.push(term.id)
    else if (term?.kind === 'region') not.regions.push(term.id)
    else if (term?.kind === 'source') not.sources.push(term.id)
    else if (term?.kind === 'topic') not.topics.push(term.id)
    else if (topic !== null) not.topics.push(topic.id)
    else if (item.named?.kind === 'person' || item.named?.kind === 'organisation')
      not.words.push(item.named.name)
    else not.words.push(typedOf(item))
  }
  return not
}

/**
 * Returns what is to be replaced. "Replace Poland with Czechia", "Polonya yerine Çekya koy": the first of two
 * names goes, the second comes. The name that "instead of" belongs to goes.
 */
export function replacedIn(items: readonly Item[], { wants, names }: Intent): readonly Item[] {
  const terms = items.filter(({ named }) => named?.kind === 'terms')
  const [first, second] = terms
  if (terms.length !== 2 || first === undefined || second === undefined) return []
  const isOfTime = items.some((item) => has(item, 'every', 'each') || numberOf(item) !== null)
  if (isOfTime || anyHas(items, 'and')) return []
  if (wants('replace')) return [first]
  const isWished = wants('edit', 'add', 'remove', 'send')
  // "Not" and "than" occur in any sentence.
  const instead = terms.find((term) => {
    const at = items.indexOf(term)
    const before = items[at - 1]
    const isBefore = has(before, 'instead-before') && !has(before, 'not', 'not-before')
    return has(items[at + 1], 'instead-behind') || isBefore
  })
  if (isWished && instead !== undefined) return [instead]
  const isMoved = wants('move') && !names('subscription') && !anyHas(items, 'out-of', 'noun:hour')
  return isMoved ? [first] : []
}

/**
 * Returns whether what is refused is all that is named: "Lübnan haberlerini istemiyorum" (I don't want news
 * of Lebanon), "ya no me mandes nada sobre Nicaragua" (send me nothing more about Nicaragua). Then it is to
 * end, not to be excluded.
 */
const isAllEnded = (
  items: readonly Item[],
  own: readonly Item[],
  { wants, names }: Intent,
  language: string,
): boolean => {
  const isUnwanted =
    items.some((item) => has(item, 'except-behind') && has(item, 'ask:unsubscribe')) && names('news')
  const isEnded =
    items.some((item) => has(item, 'ask:unsubscribe') && !has(item, 'except-behind')) &&
    !wants('subscribe', 'remove') &&
    !names('subscription') &&
    !items.some((item) => has(item, 'all') || holdsAll(item, language))
  return (isUnwanted || isEnded) && items.every((item) => !isNameOrUnknown(item) || own.includes(item))
}

/** Returns the names in "not Chile", "Şili değil". With a verb, "not" says that something did not happen. */
function negatedNames(items: readonly Item[], at: number): readonly Item[] {
  // At the beginning, "غير" means "change"; "not" does not.
  const list =
    has(items[at], 'not-before') && (at > 0 || has(items[at], 'negation'))
      ? listAt(items, at + 1, 1)
      : has(items[at], 'not-behind')
        ? listAt(items, at - 1, -1)
        : []
  return list.every(({ named }) => named !== null) ? list : []
}

/** "Add water and take out sport": two verbs, each with its own object. */
export function isChange(items: readonly Item[]): boolean {
  const verbs = items.filter((item) => has(item, 'ask:add') !== has(item, 'ask:remove'))
  return verbs.some((item) => has(item, 'ask:add')) && verbs.some((item) => has(item, 'ask:remove'))
}

/**
 * "Quítale el fútbol" (take football out of it), "drop Jordan from the Levant one": takes something out of a
 * subscription that is not named as one.
 */
function isTakenOut(
  items: readonly Item[],
  { wants }: Intent,
  { language, nameIndex }: Parameters<typeof takeExclusions>[3],
): boolean {
  if (!wants('remove')) return false
  // "The drop in Egypt" is news.
  const isBare = items.every(
    (item) =>
      item.named?.kind === 'terms' ||
      (item.signs.size > 0 && !has(item, 'in', 'ask:send', 'all')) ||
      topicOf(item.first, language, nameIndex) !== null,
  )
  const verbs = items.filter(({ signs }) => [...signs].some((sign) => sign.startsWith('ask:')))
  const isVerb = verbs.every((item) => has(item, 'ask:remove') && !has(item, 'ask:unsubscribe'))
  return (isBare && isVerb && verbs.length > 0) || isOutOfNamed(items)
}

/**
 * Returns where the list ends that is taken out, if the verb stands last: before what it is taken out of, as
 * in "ارمنستان رو از خبرنامه قفقاز دربیار" (take Armenia out of the Caucasus newsletter).
 */
function endOfTakenOut(items: readonly Item[], at: number): number {
  const from = items.findLastIndex((item, index) => index < at && has(item, 'out-of'))
  return from > 0 && items.slice(0, from).some(isNameOrUnknown) ? from : at
}

const namesTerms = (items: readonly Item[]): boolean => items.some(({ named }) => named?.kind === 'terms')

/** "… Jordan from the Levant". */
export function isOutOfNamed(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => has(item, 'ask:remove'))
  const from = items.findIndex((item, index) => index > at && has(item, 'out-of'))
  return at >= 0 && from > at && namesTerms(items.slice(at, from)) && namesTerms(items.slice(from))
}

/** "Drop the Iran briefing" ends it; "drop the war from my briefing" does not. */
function isTakenFromSubscription(items: readonly Item[], language: string): boolean {
  const { fromEndings = [] } = askWords.of(language)?.except ?? {}
  return items.some((item, at) => {
    if (!has(item, 'noun:that', 'noun:subscription', 'ask:subscriptions')) return false
    if (has(item, 'out-of')) return true
    if (fromEndings.some((ending) => item.first.key.endsWith(ending))) return true
    let before = at - 1
    // "From my Turkey briefing".
    while (before > 0 && isWithin(items[before])) before--
    return has(items[before], 'out-of')
  })
}

const isWithin = (item: Item | undefined): boolean =>
  item?.named !== null || (has(item, 'filler') && !has(item, 'out-of'))

/** Returns names and unknown words in a row, joined by "and", from an item on in one direction. */
function listAt(items: readonly Item[], at: number, step: 1 | -1): readonly Item[] {
  const list: Item[] = []
  for (let next = at; ; next += step) {
    const item = items[next]
    if (item === undefined) return list
    // "Without the US and the EU": the second name has an article, too.
    const isBefore = list.length === 0 || (step === 1 && has(items[next - 1], 'and'))
    const isJoint = has(item, 'and') || (isBefore && has(item, 'filler', 'noun:news'))
    if (isNameOrUnknown(item)) list.push(item)
    else if (!isJoint) return list
    const edge = step === 1 ? item : items[next - 1]
    const joined = has(items[next + step], 'and') || (step === 1 && isLedByAnd(items[next + 1]))
    // "Kenya, Uganda, no politics": another kind of thing after a comma does not belong to the list.
    const other = items[next + step]
    const isListed =
      edge?.words.at(-1)?.closes === true && isNameOrUnknown(other) && kindOf(other) === kindOf(item)
    if (list.length > 0 && isNameOrUnknown(item) && !joined && !isListed) return list
  }
}

/** "والصين" (and China): Arabic attaches "and" to the name. */
const isLedByAnd = (item: Item | undefined): boolean => item?.named != null && item.first.key.startsWith('و')

const kindOf = ({ named }: Item): string | undefined =>
  named?.kind === 'terms' ? named.terms[0]?.kind : named?.kind

const isNameOrUnknown = (item: Item | undefined): item is Item =>
  item !== undefined && (item.named !== null || (item.signs.size === 0 && item.first.kind !== 'number'))
