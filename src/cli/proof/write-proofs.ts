import { titleAmong } from '../../briefings/title-among.ts'
import { reportedAt } from '../../articles/reported-at.ts'
import { countIndependent } from '../../briefings/story-facts.ts'
import type { BriefedStory } from '../../records/briefing.ts'
import type { PlacedArticle, StoryHead } from '../../records/story.ts'
import { utcMinute } from '../examine.ts'
import type { Proof } from './sample-proofs.ts'

/** Instructions for marking told stories, printed once before them. */
export const RUBRIC = `Read each story as an editor would before it goes out, and write its complaints behind "marks:", each as kind
and severity, such as "headline 2, sentence 1". Severity 1: an editor would change it. Severity 2: it would embarrass the desk.

foreign    a report of another event stands among the members
apart      reports of this event stand in another story of the same briefing, or it was told before under another story
section    the story stands under a country, a region or a topic that it is not about
headline   another event, an opinion or explainer, what is no headline, or not the event that the sentences tell
sentence   not of this event, open at either end, unclear without what stood before it, no speaker, a caption or a note
main fact  what an editor would tell first is missing, or older than a newer report among the members
no news    a deal, horoscope, lottery, quiz, programme, listing, look-back; or UPDATED without anything new
order      one of the left out, or one that stands behind it, should stand in its place
mark       NEW where it was told before, UPDATED where it was not
count      more or fewer outlets, or independent reports, than the members show
`

/** Writes a story to be marked; `n` is its number on the sheet. */
export function writeProof(proof: Proof, n: number): string {
  const { briefing, section, place, story, members, before, leftOut } = proof
  const cited = new Set(story.sentences.map(({ articleId }) => articleId))
  return [
    `#${n}  ${proof.subscription} · ${briefing.title} · ${utcMinute(briefing.to)} · ${section}, ${place}`,
    `${story.mark?.toUpperCase() ?? '-'}  ${story.headline}  [${story.language}]`,
    ...story.sentences.map(
      ({ saidBy, text, outlet }) =>
        `   ${saidBy === undefined ? '' : `${saidBy}: `}${text}  (${outletOf(story, outlet)})`,
    ),
    `   outlets ${story.outlets.length}, independent ${story.independentReports}; ` +
      `countries ${story.countries.join(' ') || '-'}; topics ${story.topics.join(' ') || '-'}`,
    ...before.map(({ at, headline }) => `   told ${utcMinute(at)}  ${headline}`),
    ...shownOf(members, cited).map((article) => writeMember(article, cited.has(article.id), briefing.from)),
    ...(members.length > MOST_MEMBERS ? [`   and ${members.length - MOST_MEMBERS} older ones`] : []),
    ...leftOut.map(writeLeftOut),
    'marks:',
    '',
  ].join('\n')
}

/** Most reports shown; more would not help a reader. */
const MOST_MEMBERS = 15

/** The cited members and the newest ones. */
function shownOf(members: readonly PlacedArticle[], cited: ReadonlySet<string>): readonly PlacedArticle[] {
  const newest = members.toSorted((a, b) => reportedAt(b) - reportedAt(a))
  const shown = new Set(
    [...newest.filter(({ id }) => cited.has(id)), ...newest.filter(({ id }) => !cited.has(id))].slice(
      0,
      MOST_MEMBERS,
    ),
  )
  return members.filter((article) => shown.has(article))
}

const outletOf = (story: BriefedStory, index: number): string => story.outlets[index]?.name ?? '?'

/** UTF-16 units of a report's text: the opening is enough. */
const OPENING_LENGTH = 240

const writeMember = (article: PlacedArticle, isCited: boolean, from: number): string =>
  `   ${isCited ? '*' : '-'} ${utcMinute(reportedAt(article))}${article.seenAt >= from ? ' +' : '  '} ${article.sourceId} ` +
  `[${article.tags.language}]${article.copyOf === null ? '' : ' copy'}  ${article.title}  | ` +
  article.text.slice(0, OPENING_LENGTH).replaceAll(/\s+/gu, ' ')

const writeLeftOut = ({ reports }: StoryHead): string =>
  `   left out: ${countIndependent(reports)} independent  ` +
  titleAmong(
    reports.map(({ language, ...report }) => ({ ...report, tags: { language } })),
    'en',
  )
