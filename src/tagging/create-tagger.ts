import { detectLanguage } from '../language/detect-language.ts'
import { readCapitals } from './capitals.ts'
import { explainPlaces, explainTopics, type Explanation } from './explain.ts'
import { findKnownNames, type NameMention } from './names/find-known-names.ts'
import { findNamed } from './names/find-named.ts'
import { findPeople } from './names/find-people.ts'
import { eachOnce, type Named } from './names/named.ts'
import { makeNameBook, type NameEntry } from './names/name-book.ts'
import { type KnownWord, makeWordMemory } from './known-word.ts'
import { correctPlaces, type PlaceCorrection } from './places/correct-places.ts'
import { dropFoundPeople, dropNamedPeople, mayBePerson, outsidePlaces } from './places/drop-named-people.ts'
import { datelineEnd } from './places/dateline-end.ts'
import { findCounties, findTheRepublic } from './places/find-english-places.ts'
import { findLeaders, markLed } from './places/find-leaders.ts'
import { findMentions } from './places/find-mentions.ts'
import { type Mention, senseOf } from './places/mention.ts'
import { openPlaceBook } from './places/place-book.ts'
import { type PlaceName, placeNames } from './places/place-names.ts'
import { placesInTitle } from './places/places-in-title.ts'
import { resolveMentions } from './places/resolve-mentions.ts'
import { weighCountries } from './places/weigh-countries.ts'
import { articleTerms, inOneText } from '../articles/article-terms.ts'
import type { Name, ReadArticle, Tags } from '../records/article.ts'
import { classifyTopics } from './topics/classify-topics.ts'
import { openTopicWeights } from './topics/open-topic-weights.ts'
import { makeEnglishMeaning } from './topics/english-meaning.ts'
import { PAIRED, pairIdeographs } from './topics/pair-ideographs.ts'
import { LATE_WEIGHT, readFeatures, type TopicEvidence } from './topics/read-features.ts'
import { openTopicWords } from './topics/topic-words.ts'
import { makeWordTopics } from './topics/word-topics.ts'
import { hasMark, MARK, type Reading, readText, type Words } from '../language/read-text.ts'

export interface TaggerInput {
  readonly title: string
  readonly text: string
  /** ISO 639-1, if known for sure; detected from the text otherwise. */
  readonly language?: string
  /**
   * Country of the outlet (ISO 3166-1 alpha-2). It decides between places of one name, and what counts as
   * foreign.
   */
  readonly sourceCountry?: string
  /**
   * Language of the outlet (ISO 639-1): a hint for detection, which `detectLanguage` may overrule by the
   * text.
   */
  readonly sourceLanguage?: string
}

export interface Tagger {
  tag(input: TaggerInput): Tags
  /** The tags, with the terms, words, names and places of the same reading. */
  read(input: TaggerInput): ReadText
  /** The same tags, with the words that led to each of them and the rules that dropped others. */
  explain(input: TaggerInput): Explanation
}

/** The result of reading one article. Positions of `names` and `places` are indexes of `words`. */
interface ReadText extends Pick<ReadArticle, 'tags' | 'terms'> {
  /** The words of the whole article: of title and text as `inOneText` joins them. */
  readonly words: Words
  /** People and organisations, each mention once, in the order of the text. */
  readonly names: readonly Named[]
  /** Places, each mention once, in the order of the text. */
  readonly places: readonly PlaceName[]
}

/** UTF-16 units of title and text that are tagged: an article says well before what it is about. */
const LONGEST_TITLE = 1_000
const LONGEST_TEXT = 20_000

export interface TaggerOptions {
  /** People and organisations to recognise: `config/names.yaml`. */
  readonly names?: readonly NameEntry[]
  /** A team's corrections of place names: `config/corrections.yaml`. */
  readonly corrections?: readonly PlaceCorrection[]
}

/**
 * Creates a tagger, which answers synchronously. Reads the tables (some 0.3 s) unless this process has read
 * them already.
 */
