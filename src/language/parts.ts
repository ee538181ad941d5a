// The files with knowledge about a language. The messages are checked by the compiler: see
// `words/catalogues.ts`.
import { z } from 'zod'
import { isWordList, languagePart } from './read-part.ts'

/** Checked as a whole: a schema for each word takes ten times as long. */
export const words = z.custom<readonly string[]>(
  isWordList,
  'a list of words, each once, without blanks round it',
)

/** How much a word tells about a text. */
export const wordLists = languagePart(
  'words',
  z.strictObject({
    /**
     * Stop words, of closed classes: articles, pronouns, prepositions, conjunctions, auxiliaries. Words that
     * carry news (numbers, "against", "no") are not included.
     */
    stop: words.optional(),
    /** Verbs and small words that are common in headlines. The language of a headline is detected by them. */
    headline: words.optional(),
    /** Words that occur in about one news article in sixteen: "killed", "president". */
    everywhere: words.optional(),
    /** Words that occur in about one in fifty. */
    often: words.optional(),
    /** Set if all nouns are written with a capital, so that a capital tells nothing about names. */
    capitalNouns: z.literal(true).optional(),
  }),
)

/** An ending and what replaces it in the dictionary form; several replacements may fit. */
const endingRules = z.array(z.tuple([z.string().min(1)], z.string())).default([])

/**
 * For each declension the endings of all cases. All declensions have the same number of cases in the same
 * order.
 */
const declensions = z.array(z.array(z.string()).min(2))

const pairs = z.array(z.tuple([z.string(), z.string()]))

/** How words change. All entries are folded as `readText` does. */
export const wordEndings = languagePart(
  'endings',
  z.strictObject({
    /** What is attached to the front of words: articles, prepositions, "and". */
    heads: words.default([]),
    cases: endingRules,
    /** Endings of names only, where `stem` serves for other words. */
    names: endingRules,
    /** Endings of adjectives and nouns derived from countries and nationalities; cities do not take them. */
    relatives: endingRules,
    /** Words that only look like plurals: French "abus" would find "Abu", and "plus" the word for rained. */
    singulars: words.default([]),
    /** What is attached to the end of words in terms (`terms.ts`): pronouns, plural signs. */
    tails: words.default([]),
    /** How stems of the same word differ: the ending of one, and its counterpart in the other. */
    changes: pairs.default([]),
    /** What joins the words of a compound, in languages that write compounds as one word. */
    joints: words.default([]),
    /**
     * Endings to cut off if `stem.ts` has no stemmer, the longest first. In `mul`: endings of Russian and
     * Ukrainian names.
     */
    stem: words.default([]),
    /**
     * How names of people are declined, by sex: the endings of each declension, nominative first; and
     * `oblique` for endings that a nominative hardly has.
     */
    people: z.strictObject({ men: declensions, women: declensions, oblique: words }).optional(),
    /**
     * For a nationality in the form used in `places`: its ending, followed by the endings of all its forms.
     * The first rule that fits applies.
     */
    nationalities: z.array(z.array(z.string()).min(1)).default([]),
  }),
)

/** What a full stop after a word means. All entries are in lower case, without the last full stop. */
export const sentenceRules = languagePart(
  'sentences',
  z.strictObject({
    /** Titles and the like, after which a sentence never ends ("Dr.", "ул.", "Doç."). */
    leads: words.default([]),
    /**
     * Abbreviations that often precede a name ("Inc.", "U.S.", "A.Ş."): only a word of `openers` begins a new
     * sentence after them. An abbreviation in no list ("etc.", "руб.", "vb.") ends a sentence before a
     * capital and not before a small letter.
     */
    trails: words.default([]),
    /** Abbreviations that belong to the number after them ("No. 7", "ст. 105", "s. 12"). */
    beforeNumber: words.default([]),
    /**
     * Words that often open a sentence and seldom follow an abbreviation in capitals. The English list is
     * used where there is none.
     */
    openers: words.optional(),
    /**
     * Words that are in lower case within a sentence. With a capital they begin a sentence whose punctuation
     * was lost.
     */
    smallWithin: words.optional(),
    /**
     * Endings of words that a name often follows ("northern Iraq", "told Reuters"): a capital after them
     * begins no sentence.
     */
    beforeNames: words.optional(),
    /** In `mul`: what follows a firm's name that ends in a mark: "Yahoo! Inc." */
    legalForms: words.default([]),
    /** In `mul`: the languages (ISO 639-1) in which "3." means "third". */
    ordinals: words.default([]),
  }),
)

