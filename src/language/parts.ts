// What is known of a language, by file. The messages are checked by the compiler: see `words/catalogues.ts`.
import { z } from 'zod'
import { isWordList, languagePart } from './read-part.ts'

/** Looked at as a whole: a schema for each word takes ten times as long. */
export const words = z.custom<readonly string[]>(
  isWordList,
  'a list of words, each once, without blanks round it',
)

/** How much of a text a word is. */
export const wordLists = languagePart(
  'words',
  z.strictObject({
    /**
     * Stop words, of closed classes: articles, pronouns, prepositions, conjunctions, auxiliaries. Words that carry news
     * (numbers, "against", "no") stay out.
     */
    stop: words.optional(),
    /** Verbs and small words that headlines are made of. By them the language of a headline is told. */
    headline: words.optional(),
    /** Words that about one news article in sixteen holds: "killed", "president". */
    everywhere: words.optional(),
    /** Words that about one in fifty holds. */
    often: words.optional(),
    /** All nouns are written with a capital, which so tells nothing of names. */
    capitalNouns: z.literal(true).optional(),
  }),
)

/** An ending, and what stands in its place in the dictionary form; several may fit. */
const endingRules = z.array(z.tuple([z.string().min(1)], z.string())).default([])

/** Of one declension the endings of all cases, in the same order; the same number of all. */
const declensions = z.array(z.array(z.string()).min(2))

const pairs = z.array(z.tuple([z.string(), z.string()]))

/** How words change. All folded as `readText` does. */
export const wordEndings = languagePart(
  'endings',
  z.strictObject({
    /** What is written together with the word behind it: articles, prepositions, "and". */
    heads: words.default([]),
    cases: endingRules,
    /** Those of names alone, where `stem` serves for other words. */
    names: endingRules,
    /** Of adjectives and nouns made from the names of countries and nationalities; cities do not take them. */
    relatives: endingRules,
    /** What only looks like a plural: French "abus" would find "Abu", and "plus" what it rained. */
    singulars: words.default([]),
    /** What is written together with the word before it, as terms have it (`terms.ts`): pronouns, signs of the plural. */
    tails: words.default([]),
    /** How stems of one word differ: an ending of one, and what the other has in its place. */
    changes: pairs.default([]),
    /** What stands between the words of a compound, where such are written in one. */
    joints: words.default([]),
    /** Cut off where `stem.ts` has no stemmer, the longest first. In `mul`: of Russian and Ukrainian names. */
    stem: words.default([]),
    /** How names of people are declined, by sex: the endings of each declension, in the nominative first, and what hardly a nominative ends in. */
    people: z.strictObject({ men: declensions, women: declensions, oblique: words }).optional(),
    /** Of a nationality in the form that `places` has: its ending, and those of all its forms; the first that fits. */
    nationalities: z.array(z.array(z.string()).min(1)).default([]),
  }),
)

/** What a full stop behind a word means. All in lower case, without the last full stop. */
export const sentenceRules = languagePart(
  'sentences',
  z.strictObject({
    /** Titles and the like: a sentence never ends here ("Dr.", "ул.", "Doç."). */
    leads: words.default([]),
    /**
     * Often stands before a name ("Inc.", "U.S.", "A.Ş."): only a word of `openers` begins a new sentence.
     * What is in no list ("etc.", "руб.", "vb.") ends a sentence before a capital and not before a small letter.
     */
    trails: words.default([]),
    /** Belongs to the number behind it ("No. 7", "ст. 105", "s. 12"). */
    beforeNumber: words.default([]),
    /** Words that often open a sentence and seldom follow an abbreviation in capitals; the English ones where it has none. */
    openers: words.optional(),
    /** Words that stand small within a sentence: with a capital they begin another, whose mark was lost. */
    smallWithin: words.optional(),
    /** Endings of words behind which a name often stands ("northern Iraq", "told Reuters"): a capital there begins no other sentence. */
    beforeNames: words.optional(),
    /** In `mul`: what follows the name of a firm that ends in a mark: "Yahoo! Inc." */
    legalForms: words.default([]),
    /** In `mul`: the languages (ISO 639-1) in which "3." means "third". */
    ordinals: words.default([]),
  }),
)

