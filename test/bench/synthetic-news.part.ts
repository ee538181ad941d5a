import { articleTerms } from '../../src/articles/article-terms.ts'
import type { KeptRead } from '../../src/records/ports/source-states.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { TaggedArticle } from '../../src/records/article.ts'

/** Invented news with a realistic distribution of words; the same seed gives the same news. */
export interface SyntheticNews {
  /** Returns one read of one source with this many articles, in order of time. */
  nextRead(articles: number): KeptRead
  /** Returns the word of a rank: rank 1 is in nearly every article, rank 30,000 in one of two thousand. */
  wordOf(rank: number): string
  readonly countries: readonly string[]
  /** Date of the newest article so far. */
  now(): number
}

const FIRST_DAY = Date.UTC(2026, 0, 1)
/** Ten thousand articles a day, as about four hundred sources publish. */
const BETWEEN_ARTICLES_MS = 8_640

/** Returns the date at which this many articles existed. */
export const dateOf = (made: number): number => FIRST_DAY + made * BETWEEN_ARTICLES_MS

const VOCABULARY = 50_000
const LANGUAGES = ['en', 'en', 'en', 'en', 'fr', 'de', 'es', 'tr', 'ar', 'fa', 'ru', 'pt']

export function syntheticNews(seed: number, firstArticle = 0): SyntheticNews {
  const random = mulberry32(seed)
  const words = vocabulary()
  const countries = Array.from({ length: 195 }, (_, i) =>
    String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
  )
  const zipf = (size: number) => Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size))))
  const someWords = (count: number) =>
    Array.from({ length: count }, () => words[zipf(VOCABULARY)] ?? '').join(' ')
  let made = firstArticle

  function article(source: number): TaggedArticle {
    made += 1
    const at = dateOf(made)
    const id = `bench-${made.toString(36)}`
    const focus = countries[zipf(countries.length)] ?? 'AA'
    const mentioned = countries[zipf(countries.length)] ?? 'AA'
    return {
      id,
      sourceId: `source-${source}`,
      url: `https://source-${source}.example/2026/${id}/${made}`,
      guid: id,
      title: someWords(9),
      text: `${someWords(30)}.\n\n${someWords(Math.floor(random() * 240))}.`,
      publishedAt: at - Math.floor(random() * 3_600_000),
      updatedAt: null,
      seenAt: at,
      version: 1,
      contentHash: id,
      tags: {
        language: LANGUAGES[source % LANGUAGES.length] ?? 'en',
        countries: [
          { code: focus, score: 1, focus: true },
          { code: mentioned, score: 0.4, focus: false },
        ],
        topics: [{ code: `medtop:${String(1 + zipf(17)).padStart(2, '0')}000000`, score: 1 }],
        people: [{ name: someWords(2) }],
        organisations: [],
      },
    }
  }

  return {
    countries,
    wordOf: (rank) => words[rank - 1] ?? '',
    now: () => dateOf(made),
    nextRead(count) {
      const source = Math.floor(random() * 130)
      const articles = Array.from({ length: count }, () => article(source))
      return {
        sourceId: `source-${source}`,
        state: { ...NEVER_READ, lastTriedAt: dateOf(made) },
        articles: articles.map((kept) => ({
          article: kept,
          placement: {
            articleId: kept.id,
            // Two or three outlets report a story within some hours.
            storyId: `story-${Math.floor(made / 3_000)}-${Math.floor(random() * 1_200)}`,
            copyOf: null,
            agency: null,
            mergedStoryIds: [],
          },
          terms: articleTerms(kept, kept.tags.language).search,
        })),
      }
    },
  }
}

function vocabulary(): readonly string[] {
  const random = mulberry32(7)
  const syllables =
    'ba be bi bo da de di do fa fe ga go ka ke ki la le li lo ma me mi na ne no pa ra re ri sa se ta te ti to va ve za'.split(
      ' ',
    )
  const words = new Set<string>()
  while (words.size < VOCABULARY) {
    const length = 2 + Math.floor(random() * 3)
    let word = ''
    for (let i = 0; i < length; i++) word += syllables[Math.floor(random() * syllables.length)] ?? ''
    words.add(`${word}${'nrstlm'[Math.floor(random() * 6)] ?? ''}`)
  }
  return [...words]
}

/**
 * A small random generator with a seed:
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain).
 */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
