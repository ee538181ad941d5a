import type { CitedText } from './cited-text.ts'
import { isOffice } from './name-kind.ts'
import { MOST_MENTIONS, nameMentions, type NameMention } from './name-mentions.ts'
import { namesOf, type Rival } from './rivals.ts'
import type { Word } from './read-words.ts'

/**
 * Where the cited text means the bearers of these mentions without their name. A pronoun means who opened the sentence before, or what stands before it
 * in its own; "the company" what the text has that noun beside ("the power company Norkraft", "Petra Lund, the mayor"). English only.
 */
export function spokenOf(mentions: readonly NameMention[], cited: CitedText): readonly NameMention[] {
  const before = found.get(mentions)
  if (before !== undefined) return before
  let meant = read.get(cited)
  if (meant === undefined) read.set(cited, (meant = readMeant(cited)))
  const all = new Set(mentions.flatMap((mention) => meant.get(placeOf(mention)) ?? []))
  const some = [...all].slice(0, MOST_MENTIONS)
  found.set(mentions, some)
  return some
}

/** Every place of a claim asks for every name of the text. */
const found = new WeakMap<readonly NameMention[], readonly NameMention[]>()
const read = new WeakMap<CitedText, Meant>()

/** By the place of the mention last before it, what means its bearer. */
type Meant = ReadonlyMap<string, readonly NameMention[]>

interface Named {
  readonly mention: NameMention
  readonly name: Rival
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const FEMALE = list('she her hers herself')
const PERSONS = list('he him his himself she her hers herself who')
const THINGS = list('it its itself they their them themselves which')
const RELATIVE = list('who which')
const POINTING = list('the this that')

const firstOf = ({ words }: NameMention): number => words[0]?.index ?? 0
const lastOf = ({ words }: NameMention): number => words.at(-1)?.index ?? 0
const placeOf = (mention: NameMention): string => `${mention.sentence}:${lastOf(mention)}`

function readMeant(cited: CitedText): Meant {
  const names = namesOf(cited).filter(({ kind }) => kind !== 'time')
  const bySentence: Named[][] = cited.sentences.map(() => [])
  for (const name of names)
    for (const mention of name.mentions) bySentence[mention.sentence]?.push({ mention, name })
  for (const list of bySentence) list.sort((a, b) => firstOf(a.mention) - firstOf(b.mention))
  const persons = new Set(names.filter((name) => isPerson(name, cited)))
  const things = new Set(names.filter((name) => !persons.has(name) && name.kind !== 'people'))
  const nouns = readNouns(names, cited)
  const females = new Map<Rival, boolean>()
  const meant = new Map<string, NameMention[]>()
  const lastPersons: Named[] = []
  const lastThings: Named[] = []

  for (const [sentence, { words }] of cited.sentences.entries()) {
    const here = bySentence[sentence] ?? []
    const choose = (
      word: Word,
      last: readonly Named[],
      fits: (name: Rival) => boolean,
    ): Named | undefined => {
      const inside = here.filter(({ mention, name }) => lastOf(mention) < word.index && fits(name))
      return RELATIVE.has(word.lower) ? inside.at(-1) : (inside[0] ?? last.findLast(({ name }) => fits(name)))
    }
    for (const word of words) {
      const { lower, index } = word
      const noun = words[index + 1]
      let chosen: Named | undefined
      let told = [word]
      if (PERSONS.has(lower)) {
        const isFemale = FEMALE.has(lower)
        const isOpen = lower === 'who'
        chosen = choose(
          word,
          lastPersons,
          (name) => persons.has(name) && (isOpen || (females.get(name) ?? isFemale) === isFemale),
        )
        if (chosen !== undefined && !isOpen) females.set(chosen.name, isFemale)
        remember(chosen, lastPersons)
      } else if (THINGS.has(lower)) {
        chosen = choose(word, lastThings, (name) => things.has(name))
        remember(chosen, lastThings)
      } else if (POINTING.has(lower) && noun !== undefined && isPlain(noun)) {
        chosen = words[index + 2]?.capital === true ? undefined : bearerOf(nouns.get(noun.key), sentence)
        told = [word, noun]
      }
      if (chosen === undefined) continue
      const place = placeOf(chosen.mention)
      const known = meant.get(place)
      if (known === undefined) meant.set(place, [{ words: told, sentence }])
      else known.push({ words: told, sentence })
    }
    const opening = (kind: ReadonlySet<Rival>): Named | undefined => here.find(({ name }) => kind.has(name))
    remember(opening(persons), lastPersons)
    remember(opening(things), lastThings)
  }
  return meant
}

/** Names that a pronoun may still mean. */
const REMEMBERED = 4

function remember(named: Named | undefined, last: Named[]): void {
  if (named === undefined) return
  const at = last.findIndex(({ name }) => name === named.name)
  if (at >= 0) last.splice(at, 1)
  last.push(named)
  if (last.length > REMEMBERED) last.shift()
}

const isPlain = ({ empty, capital, number }: Word): boolean => !empty && !capital && number === undefined

/** A person, or a name that may be one: no article and no "in" ever stands before it. */
function isPerson({ kind, mentions }: Rival, cited: CitedText): boolean {
  if (kind !== 'other') return kind === 'person'
  return mentions.every((mention) => {
    const before = cited.sentences[mention.sentence]?.words[firstOf(mention) - 1]
    return mention.words[0]?.acronym === false && !NO_PERSON.test(before?.lower ?? '')
  })
}

const NO_PERSON = /^(?:the|a|an|in|at|on|near|into)$/u

/** Whom the text last had beside a noun before that sentence, with his last mention there. */
function bearerOf(beside: readonly Named[] | undefined, sentence: number): Named | undefined {
  const named = beside?.findLast(({ mention }) => mention.sentence < sentence)
  if (named === undefined) return undefined
  const mention = named.name.mentions.findLast((one) => one.sentence < sentence) ?? named.mention
  return { mention, name: named.name }
}

/** In words behind a comma: "Petra Lund, the popular mayor of Vik". */
const APPOSITION = 4

/** For each noun that stands right before a name or is put beside it, whom it tells of, in order. */
function readNouns(names: readonly Rival[], cited: CitedText): ReadonlyMap<string, readonly Named[]> {
  const byPlace = new Map(
    names.flatMap((name) => name.mentions.map((mention) => [placeOf(mention), name] as const)),
  )
  const nouns = new Map<string, Named[]>()
  for (const mention of nameMentions(cited)) {
    const name = byPlace.get(placeOf(mention))
    if (name === undefined) continue
    for (const { key } of nounsBeside(mention, cited.sentences[mention.sentence]?.words ?? [])) {
      const list = nouns.get(key)
      if (list === undefined) nouns.set(key, [{ mention, name }])
      else list.push({ mention, name })
    }
  }
  return nouns
}

function nounsBeside(mention: NameMention, words: readonly Word[]): readonly Word[] {
  const told = mention.words.filter(isOffice)
  const left = words[firstOf(mention) - 1]
  if (left !== undefined && isPlain(left) && /^,?\s["“]?$/u.test(mention.words[0]?.gap ?? '')) told.push(left)
  const article = words[lastOf(mention) + 1]
  if (article?.empty !== true || !article.gap.startsWith(',')) return told
  const behind = words.slice(article.index + 1, article.index + 1 + APPOSITION)
  const end = behind.findIndex((word) => !isPlain(word))
  return [...told, ...behind.slice(0, end < 0 ? APPOSITION : end)]
}
