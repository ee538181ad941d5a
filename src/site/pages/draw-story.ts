import { html } from 'hono/html'
import { citeOutlet } from '../../chat/wording/cite-outlet.ts'
import { nameArticle, tellStory, tellWords } from '../../chat/wording/story.ts'
import type { BriefedSentence, BriefedStory } from '../../records/briefing.ts'
import { countryName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { drawLine, type Html, inLanguage, linkOut } from '../html.ts'
import { pathOf, storyPath, type View } from '../view.ts'

/** Draws a story for lists: headline, sentences with their sources, and subjects. */
export function drawStory(story: BriefedStory, topics: TopicIds, view: View): Html {
  const told = tellStory(story, view.moment, view)
  const latest = say('story.latest', view.language, { time: view.moment(story.lastAt) })
  return html`<article>
<h3${inLanguage(story.language)}><a href="${view.href(storyPath(story.id))}">${nameOf(story, view)}</a></h3>
${told.developments.map((line) => html`<p>${drawLine(line)}</p>`)}
${drawSentences(story, view)}
${told.changes.map((line) => html`<p class="quiet">${drawLine(line)}</p>`)}
${drawFacts(story, [latest], topics, view)}
</article>
`
}

/** The headline, or a placeholder if it is empty. */
export const nameOf = (
  { headline }: Pick<BriefedStory, 'headline'>,
  { language }: { readonly language: string },
): string => nameArticle(headline, language).text.trim()

/**
 * Draws the sentences in paragraphs, each in its language with the numbers of its outlets, and a list of
 * these outlets.
 */
export function drawSentences(story: BriefedStory, view: View): Html {
  const { sentences, outlets } = story
  if (sentences.length === 0) {
    const [line] = tellStory(story, view.moment, view).sentences
    return line === undefined ? html`` : html`<p class="quiet">${drawLine(line)}</p>`
  }
  const cited = [...new Set(sentences.map(({ outlet }) => outlet))].toSorted((one, other) => one - other)
  const paragraphs = paragraphsOf(sentences).map(
    (those) =>
      html`<p${inLanguage(those[0]?.language ?? 'und')}>${those.map((one) => drawSentence(one, story, view))}</p>`,
  )
  return html`<div class="sentences">${paragraphs}</div>
    <ul class="facts">
      ${cited.map(
        (index) =>
          html`<li>
            ${drawLine([citeOutlet(index, null, view)])}
            ${linkOut(outlets[index]?.url, html`<bdi>${outlets[index]?.name}</bdi>`)}
          </li>`,
      )}
    </ul>`
}

function drawSentence(sentence: BriefedSentence, { outlets }: BriefedStory, view: View): Html {
  const cite = drawLine([citeOutlet(sentence.outlet, outlets[sentence.outlet]?.url ?? null, view)])
  const key = sentence.leftOut === undefined ? 'sentence.chosen' : 'sentence.shortened'
  const label =
    sentence.chosenBy === 'model'
      ? html` <span class="quiet" lang="${view.language}" dir="auto">${say(key, view.language)}</span>`
      : ''
  const words =
    sentence.saidBy === undefined ? sentence.text.trim() : drawLine(tellWords(sentence, view.language))
  return html`${words} <span class="cite">${cite}</span>${label} `
}

/** Groups sentences into paragraphs of one language. A quoted statement is a paragraph of its own. */
function paragraphsOf(sentences: readonly BriefedSentence[]): readonly (readonly BriefedSentence[])[] {
  const paragraphs: BriefedSentence[][] = []
  for (const sentence of sentences) {
    const last = paragraphs.at(-1)
    if (last?.[0]?.language === sentence.language && sentence.saidBy === undefined) last.push(sentence)
    else paragraphs.push([sentence])
  }
  return paragraphs
}

/** Ids of topics by IPTC code, for links. */
export type TopicIds = ReadonlyMap<string, string>

/** Draws a story's subjects as links and the number of reports, followed by the facts in `more`. */
export function drawFacts(story: BriefedStory, more: readonly string[], topics: TopicIds, view: View): Html {
  const { language, href } = view
  const countries = story.countries.map(
    (code) =>
      html`<a href="${href(pathOf({ kind: 'country', id: code }))}">${countryName(code, language)}</a>`,
  )
  const named = story.topics.map((code) => {
    const [id, name] = [topics.get(code), view.topicName(code, language) ?? code]
    return id === undefined ? name : html`<a href="${href(pathOf({ kind: 'topic', id }))}">${name}</a>`
  })
  const facts = [...countries, ...named, countReports(story, language), ...more]
  return html`<ul class="facts">
    ${facts.map((fact) => html`<li>${fact}</li>`)}
  </ul>`
}

export function countReports(story: BriefedStory, language: string): string {
  const outlets = new Set(story.outlets.map(({ sourceId }) => sourceId)).size
  const independent = story.independentReports
  return independent === outlets
    ? say('story.outlets', language, { outlets })
    : say('story.reports', language, { independent, outlets })
}
