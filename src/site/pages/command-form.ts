import { html } from 'hono/html'
import type { Command, CommandOption } from '../../chat/command.ts'
import type { RawOptions } from '../../chat/commands.ts'
import type { Html } from '../html.ts'
import type { View } from '../view.ts'

/** Draws a form field for each option of a `/news` command. Values are parsed as the command parses them. */
export function drawFields(
  { options }: Pick<Command, 'options'>,
  values: RawOptions,
  lists: Lists,
  view: View,
): Html {
  const shown = options.filter(({ isForButtons, name }) => isForButtons !== true && name !== 'page')
  return html`<div class="fields">
    ${shown.map((option) => drawField(option, values.get(option.name) ?? [], lists, view))}
  </div>`
}

/** Ids of a page's value lists, by kind of option. */
export type Lists = ReadonlyMap<CommandOption['kind'], string>

function drawField(option: CommandOption, values: readonly string[], lists: Lists, view: View): Html {
  const { name, kind, choices, required, range } = option
  const label = html`<span>${option.help(view.language)}</span>`
  const need = required ? html` required` : ''
  if (choices.length > 0)
    return html`<label
      >${label}<select name="${name}" ${need}>
        <option value=""></option>
        ${choices.map((choice) =>
          values.includes(choice)
            ? html`<option value="${choice}" selected>${choice}</option>`
            : html`<option value="${choice}">${choice}</option>`,
        )}
      </select></label
    >`
  const value = values.join(', ')
  if (range !== undefined)
    return html`<label
      >${label}<input
        type="number"
        name="${name}"
        value="${value}"
        min="${range.least}"
        max="${range.most}"
        ${need}
    /></label>`
  const list = lists.get(kind)
  return html`<label
    >${label}<input
      name="${name}"
      value="${value}"
      dir="auto"
      maxlength="500"
      ${list === undefined ? '' : html` list="${list}"`}${need}
  /></label>`
}

/** A list of suggested values. */
export const drawValues = (id: string, names: readonly string[]): Html =>
  html`<datalist id="${id}">${names.map((name) => html`<option value="${name}">`)}</datalist>`

/** Reads the submitted fields as options, without empty ones. */
export function readFields({ options }: Pick<Command, 'options'>, sent: URLSearchParams): RawOptions {
  return new Map(
    options.flatMap(({ name }) => {
      const values = sent.getAll(name).map((value) => value.trim().slice(0, LONGEST_VALUE))
      const given = values.filter((value) => value !== '')
      return given.length === 0 ? [] : [[name, given] as const]
    }),
  )
}

/** UTF-16 units: as long as the longest keyword expression. */
const LONGEST_VALUE = 500
