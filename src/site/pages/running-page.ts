import { html } from 'hono/html'
import type { RunningStory } from '../../archive/read-running-story.ts'
import { nameArticle } from '../../chat/wording/story.ts'
import { say } from '../../words/say.ts'
import { type Html, inLanguage, linkOut, quoted } from '../html.ts'
import { storyPath, type View } from '../view.ts'
import { nameOf } from './draw-story.ts'

/** Draws a running story: its timeline and its stories. */
export function drawRunningPage({ stories, timeline }: RunningStory, view: View): Html {
  const { language } = view
  const [newest] = stories
  return html`<h1${inLanguage(newest?.language ?? 'und')}>${newest === undefined ? '' : nameOf(newest, view)}</h1>
    <p class="when">${say('page.runs', language, { count: stories.length })}</p>
    <section aria-labelledby="went-on">
      <h2 id="went-on">${say('follow.timeline', language)}</h2>
      ${timeline.earlier === 0 ? '' : html`<p class="quiet">${say('follow.earlier', language, { count: timeline.earlier })}</p>`}
      <ol class="timeline">
        ${timeline.entries.map(
          ({ at, outlet, title, language: own, url }) =>
            html`<li>
              <span class="when">${view.moment(at)} · <bdi>${outlet}</bdi></span
              ><br />${linkOut(url, quoted(nameArticle(title, language).text, own))}
            </li>`,
        )}
      </ol>
    </section>
    <section aria-labelledby="stories">
      <h2 id="stories">${say('why.story', language)}</h2>
      <ul class="plain">
        ${stories.map(
          (story) =>
            html`<li>
              <a href="${view.href(storyPath(story.id))}"><span${inLanguage(story.language)}>${nameOf(story, view)}</span></a> <br /><span
                class="when"
                >${say('story.latest', language, { time: view.moment(story.lastAt) })} ·
                ${say('story.outlets', language, { outlets: story.outlets })}</span
              >
            </li>`,
        )}
      </ul>
    </section>`
}