export function createTagger({ names = [], corrections = [] }: TaggerOptions = {}): Tagger {
  const nameBook = makeNameBook(names)
  const book = correctPlaces(openPlaceBook(), corrections)
  const { weights, stems: topicStems } = openTopicWeights()
  const topicWords = openTopicWords()
  const englishMeaning = makeEnglishMeaning(topicStems)
  const { topicsOf, topicsOfPairs } = makeWordTopics({ topicWords, topicStems, englishMeaning })
  const knowWords = makeWordMemory({ places: book, names: nameBook })

  function find(input: TaggerInput): Findings {
    const title = input.title.slice(0, LONGEST_TITLE)
    const text = input.text.slice(0, LONGEST_TEXT)
    const full = inOneText(title, text)
    const words = readText(full)
    const language = input.language ?? detectLanguage(full.trimStart(), words.folded, input.sourceLanguage)
    const titleWords = title === '' ? 0 : countUntil(words, title.length)
    const capitals = readCapitals(words, titleWords, language)
    const { areTelling: capitalsTell, everyWord, areUniform, titleCaseWords } = capitals
    const known = knowWords(words.folded, language)
    const mentioned = findMentions({ words, known, language, capitalsTell, book })
    const mentions =
      language === 'en' && capitalsTell
        ? [...mentioned, ...findCounties(words, mentioned), ...findTheRepublic(words, mentioned)]
        : mentioned
    const allListed = outsidePlaces(findKnownNames(words, known, language, capitals, nameBook), mentions)
    dropNamedPeople(mentions, allListed)
    resolveMentions(words, mentions, {
      known,
      language,
      capitalsTell: capitalsTell && !everyWord,
      home: input.sourceCountry,
    })
    const places = isTakenBy(
      words,
      mentions.filter((mention) => !mayBePerson(mention)),
    )
    const found =
      everyWord || areUniform
        ? undefined
        : findNamed(words, known, language, allListed, {
            isPlace: places,
            titleCaseWords,
          })
    const nameMentions = found?.listed ?? allListed
    const ruled =
      found === undefined && capitalsTell && !everyWord
        ? findPeople(words, isTakenBy(words, [...mentions, ...allListed]))
        : []
    const all = found?.named ?? ruled
    const named = eachOnce(all)
    dropFoundPeople(words, mentions, named)
    const leaders = findLeaders(nameMentions, mentions, titleWords)
    const listed = (kind: NameEntry['kind']): string[] =>
      nameMentions.flatMap((mention) => (mention.known.kind === kind ? [mention.known.name] : []))
    const tags = {
      language,
      countries: markLed(
        weighCountries(
          [...mentions, ...leaders],
          {
            title: titleWords,
            dateline: Math.max(titleWords, countUntil(words, title.length + 1 + datelineEnd(text))),
            first: firstSentenceEnd(words, title.length + 1),
          },
          input.sourceCountry,
        ),
        mentions,
        leaders,
      ),
      topics: classifyTopics(findEvidence(words, known, language, title.length), weights),
      people: unique([
        ...listed('person'),
        ...named.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])),
      ]),
      organisations: unique([
        ...listed('organisation'),
        ...named.flatMap(({ kind, name }) => (kind === 'organisation' ? [name] : [])),
      ]),
      titlePlaces: placesInTitle(mentions, titleWords),
    }
    return { tags, words, mentions: [...mentions, ...leaders], known: nameMentions, named, all }
  }

  function findEvidence(
    words: Words,
    known: readonly KnownWord[],
    language: string,
    titleLength: number,
  ): TopicEvidence {
    const isPaired = PAIRED.has(language)
    const read = isPaired ? pairIdeographs(words) : words
    const titleWords = titleLength === 0 ? 0 : countUntil(read, titleLength)
    const topicsAt = isPaired ? topicsOfPairs(read, language) : topicsOf(words, known, language)
    const hasLexicon = topicWords.has(language)
    return readFeatures(read, topicsAt, titleWords, { language, hasLexicon, lateWeight: LATE_WEIGHT })
  }

  return {
    tag: (input) => find(input).tags,
    read(input) {
      const { tags, words, mentions, known, all } = find(input)
      const isWhole = input.title.length <= LONGEST_TITLE && input.text.length <= LONGEST_TEXT
      const names = [
        ...known.map(({ first, last, known: { kind, name } }) => ({ kind, first, last, name })),
        ...all,
      ].toSorted((one, other) => one.first - other.first)
      return {
        tags,
        terms: articleTerms(input, tags.language, isWhole ? words : undefined),
        // Names and places were found in the shortened text; its words have the same indexes in the whole
        // one.
        words: isWhole ? words : readText(inOneText(input.title, input.text)),
        names,
        places: placeNames(mentions),
      }
    },
    explain(input) {
      const { tags, words, mentions, known, named } = find(input)
      return {
        tags,
        places: explainPlaces(words, mentions),
        names: [
          ...known.map(({ first, last, known: { name } }) => ({
            words: words.text.slice(words.start[first], words.end[last]),
            name,
          })),
          ...named.map(({ first, last, name }) => ({
            words: words.text.slice(words.start[first], words.end[last]),
            name,
          })),
        ],
        topics: explainTopics(words, topicWords.get(tags.language)),
      }
    },
  }
}

/** Everything that one reading of a text finds. */
interface Findings {
  readonly tags: Tags
  readonly words: Reading
  readonly mentions: readonly Mention[]
  readonly known: readonly NameMention[]
  /** `all` without repetitions: each name once (`eachOnce`). */
  readonly named: readonly Named[]
  readonly all: readonly Named[]
}

function countUntil({ start }: Words, position: number): number {
  let count = 0
  while (count < start.length && (start[count] ?? 0) < position) count++
  return count
}

/**
 * Index of the first word behind the first sentence of the text that begins at `from` (UTF-16). A shorter
 * "sentence" is a dateline or a label.
 */
function firstSentenceEnd(words: Words, from: number): number {
  const end = words.start.findIndex(
    (start, at) => start >= from + SHORTEST_SENTENCE && hasMark(words, at, MARK.sentenceStart),
  )
  return end < 0 ? words.folded.length : end
}

/** UTF-16 units. */
const SHORTEST_SENTENCE = 60

/**
 * Whether a word is part of a listed name or of a mention that was taken for a place; local words (`l`) are
 * none.
 */
function isTakenBy({ folded }: Words, spans: readonly (Mention | NameMention)[]): (at: number) => boolean {
  const taken = new Uint8Array(folded.length)
  for (const span of spans)
    if (!('senses' in span) || (senseOf(span)?.kind ?? 'l') !== 'l') taken.fill(1, span.first, span.last + 1)
  return (at) => taken[at] === 1
}

function unique(names: readonly string[]): Name[] {
  return [...new Set(names)].map((name) => ({ name }))
}
