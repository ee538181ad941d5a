import { describe, expect, it } from 'vitest'
import { readForm } from '../../../adapters/slack/answer/read-form.ts'
import { validateView } from '../../fakes/slack/validate-view.ts'
import { toOptions } from '../../../adapters/slack/draw/actions.ts'
import { drawHome, type Home } from '../../../adapters/slack/draw/home.ts'
import { drawJoined } from '../../../adapters/slack/draw/joined.ts'
import { drawSettingsModal } from '../../../adapters/slack/draw/settings-modal.ts'
import { drawSubscribeModal, type SubscribeForm } from '../../../adapters/slack/draw/subscribe-modal.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { validateMessage } from '../../fakes/slack/validate-message.ts'
import { messageAsText, viewAsText } from './as-text.ts'

const secret = 'sample'
const { subscriptions, settings } = MESSAGES
const [SYRIA, QUAKES] = subscriptions.subscriptions
if (SYRIA === undefined || QUAKES === undefined) throw new Error('the sample has two subscriptions')

const home: Home = {
  ownSubscriptions: {
    ...subscriptions,
    subscriptions: [
      { ...SYRIA, id: 'c2xz', to: 'elsewhere', destination: 'slack:T1/C0NEWS' },
      SYRIA,
      QUAKES,
      { ...QUAKES, id: 'c3yy', to: 'elsewhere', destination: 'slack:T1/C0NEWS' },
    ],
  },
  channel: { id: 'C0DESK', subscriptions: { ...subscriptions, subscriptions: [SYRIA] } },
  settings,
}

const form: SubscribeForm = {
  from: 'slack:T1/C0DESK',
  isDirect: false,
  zone: 'Europe/Istanbul',
  language: 'en',
  subscription: null,
}

type State = Parameters<typeof readForm>[0]['state']
const state = (values: State['values']): State => ({ values })

describe('the Home tab', () => {
  it('is drawn as reviewed', async () => {
    const view = drawHome(home, { secret })
    expect(validateView(view)).toEqual([])
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot('rendered/home.json')
    await expect(viewAsText(view, secret)).toMatchFileSnapshot('rendered/home.txt')
  })

  it('is drawn for somebody who follows nothing', async () => {
    const nothing = { ...subscriptions, subscriptions: [] }
    const view = drawHome({ ...home, ownSubscriptions: nothing, channel: null }, { secret })
    expect(validateView(view)).toEqual([])
    await expect(viewAsText(view, secret)).toMatchFileSnapshot('rendered/home-empty.txt')
  })

  it.each(SPOKEN)('keeps every limit in %s with as many subscriptions as anybody can have', (language) => {
    const many = (count: number) => ({
      ...subscriptions,
      language,
      subscriptions: Array.from({ length: count }, (_, index) => ({
        ...SYRIA,
        id: `id${index}`,
        title: 'A title that goes on '.repeat(20),
      })),
    })
    const view = drawHome(
      {
        ownSubscriptions: many(50),
        channel: { id: 'C1', subscriptions: many(20) },
        settings: { ...settings, language },
      },
      { secret },
    )
    expect(validateView(view)).toEqual([])
    expect(viewAsText(view, secret)).toContain('/news subscriptions')
  })
})

describe('what a channel is asked that the bot joins', () => {
  it.each(SPOKEN)('keeps every limit, and is drawn as reviewed: %s', async (language) => {
    const regions = [{ label: 'Middle East', value: 'middle-east' }]
    const part = drawJoined({ regions, language }, { secret })
    expect(validateMessage(part)).toEqual([])
    await expect(messageAsText({ main: part, thread: [] }, secret)).toMatchFileSnapshot(
      `rendered/joined/${language}.txt`,
    )
  })
})

describe('the form of settings', () => {
  it('is drawn as reviewed', async () => {
    const view = drawSettingsModal(settings)
    expect(validateView(view)).toEqual([])
    await expect(viewAsText(view, secret)).toMatchFileSnapshot('rendered/modal-settings.txt')
  })

  it.each(SPOKEN)('has a title and buttons that are not cut in %s', (language) => {
    const view = drawSettingsModal({ ...settings, language })
    expect(validateView(view)).toEqual([])
    expect([view.title.text, view.submit?.text, view.close?.text].join()).not.toContain('…')
  })
})

