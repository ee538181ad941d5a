// How people write to us, by language.
import { z } from 'zod'
import { ASKED_NOUNS, ASKED_TIMES, ASKS } from './asked.ts'
import { MEANINGS } from './meanings.ts'
import { words } from './parts.ts'
import { languagePart } from './read-part.ts'

const around = z.strictObject({ before: words.default([]), behind: words.default([]) }).optional()

/** What people type to us. */
export const commandWords = languagePart(
  'commands',
  z.strictObject({
    /**
     * Names of commands and options in Discord for its languages: lower case, no spaces, at most 32
     * characters:
     * https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
     */
    names: z.record(z.string(), z.string().regex(/^[-_\p{L}\p{N}]{1,32}$/u)).default({}),
    /** Other names of a command, by its name. */
    aliases: z.record(z.string(), words).default({}),
    /**
     * The small words between names, by meaning. A word with two meanings is listed under the more common
     * one.
     */
    phrases: z.partialRecord(z.enum(MEANINGS), words).default({}),
    /** Words around a duration counted back from now: "2 hours ago", "il y a 2 heures". In lower case. */
    ago: around,
    /** Words around a weekday in the past: "last friday". */
    last: around,
    /** Names of countries and parts of them that are in no list of names, by ISO 3166-1 alpha-2. */
    countries: z.record(z.string().regex(/^[A-Z]{2}$/u), words).default({}),
    /**
     * Cities that people name for their time zone, by IANA zone; the zone database has them in English only.
     */
    cities: z.record(z.string(), words).default({}),
  }),
)

const byName = z.record(z.string(), words)
const sides = z.strictObject({ before: words.default([]), behind: words.default([]) })

/** Phrases in sentences that people say to us. "*" stands for any ending of the last word. */
export const askWords = languagePart(
  'asks',
  z.strictObject({
    /** How people ask for something, by what they ask for. */
    asks: z.partialRecord(z.enum(ASKS), words),
    /** What they call our things. */
    nouns: z.partialRecord(z.enum(ASKED_NOUNS), words),
    /** Words that say nothing about the request, beside the stop words. */
    fillers: words,
    /** Of these, words between words that belong together: "price of wheat", "laying down arms". */
    joints: words,
    /**
     * Words around something excluded: "without sport", "spor hariç"; and phrases that say it is taken out of
     * something of ours: "from it", "listemden".
     */
    except: z.strictObject({
      ...sides.shape,
      from: words.default([]),
      fromEndings: words.default([]),
      /** Words before a day that is taken out of all days right before them: "every day but Sunday". */
      days: words.default([]),
    }),
    /** Numbers and ordinals in words, by value; -1 is the last one. */
    numbers: byName,
    ordinals: byName,
    /** Times with a name of their own. */
    times: z.partialRecord(z.enum(ASKED_TIMES), words),
    /**
     * Words around a unit or a day: "last week", "this week", "3 days ago", "beginning of the week", "end of
     * april".
     */
    round: z.partialRecord(z.enum(['past', 'current', 'ago', 'next', 'begin', 'end']), words),
    /** What turns a weekday into every such day: the plural, or a word before it. */
    every: z
      .strictObject({ endings: words.default([]), before: words.default([]) })
      .default({ endings: [], before: [] }),
    /** Words after the name of a day that is one day: "salı gününden". */
    dayNouns: words.default([]),
    /** Units beside those of `commands.json`; `two` lists pairs in one word: "يومين". */
    units: z.strictObject({
      months: words.default([]),
      years: words.default([]),
      two: z.partialRecord(z.enum(['hours', 'days', 'weeks', 'months', 'outlets']), words).default({}),
    }),
    /**
     * Words around an hour: "o'clock", "at"; and minutes said with it, by their number: "half past", "halb"
     * (-30), "y cuarto".
     */
    clock: z.strictObject({
      oclock: words.default([]),
      before: words.default([]),
      minutes: z.strictObject({ before: byName, behind: byName }),
    }),
    /**
     * Words before two times, "between monday and wednesday", and after them, "pazartesi ile salı arasında".
     */
    between: sides,
    /**
     * Words for seas, straits and gulfs before their names ("mer Noire", "Strait of …") and after them
     * ("Black Sea").
     */
    waters: sides,
    destination: z.strictObject({ me: words, here: words }),
    /**
     * Other names for groups and bodies, by the names that the tagger returns: short forms that mean other
     * things in the news.
     */
    bodies: byName,
    /**
     * What introduces a condition: "if"; `within` only inside a sentence, because it opens questions: "when";
     * endings of verbs: "olursa".
     */
    condition: z.strictObject({
      words: words.default([]),
      within: words.default([]),
      endings: words.default([]),
    }),
    /** Words that address us: "you", "are you". */
    addressed: words,
    /** Words before or in the name of an existing subscription: "my", "bültenim". */
    mine: words,
    /** "Also": what is named is added to what exists. */
    also: words,
    /** Words before a place name that say where something is: "in". */
    where: words,
    /** "Only": the named times replace the others. */
    only: words,
    /**
     * Nouns among the words for requests that also occur in the news: "pause", "إلغاء". They count as a
     * request if nothing else is named, or something of ours.
     */
    verbal: words,
    /** Phrases that open or close a request: "would you mind", "rica ederim". */
    polite: words,
    /** "Again": resume what was stopped. */
    again: words,
    /** Words that ask which ones. */
    which: words,
    /** Words around an hour that is to be replaced: "instead of 8", "8 yerine". */
    instead: sides,
    /** Words around a single name that is not meant: "not Chile", "Şili değil". */
    notNamed: sides,
    /** Words around how long something is to go on: "for two weeks", "iki hafta boyunca". */
    lasting: sides,
    /** Words around the day on which it begins: "from tomorrow", "yarından itibaren". */
    starting: sides,
    /** Whole replies to a question of ours: "go ahead?" */
    replies: z.strictObject({ yes: words, no: words }),
    /** Words that turn a request into its opposite: "don't", "nicht". */
    negated: words,
    /** Words that ask how something is done: nothing is to be done yet. */
    how: words,
    /** Words that ask whether something was done: "did you". */
    whether: words,
  }),
)

const expression = z.string().transform((source) => new RegExp(source, 'u'))

/**
 * Endings of verbs, and their replacements in a plain imperative: parts of regular expressions for folded
 * words, with replacements (`$1`).
 */
const verbEndings = z
  .array(
    z.strictObject({
      ending: expression,
      instead: z.array(z.string()).min(1),
      /** What the next word must be. */
      before: expression.optional(),
    }),
  )
  .default([])

/** Verb forms that ask for something without being the plain imperatives in `asks`. */
export const askingVerbs = languagePart(
  'verbs',
  z.strictObject({
    /**
     * Forms for several people or polite address, and with attached pronouns: "ajoutez", "muéstrenme",
     * "alabilir misiniz".
     */
    polite: verbEndings,
    /** Forms that command nothing: "paused", "moving", "auszusetzen", "durdurulmasını". */
    spoken: verbEndings,
    /** Forms that tell us not to: "etme", "نکن", "(no) canceles". */
    negated: verbEndings,
    /** What follows a hyphen and is no part of the verb: "envoyez-moi". */
    joined: words.default([]),
  }),
)