/** Words that speak for a topic, by its code in IPTC Media Topics. */
export const topicTerms = languagePart(
  'topics',
  z.record(
    z.string().regex(/^medtop:\d{8}$/u),
    /** `film*=2`: "*" is any ending of a single word, the number how often it is said; once where none stands. */
    words,
  ),
)

/** Words for countries, by ISO 3166-1 alpha-2. In `mul`: those written alike in every language with Latin letters. */
export const placeWords = languagePart(
  'places',
  z.record(
    z.string().regex(/^[A-Z]{2}$/u),
    z.strictObject({
      /** Nationalities, in the form from which `tagging/build/add-lexicon.ts` makes the others. */
      adjectives: words.default([]),
      /** Names beside those that CLDR has. */
      names: words.default([]),
      /** Offices, landmarks and provinces that stand for the country. */
      standsFor: words.default([]),
    }),
  ),
)

/** What leads to the name of an agency, and what such names say of themselves; as they are written. */
export const credits = languagePart(
  'credits',
  z.strictObject({
    /** "Agence …" */
    agencyBefore: words.optional(),
    /** "… News Agency" */
    agencyBehind: words.optional(),
    /** Agencies behind “به گزارش”, "as … reports". */
    byReport: words.optional(),
    /** Agencies and outlets whose name alone, without brackets, opens reports. */
    opens: words.default([]),
    /** "By", on a line of its own. */
    by: words.optional(),
    /** "Source: …" */
    source: words.optional(),
  }),
)

/** What outlets and agencies put before headlines, or say in them of the report itself. Small letters; "*" is any ending. */
const headlineLabels = languagePart(
  'headlines',
  z.strictObject({
    /** Labels under which outlets own up to a correction. */
    correction: words.default([]),
    /** What they say of an article that was corrected: "an earlier version of this". */
    corrected: words.default([]),
    /** Labels that agencies put before a headline when they send it again: "UPDATE 1-". */
    resent: words.default([]),
    /** Kinds of a report, in capitals: "FACTBOX". */
    kind: words.default([]),
    /** What is to be seen or heard instead of read: "video". */
    medium: words.default([]),
  }),
)

/** One of these lists in all languages. */
export const headlineLabelsOfAll = (
  list: 'correction' | 'corrected' | 'resent' | 'kind' | 'medium',
): readonly string[] =>
  headlineLabels.languages().flatMap((language) => headlineLabels.of(language)?.[list] ?? [])

/**
 * Page furniture: what sites print round their articles, in lower case. For the first days of a source; what it prints again and again
 * is learned (`articles/furniture.ts`), so a list is short and holds what is said everywhere.
 */
export const furnitureLabels = languagePart(
  'furniture',
  z.strictObject({
    /** Behind it stands a mark, names only, or nothing: "Read more: …", "Sponsored by Norkraft", "Advertisement". */
    labels: words.default([]),
    /** The same of pictures: "Photo by Kari Moen". What stands before it in its paragraph is the caption. */
    pictures: words.default([]),
    /** How a caption says what is to be seen: "is pictured in". */
    poses: words.default([]),
    /** Who speaks is in no picture: "said". */
    voices: words.default([]),
    /** Verbs that no caption has of a day whose year it gives, beside those in "-ed": "was", "took". */
    past: words.default([]),
    /** How a short line begins that speaks to the reader: "Follow us on". */
    begins: words.default([]),
    /** What stands anywhere in one: "all rights reserved". */
    holds: words.default([]),
  }),
)

/** All that stand here, for the test that tells what is missing. */
export const PARTS = [
  wordLists,
  wordEndings,
  sentenceRules,
  headlineLabels,
  topicTerms,
  placeWords,
  furnitureLabels,
]
