import { html } from 'hono/html'
import type { ArchivedArticle } from '../../archive/read-story.ts'
import type { ArticleVersion } from '../../records/article.ts'
import { compareWords } from '../../text/compare-words.ts'
import { say } from '../../words/say.ts'
import { directionOf, type Html, linkOut } from '../html.ts'
import { storyPath, type View } from '../view.ts'

/** Draws all versions of an article: the first in full, the others as differences. */
export function drawVersionsPage(
  { article, versions, storyId, headline }: ArchivedArticle,
  view: View,
): Html {
  const { language } = view
  const own = article.tags.language
  const steps = versions.map((version, index) => ({ version, before: versions[index - 1] })).toReversed()
  return html`<h1 lang="${own}" dir="${directionOf(own)}">${linkOut(article.url, article.title)}</h1>
    <p>
      <a href="${view.href(storyPath(storyId))}"><bdi>${headline}</bdi></a> ·
      ${say('page.versions', language, { count: versions.length })}
    </p>
    ${steps.map(
      ({ version, before }) =>
        html`<section aria-labelledby="v${version.version}">
          <h2 id="v${version.version}">
            ${say('page.version', language, { version: version.version, time: view.instant(version.seenAt) })}
          </h2>
          <div class="text" lang="${own}" dir="${directionOf(own)}">
            ${before === undefined ? drawText(version) : drawChange(before, version, own)}
          </div>
        </section> `,
    )}`
}

const drawText = ({ title, text }: ArticleVersion): Html =>
  html`<h3>${title}</h3>
    ${paragraphsOf(text).map((paragraph) => html`<p>${paragraph}</p>`)}`

const drawChange = (before: ArticleVersion, after: ArticleVersion, language: string): Html =>
  html`<h3>${drawWords(before.title, after.title, language)}</h3>
    <p>${drawWords(before.text, after.text, language)}</p>`

/** Draws a text's deletions and insertions word by word; line breaks separate paragraphs. */
function drawWords(before: string, after: string, language: string): Html {
  return html`${compareWords(before, after, language).map(({ text: piece, of }) => {
    const [first = '', ...rest] = piece.split(/\n+/u)
    const text = html`${first}${rest.map((paragraph) => html`<br /><br />${paragraph}`)}`
    return of === 'after' ? html`<ins>${text}</ins>` : of === 'before' ? html`<del>${text}</del>` : text
  })}`
}

const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n+/u).filter((one) => one.trim() !== '')
