// What is known of a language, by file. The messages are checked by the compiler: see `words/catalogues.ts`.
import { z } from 'zod'
import { ASKED_NOUNS, ASKED_TIMES, ASKS } from './asked.ts'
import { MEANINGS } from './meanings.ts'
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

const around = z.strictObject({ before: words.default([]), behind: words.default([]) }).optional()

/** What people type to us. */
export const commandWords = languagePart(
  'commands',
  z.strictObject({
    /**
     * How Discord shows the words of a command and its options where it speaks the language: lower case, no spaces, at most 32
     * characters: https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
     */
    names: z.record(z.string(), z.string().regex(/^[-_\p{L}\p{N}]{1,32}$/u)).default({}),
    /** What people also call a command, by its name. */
    aliases: z.record(z.string(), words).default({}),
    /** The small words between the names, by what they mean. Where one means two things the more common one is meant. */
    phrases: z.partialRecord(z.enum(MEANINGS), words).default({}),
    /** Round a length of time that counts back from now: "2 hours ago", "il y a 2 heures". Small letters. */
    ago: around,
    /** Round a day of the week that is over: "last friday". */
    last: around,
    /** Names of countries (by ISO 3166-1 alpha-2) that no list of names has, and of parts of them. */
    countries: z.record(z.string().regex(/^[A-Z]{2}$/u), words).default({}),
    /** Cities that people name for their clock, by IANA zone; the zone database has them in English only. */
    cities: z.record(z.string(), words).default({}),
  }),
)

const byName = z.record(z.string(), words)
const sides = z.strictObject({ before: words.default([]), behind: words.default([]) })

/** What stands in sentences that people say to us. Phrases; "*" is any ending of their last word. */
export const askWords = languagePart(
  'asks',
  z.strictObject({
    /** How they say what they want, by what it leads to. */
    asks: z.partialRecord(z.enum(ASKS), words),
    /** What they call things of ours. */
    nouns: z.partialRecord(z.enum(ASKED_NOUNS), words),
    /** What says nothing of what is wished for, beside the stop words. */
    fillers: words,
    /** Of these, what stands between words that belong together: "price of wheat", "laying down arms". */
    joints: words,
    /** Round what is left out: "without sport", "spor hariç"; and what says that it is taken out of something of ours: "from it", "listemden". */
    except: z.strictObject({
      ...sides.shape,
      from: words.default([]),
      fromEndings: words.default([]),
    }),
    /** Numbers and ordinals in words, by what they count; -1 is the last one. */
    numbers: byName,
    ordinals: byName,
    /** Times that have a name of their own. */
    times: z.partialRecord(z.enum(ASKED_TIMES), words),
    /** Round a unit or a day: "last week", "this week", "3 days ago", "beginning of the week", "end of april". */
    round: z.partialRecord(z.enum(['past', 'current', 'ago', 'next', 'begin', 'end']), words),
    /** What makes a day of the week one of every week: the plural, or a word before it. */
    every: z
      .strictObject({ endings: words.default([]), before: words.default([]) })
      .default({ endings: [], before: [] }),
    /** Behind the name of a day that is one day: "salı gününden". */
    dayNouns: words.default([]),
    /** Units beside those of `commands.json`; `two` are pairs in one word: "يومين". */
    units: z.strictObject({
      months: words.default([]),
      years: words.default([]),
      two: z.partialRecord(z.enum(['hours', 'days', 'weeks', 'months', 'outlets']), words).default({}),
    }),
    /** Round an hour: "o'clock", "at"; and minutes that are said with it, by how many they are: "half past", "halb" (-30), "y cuarto". */
    clock: z.strictObject({
      oclock: words.default([]),
      before: words.default([]),
      minutes: z.strictObject({ before: byName, behind: byName }),
    }),
    /** Before two times: "between monday and wednesday"; behind them: "pazartesi ile salı arasında". */
    between: sides,
    /** What seas, straits and gulfs are called by, before their names ("mer Noire", "Strait of …") and behind them ("Black Sea"). */
    waters: sides,
    destination: z.strictObject({ me: words, here: words }),
    /** What people also call groups and bodies, by the names that the tagger tells: short forms that mean other things in the news. */
    bodies: byName,
    /** What makes a condition: "if"; `within` a sentence only, as it opens questions: "when"; endings of verbs: "olursa". */
    condition: z.strictObject({
      words: words.default([]),
      within: words.default([]),
      endings: words.default([]),
    }),
    /** Speaks to us: "you", "are you". */
    addressed: words,
    /** Before or in a word for a subscription that stands: "my", "bültenim". */
    mine: words,
    /** "Also": what is named comes to what stands. */
    also: words,
    /** Says where something is, before the name of a place: "in". */
    where: words,
    /** "Only": what stands is to come at no other time. */
    only: words,
    /** Of the words that say what they want, nouns that the news has, too: "pause", "إلغاء"; they say it where nothing else is named, or something of ours. */
    verbal: words,
    /** Opens or closes what is asked of us: "would you mind", "rica ederim". */
    polite: words,
    /** "Again": what was stopped is to go on. */
    again: words,
    /** Asks which ones. */
    which: words,
    /** Round an hour that another one takes the place of: "instead of 8", "8 yerine". */
    instead: sides,
    /** Round the name of what is not meant, and of nothing else: "not Chile", "Şili değil". */
    notNamed: sides,
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
  commandWords,
  askWords,
  headlineLabels,
  topicTerms,
  placeWords,
  furnitureLabels,
]
