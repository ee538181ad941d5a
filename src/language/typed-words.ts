// What is known of how people write to us, by language.
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

const expression = z.string().transform((source) => new RegExp(source, 'u'))

/** Endings of verbs, and what stands for each in a plain imperative: parts of regular expressions and of what takes their place (`$1`), of folded words. */
const verbEndings = z
  .array(
    z.strictObject({
      ending: expression,
      instead: z.array(z.string()).min(1),
      /** What the next word has to be. */
      before: expression.optional(),
    }),
  )
  .default([])

/** How verbs ask for something that are no plain imperatives, as which `asks` has them. */
export const askingVerbs = languagePart(
  'verbs',
  z.strictObject({
    /** As they are said to several or to somebody one is polite with, and with pronouns written onto them: "ajoutez", "muéstrenme", "alabilir misiniz". */
    polite: verbEndings,
    /** In a form that tells nobody what to do: "paused", "moving", "auszusetzen", "durdurulmasını". */
    spoken: verbEndings,
    /** Behind a hyphen, and no part of the verb: "envoyez-moi". */
    joined: words.default([]),
  }),
)
