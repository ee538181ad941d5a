import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod'
import { type APIComponentInLabel, ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { SubscriptionCard } from '../../../src/records/message.ts'
import { drawEditForm, drawSubscribeForm } from '../../../adapters/discord/answer/subscribe-form.ts'
import { checkForm } from '../../fakes/discord/check/form.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { modalAsText } from './as-text.ts'

const secret = 'a secret of tests'

const input = (more: object = {}): APIComponentInLabel => ({
  type: ComponentType.TextInput,
  style: TextInputStyle.Short,
  custom_id: 'what',
  ...more,
})
const field = (component: APIComponentInLabel = input(), label = 'What') => ({
  type: ComponentType.Label as const,
  label,
  component,
})
const form = (fields = [field()], title = 'Follow something') => ({
  custom_id: 'f',
  title,
  components: fields,
})
const menu = (count: number): APIComponentInLabel => ({
  type: ComponentType.StringSelect,
  custom_id: 'm',
  options: Array.from({ length: count }, (_, index) => ({ label: 'x', value: `o${index}` })),
})

describe('checkForm', () => {
  it.each([
    ['a title of 46 characters', form([field()], 'x'.repeat(46)), /title has 46/],
    ['a form without a field', form([]), /form is empty/],
    [
      'six fields',
      form(Array.from({ length: 6 }, (_, index) => field(input({ custom_id: `f${index}` })))),
      /fields: 6/,
    ],
    ['the same custom_id twice', form([field(), field()]), /custom_id is there more than once/],
    ['a label of 46 characters', form([field(input(), 'x'.repeat(46))]), /label has 46/],
    [
      'a placeholder of 101 characters',
      form([field(input({ placeholder: 'x'.repeat(101) }))]),
      /placeholder has 101/,
    ],
    [
      'a value longer than may be written',
      form([field(input({ value: 'xxx', max_length: 2 }))]),
      /value has 3/,
    ],
    ['4,001 characters to write', form([field(input({ max_length: 4001 }))]), /max_length/],
    ['a menu of none', form([field(menu(0))]), /menu is empty/],
    ['a menu of 26', form([field(menu(26))]), /options of a menu: 26/],
  ])('refuses %s', (_what, body, fault) => {
    expect(checkForm(body)).toContainEqual(expect.stringMatching(fault))
  })
})

const aCard: SubscriptionCard = {
  id: 'k4f2',
  title: 'Syria',
  filter: 'Syria',
  when: 'daily at 08:00',
  to: 'here',
  destination: 'discord:1/2',
  state: 'active',
  zone: 'Asia/Damascus',
  nextAt: null,
}

describe('the form for a subscription', () => {
  it.each(SPOKEN)('is one that Discord takes: %s', (language) => {
    for (const isDirect of [true, false]) {
      const data = drawSubscribeForm(
        { language, isDirect, zone: isDirect ? null : 'America/Argentina/ComodRivadavia' },
        secret,
      )
      expect(checkForm(data)).toEqual([])
      const body = { type: InteractionResponseType.Modal, data }
      expect(ModalInteractionCallbackRequestSchema.safeParse(body).error?.message).toBeUndefined()
    }
  })

  it.each(SPOKEN)('may begin with one that stands: %s', (language) => {
    const made = { when: [{ label: '', value: 'weekdays' }], at: [{ label: '', value: '07:30' }] }
    const data = drawEditForm({ ...aCard, filter: 'Syria '.repeat(40), made }, language, secret)
    expect(checkForm(data)).toEqual([])
    const body = { type: InteractionResponseType.Modal, data }
    expect(ModalInteractionCallbackRequestSchema.safeParse(body).error?.message).toBeUndefined()
    expect(JSON.stringify(data)).toContain('"value":"weekdays","default":true')
  })

  it('is as reviewed', async () => {
    const drawn = drawSubscribeForm({ language: 'en', isDirect: false, zone: null }, secret)
    await expect(`${JSON.stringify(drawn, null, 2)}\n`).toMatchFileSnapshot('rendered/subscribe-form.json')
    await expect(modalAsText(drawn)).toMatchFileSnapshot('rendered/subscribe-form.txt')
  })
})