describe('the form for a subscription', () => {
  it('is drawn as reviewed', async () => {
    const view = drawSubscribeModal(form)
    expect(validateView(view)).toEqual([])
    await expect(`${JSON.stringify(view, null, 2)}\n`).toMatchFileSnapshot('rendered/modal.json')
    await expect(viewAsText(view, secret)).toMatchFileSnapshot('rendered/modal.txt')
  })

  it('is drawn for a change as reviewed', async () => {
    const view = drawSubscribeModal({ ...form, isDirect: true, subscription: SYRIA })
    expect(validateView(view)).toEqual([])
    await expect(viewAsText(view, secret)).toMatchFileSnapshot('rendered/modal-edit.txt')
  })

  it('begins empty where Slack could not give back all that it would hold', () => {
    const outlets = Array.from({ length: 101 }, (_, n) => ({
      label: 'x',
      value: `an-outlet-with-a-long-id-${n}`,
    }))
    const country = [{ label: 'Syria', value: 'SY' }]
    const drawn = (source: typeof outlets) => {
      const view = drawSubscribeModal({ ...form, subscription: { ...SYRIA, made: { country, source } } })
      expect(validateView(view)).toEqual([])
      return viewAsText(view, secret)
    }
    expect(drawn(outlets.slice(0, 3))).toContain('Syria = SY')
    expect(drawn(outlets)).not.toContain('Syria = SY')
    expect(drawn(outlets)).toContain('What you leave empty stays as it is.')
  })

  it.each(SPOKEN)('keeps every limit in %s', (language) => {
    expect(
      [null, SYRIA].flatMap((subscription) =>
        validateView(drawSubscribeModal({ ...form, language, subscription })),
      ),
    ).toEqual([])
  })

  it.each(SPOKEN)('has a title and buttons that are not cut in %s', (language) => {
    const views = [null, SYRIA].map((subscription) => drawSubscribeModal({ ...form, language, subscription }))
    expect(
      views.map(({ title, submit, close }) => [title.text, submit?.text, close?.text].join()).join(),
    ).not.toContain('…')
  })
})

const option = (value: string) => ({
  text: { type: 'plain_text', text: value, emoji: false } as const,
  value,
})

const when = (...values: readonly string[]) => ({
  when: { type: 'multi_static_select', selected_options: values.map(option) },
})

describe('readForm', () => {
  it('gives what was filled in as the options of subscribe, and leaves out what was not', () => {
    const filled = readForm({
      private_metadata: drawSubscribeModal(form).private_metadata ?? '',
      state: state({
        region: {
          region: {
            type: 'multi_external_select',
            selected_options: [option('levant'), option('gulf')],
          },
        },
        country: { country: { type: 'multi_external_select', selected_options: [] } },
        keywords: { keywords: { type: 'plain_text_input', value: '  grain AND deal ' } },
        zone: { zone: { type: 'external_select', selected_option: option('Europe/Istanbul') } },
        when: when(),
        at: {
          at: { type: 'multi_external_select', selected_options: [option('07:30'), option('18:00')] },
        },
        to: { to: { type: 'radio_buttons', selected_option: option('me') } },
      }),
    })
    expect(filled).toEqual({
      command: 'subscribe',
      from: 'slack:T1/C0DESK',
      options: new Map([
        ['region', ['levant', 'gulf']],
        ['keywords', ['grain AND deal']],
        ['zone', ['Europe/Istanbul']],
        ['at', ['07:30', '18:00']],
        ['to', ['me']],
      ]),
    })
  })

  it('gives the changes to a subscription as the options of edit', () => {
    const { private_metadata = '' } = drawSubscribeModal({ ...form, subscription: QUAKES })
    const filled = readForm({
      private_metadata,
      state: state({ when: when('hourly') }),
    })
    expect(filled.command).toBe('edit')
    expect([...filled.options]).toEqual([
      ['subscription', ['w7bn']],
      ['when', ['hourly']],
    ])
  })

  it('forgets the times where there are none to have', () => {
    const at = { at: { type: 'multi_external_select', selected_options: [option('08:00')] } }
    const { private_metadata = '' } = drawSubscribeModal(form)
    const namesFor = (value: string) => [
      ...readForm({ private_metadata, state: state({ at, when: when(value) }) }).options.keys(),
    ]
    expect(namesFor('alert')).toEqual(['when'])
    expect(namesFor('hourly')).toEqual(['when'])
    expect(namesFor('daily')).toEqual(['at', 'when'])
  })

  it('refuses a form that is none of ours', () => {
    expect(() => readForm({ private_metadata: '{}', state: state({}) })).toThrow('Open the form again')
  })
})

describe('toOptions', () => {
  it('shortens what is shown and leaves out what could not come back whole', () => {
    const long = 'a'.repeat(76)
    expect(
      toOptions([
        { label: long, value: 'short' },
        { label: 'x', value: long },
      ]),
    ).toEqual([{ text: { type: 'plain_text', text: `${'a'.repeat(74)}…`, emoji: false }, value: 'short' }])
  })
})