/** Words that indicate a topic, by its code in IPTC Media Topics. */
export const topicTerms = languagePart(
  'topics',
  z.record(
    z.string().regex(/^medtop:\d{8}$/u),
    /**
     * `film*=2`: "*" stands for any ending of a single word, the number for how often it must occur (default
     * once).
     */
    words,
  ),
)

/**
 * Words for countries, by ISO 3166-1 alpha-2. In `mul`: words that all languages in Latin script write alike.
 */
export const placeWords = languagePart(
  'places',
  z.record(
    z.string().regex(/^[A-Z]{2}$/u),
    z.strictObject({
      /** Nationalities, in the form from which `tagging/build/add-lexicon.ts` derives the others. */
      adjectives: words.default([]),
      /** Names beside those of CLDR. */
      names: words.default([]),
      /** Offices, landmarks and provinces that stand for the country. */
      standsFor: words.default([]),
    }),
  ),
)

/** Words that precede or belong to the name of an agency, as written. */
export const credits = languagePart(
  'credits',
  z.strictObject({
    /** "Agence …" */
    agencyBefore: words.optional(),
    /** "… News Agency" */
    agencyBehind: words.optional(),
    /** Agencies that follow “به گزارش”, "as … reports". */
    byReport: words.optional(),
    /** Agencies and outlets whose name opens reports without brackets. */
    opens: words.default([]),
    /** "By", on a line of its own. */
    by: words.optional(),
    /** "Source: …" */
    source: words.optional(),
  }),
)

/**
 * What outlets and agencies put before headlines, or say in them about the report itself. In lower case; "*"
 * stands for any ending.
 */
const headlineLabels = languagePart(
  'headlines',
  z.strictObject({
    /** Labels of corrections. */
    correction: words.default([]),
    /** Phrases in a corrected article: "an earlier version of this". */
    corrected: words.default([]),
    /** Labels of agencies for a headline sent again: "UPDATE 1-". */
    resent: words.default([]),
    /** Kinds of report, in capitals: "FACTBOX". */
    kind: words.default([]),
    /** Media other than text: "video". */
    medium: words.default([]),
    /** Beginnings of what is added behind a semicolon or a dash to make readers open the page: "here's why". */
    teases: words.default([]),
  }),
)

/** Returns one of these lists for all languages. */
export const headlineLabelsOfAll = (
  list: 'correction' | 'corrected' | 'resent' | 'kind' | 'medium' | 'teases',
): readonly string[] =>
  headlineLabels.languages().flatMap((language) => headlineLabels.of(language)?.[list] ?? [])

/**
 * Page furniture: what sites print around their articles, in lower case. It serves for the first days of a
 * source. What a site prints again and again is learnt (`articles/furniture.ts`), so the lists are short and
 * hold what is common everywhere.
 */
export const furnitureLabels = languagePart(
  'furniture',
  z.strictObject({
    /**
     * Labels followed by a mark, by names only, or by nothing: "Read more: …", "Sponsored by Norkraft",
     * "Advertisement".
     */
    labels: words.default([]),
    /** Labels of pictures: "Photo by Kari Moen". What precedes one in its paragraph is the caption. */
    pictures: words.default([]),
    /** How a caption says what the picture shows: "is pictured in". */
    poses: words.default([]),
    /** Verbs that captions do not have, because whoever speaks is not described by a picture: "said". */
    voices: words.default([]),
    /**
     * Past tense verbs that no caption has for a day whose year it gives, beside those in "-ed": "was",
     * "took".
     */
    past: words.default([]),
    /** Beginnings of short lines that address the reader: "Follow us on". */
    begins: words.default([]),
    /** Phrases anywhere in a short line: "all rights reserved". */
    holds: words.default([]),
  }),
)

/** The parts above, for the test that reports what a language lacks. */
export const PARTS = [
  wordLists,
  wordEndings,
  sentenceRules,
  headlineLabels,
  topicTerms,
  placeWords,
  furnitureLabels,
]
