import { html } from 'hono/html'
import type { Action } from '../../records/message.ts'
import { say } from '../../words/say.ts'
import type { Html } from '../html.ts'
import type { View } from '../view.ts'

/** What every form of a signed-in person contains. `from` is the page to return to. */
export interface FormFrame {
  readonly formToken: string
  readonly from: string
  /** Keeps the language of the page. */
  readonly href: View['href']
}

export const drawHiddenFields = ({ formToken, from }: FormFrame): Html =>
  html`<input type="hidden" name="token" value="${formToken}" /><input
      type="hidden"
      name="from"
      value="${from}"
    />`

/** A button that runs a `/news` command, in the place where the link was asked for, or in `place`. */
export const drawCommandButton = (said: string, label: string, frame: FormFrame, place = ''): Html =>
  html`<form method="post" action="${frame.href('/own/say')}">
    ${drawHiddenFields(frame)}${place === '' ? '' : html`<input type="hidden" name="place" value="${place}" />`}<button
      name="said"
      value="${said}"
    >
      ${label}
    </button>
  </form>`

/** Follow-up actions of an answer, as buttons. */
export const drawActions = (actions: readonly Action[], frame: FormFrame, { language }: View): Html =>
  actions.length === 0
    ? html``
    : html`<div class="actions">
        ${actions.map(({ label, name, command }) => drawCommandButton(command, name ?? say(label, language), frame))}
      </div>`
