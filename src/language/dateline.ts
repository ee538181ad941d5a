import { anyOf } from './any-of.ts'
import { credits } from './parts.ts'
import { leaning } from './leaning-openings.ts'

/**
 * Returns where a sentence begins after its dateline: "CAIRO (Reuters) - ", "МОСКВА, 3 мая. /ТАСС/. ",
 * "(CNN)". `start`, `end` and the result are UTF-16 offsets into `text`. Returns `start` if there is no
 * dateline.
 */
export function skipDateline(text: string, start: number, end: number): number {
  const head = text.slice(start, Math.min(end, start + LONGEST_DATELINE))
  if (MAYBE_DATELINE.test(head))
    for (const pattern of DATELINES) {
      const found = pattern.exec(head)
      if (found && start + found[0].length < end) return start + found[0].length
    }
  if (start < LONGEST_DATELINE && text.slice(0, start).trim() === '')
    for (const pattern of OPENINGS) {
      const found = pattern.exec(text.slice(start, end))
      if (found) return start + found[0].length
    }
  const dashed = start < TEASER_LENGTH ? BEFORE_DASH.exec(text.slice(start, end)) : null
  if (dashed) return start + dashed[0].length
  const ran = /^\p{Script=Cyrillic}/u.test(head) ? RUBRIC_RUN_IN.exec(head) : null
  return start + (ran?.[0].length ?? 0)
}

/** In UTF-16 units. A dateline names a place, a day and an agency, nothing more. */
const LONGEST_DATELINE = 90

/** What must follow a dateline: the beginning of a sentence. */
const BEGINS = '(?=["“«„\'‘(]?[\\p{Lu}\\p{Lo}\\p{N}])'
/** The last two alternatives are dashes that were decoded in the wrong encoding. */
const LONG_DASH = '--+|[—–―|]|[\\u0096\\u0097]|â[\\u0080-\\u00bf]{2}'
const DASH = `(?:\\s*(?:${LONG_DASH})\\s*|:\\s|\\s?-\\s)`
const AGENCY = '[(/\\[]\\s*\\p{L}[\\p{L}\\d .,/&-]{1,40}[)/\\]]'

/**
 * Matches text that may have a dateline. Most sentences begin with an ordinary word and have no bracket,
 * slash, or dash after a full stop, so they have none.
 */
