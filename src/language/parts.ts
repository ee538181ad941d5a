// What is known of a language, by file. The messages are checked by the compiler: see `words/catalogues.ts`.
import { z } from 'zod'
import { languagePart } from './read-part.ts'

/** Words, or short groups of words: each once, none empty, no blanks round it. */
const words = z
  .array(z.string().regex(/^\S(?:.*\S)?$/u))
  .refine((all) => new Set(all).size === all.length, 'says a word twice')

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
    /** In `mul`: the languages (ISO 639-1) in which "3." means "third". */
    ordinals: words.default([]),
  }),
)

/** Labels of page furniture: what a site prints round its articles. For the first days of a source; then it is learned. */
const furnitureLabels = languagePart(
  'furniture',
  z.strictObject({
    /** Whole lines: "Advertisement", "Related articles". */
    lines: words.default([]),
    /** How such a line or sentence begins: "Read more", "Follow us on". */
    begins: words.default([]),
    /** What stands anywhere in one: "all rights reserved". */
    holds: words.default([]),
  }),
)

/** All of them, for the test that tells what is missing. */
export const PARTS = [wordLists, sentenceRules, furnitureLabels]
