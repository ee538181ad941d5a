import { afterEach, beforeEach, expect } from 'vitest'
import { z } from 'zod'
import type { FakeNewsroom } from '../newsroom.ts'
import { newsroomOnSlack, type NewsroomOnSlack } from './newsroom-on-slack.ts'
import type { FakeSlack } from './open-slack.ts'

const aView = z.object({
  private_metadata: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string() })),
})

/**
 * A newsroom on Slack for each test of a file or group, where every form opens. Ask for it while a test runs.
 */
export function newsroomWithForms() {
  let own: NewsroomOnSlack | null = null
  beforeEach(async () => {
    own = await newsroomOnSlack()
    openAnyForm(own.slack)
  })
  afterEach(() => own?.close())
  const bot = (): NewsroomOnSlack => {
    if (own === null) throw new Error('a newsroom is asked for only while a test runs')
    return own
  }
  return {
    get slack(): FakeSlack {
      return bot().slack
    },
    get newsroom(): FakeNewsroom {
      return bot().newsroom
    },
    answerTo: (text: string) => bot().answerTo(text),
    form: () => formIn(bot().slack),
  }
}

/**
 * Slack opens every form, with an id of its own: the emulator opens one only with a trigger that it gave
 * itself.
 */
function openAnyForm({ web }: FakeSlack): void {
  web.answer('views.open', () => ({ ok: true, view: { id: 'V77' } }))
  web.answer('views.update', () => ({ ok: true, view: { id: 'V77' } }))
}

/** The form as it was last drawn. */
async function formIn({ web }: FakeSlack) {
  await expect.poll(() => web.of('views.update').length, { timeout: 10_000 }).toBeGreaterThan(0)
  const view = aView.parse(web.of('views.update').at(-1)?.args['view'])
  return { id: 'V77', ...view }
}

/** What was chosen in a menu that takes several. */
export const chosen = (...values: readonly string[]) => ({
  type: 'multi_external_select',
  selected_options: values.map((value) => ({ value, text: { type: 'plain_text', text: value } })),
})

/** What was chosen in a menu that takes one. */
export const one = (value: string) => ({ type: 'static_select', selected_option: { value } })

/** Values of a form by their fields. */
export const fill = (values: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [name]: value }]))