const MAYBE_DATELINE = /^(?!\p{Lu}?\p{Ll})|[(/[]|\.\s?[-–—]/u

const DATELINES = [
  // "8.11.2018, 8:18 "
  new RegExp(
    `^[|\\s]*\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4},?\\s+\\d{1,2}:\\d{2}(?:\\s+\\d{1,5}){0,3}\\s+${BEGINS}`,
    'u',
  ),
  // "08.11.2018 Source: ", "14:00 08.11.2018 "
  new RegExp(
    `^(?:\\d{1,2}:\\d{2},?\\s+)?\\d{1,2}[-./]\\d{1,2}[-./]\\d{4}\\s+(?:\\p{Lu}\\p{L}{2,14}:\\s+)?${BEGINS}`,
    'u',
  ),
  // "20:02, 9 July, 2018 "; without the time only if a gap or a dash separates it from the sentence
  new RegExp(`^\\d{1,2}:\\d{2},?\\s+\\d{1,2}\\s\\p{L}{3,10},?\\s\\d{4},?\\s+${BEGINS}`, 'u'),
  new RegExp(`^\\d{1,2}\\s\\p{L}{3,10},?\\s\\d{4}(?:\\s{2,}|\\s*(?:${LONG_DASH})\\s*)${BEGINS}`, 'u'),
  // ", 13:59 REGNUM ", "МОСКВА, 30 мая ПРАЙМ "
  new RegExp(`^[,;|\\s]{0,3}\\d{1,2}:\\d{2}\\s+(?:\\p{Lu}{3,14}\\s+)?${BEGINS}`, 'u'),
  new RegExp(`^\\p{Lu}[\\p{Lu} -]{2,30}, \\d{1,2} \\p{L}{3,10}\\s+\\p{Lu}{2,14}\\s+${BEGINS}`, 'u'),
  // The rest of a dateline that stood on a line of its own
  new RegExp(`^[—–―]\\s+${BEGINS}`, 'u'),
  // "CAIRO (Reuters) - ", "Madrid, 3 may (EFE).- ", "القاهرة (رويترز) - "
  new RegExp(
    `^[\\p{L}\\p{M}\\d .,'’/-]{2,45}${AGENCY}[.,]?${DASH}(?:\\p{Lu}[\\p{Lu} .’-]{3,40}\\s[-–—]\\s)?${BEGINS}`,
    'u',
  ),
  // "LONDON -- ", "KANSAS CITY, Kan. — ", "МОСКВА, 3 мая — "
  new RegExp(
    `^\\p{Lu}[\\p{Lu} .'’/-]{2,30}(?:,\\s?[\\p{L}\\d .]{1,24})?\\s*(?:${LONG_DASH}| -)+\\s+${BEGINS}`,
    'u',
  ),
  // "SEOUL—", "BERGEN, Norway—"
  new RegExp(`^\\p{Lu}[\\p{Lu} .'’/-]{2,30}(?:,\\s\\p{Lu}[\\p{L} .]{1,24})?[—–]${BEGINS}`, 'u'),
  // "CARACAS.- ", "México, 4 de mayo.— "
  new RegExp(`^\\p{Lu}[\\p{L} ,\\d]{2,40}\\.\\s?[-–—]\\s${BEGINS}`, 'u'),
  // "МОСКВА, 3 мая. /ТАСС/. ", "(CNN)", "(CNN) -- ", "(Washington, DC) – ", "/ТАСС/. "
  new RegExp(
    `^(?:\\p{Lu}[\\p{L} -]{2,30}(?:, (?:\\d{1,2} \\p{L}{3,10}|\\p{Lu}[\\p{L}. ]{1,20}))?[.,]?\\s+)?` +
      `(?:\\([\\p{Lu}\\d./ ]{2,12}\\)|/[\\p{Lu}\\d. -]{2,16}/)[.,]?\\s*(?:--+|[—–―-])*\\s*${BEGINS}`,
    'u',
  ),
  new RegExp(`^\\(\\p{Lu}\\p{L}[\\p{L} .,/-]{2,36}\\)${DASH}${BEGINS}`, 'u'),
  // "تهران - ایرنا - "
  new RegExp(
    `^\\p{Lo}[\\p{Lo}\\u200c ]{1,20}\\s*[-–—/]\\s*\\p{Lo}[\\p{Lo}\\u200c ]{1,16}\\s*[-–—:]\\s*${BEGINS}`,
    'u',
  ),
  // "غزة/ الأناضول ", "دبي – العربية.نت: "
  new RegExp(
    `^\\p{Lo}[\\p{Lo} ]{1,20}\\s?[/–-]\\s?${anyOf(credits.of('ar')?.opens ?? [])}\\s*[/:–-]?\\s+${BEGINS}`,
    'u',
  ),
  // "خبرگزاری فارس: ", "به گزارش ایسنا، "; a credit to another agency stays
  new RegExp(`^خبرگزار[یي] [\\p{Lo}\\u200c]{2,16}\\s?:\\s${BEGINS}`, 'u'),
  new RegExp(
    `^به گزارش (?:(?!به نقل|از قول)[^،:.]){0,50}(?:${(credits.of('fa')?.byReport ?? []).join('|')})(?: از [^،:.]{2,24})?،\\s${BEGINS}`,
    'u',
  ),
]

/**
 * "Wien – " without a second dash, near the beginning of a text, where a teaser may come before it. Latin
 * script only: in Cyrillic a dash stands for the verb "is".
 */
const BEFORE_DASH = new RegExp(
  `^(?=\\p{Script=Latin})\\p{Lu}[\\p{L}.’'-]+(?:[ /-]\\p{Lu}[\\p{L}.’'-]*)?\\s[–—]\\s(?![^–—]*[–—])${BEGINS}`,
  'u',
)
/** In UTF-16 units: a teaser of two or three sentences. */
const TEASER_LENGTH = 400

const behind = (what: 'Byline' | 'Rubric', ...languages: readonly string[]): string =>
  languages.flatMap((language) => leaning.of(language)?.[`behind${what}`] ?? []).join('|')

/**
 * What is a dateline only at the beginning of a text: "[Vik Herald] Bergen -- " (an aggregator names the
 * outlet), "DUBAI: ", "By Kari Moen The …", a heading that lost its line break.
 */
const OPENINGS = [
  new RegExp(
    String.raw`^\[\p{L}[^[\]]{1,46}\]\s+(?:\p{Lu}[\p{L}\d .,'’]{2,40}\s(?:${LONG_DASH}|-)\s)?${BEGINS}`,
    'u',
  ),
  new RegExp(`^(?!(?:UN|EURO|INTER)[A-Z]+:)\\p{Lu}[\\p{Lu} .'’-]{4,30}:\\s+(?=[\\p{Lu}\\p{N}])`, 'u'),
  new RegExp(
    String.raw`^By \p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}\p{L}+ (?=(?:${behind('Byline', 'en')})\s)`,
    'u',
  ),
  new RegExp(String.raw`^Par \p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+ (?=(?:${behind('Byline', 'fr')})\s)`, 'u'),
]

/**
 * "Енергетика Раніше акції …": a rubric or the name in a caption that ran into the sentence. Within a
 * sentence, Cyrillic capitals occur only in names.
 */
const RUBRIC_RUN_IN = new RegExp(
  String.raw`^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2} (?=(?:${behind('Rubric', 'ru', 'uk')})\s)`,
  'u',
)
