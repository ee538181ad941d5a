import { describe, expect, it } from 'vitest'
import { chosen, fill, newsroomWithForms, one } from '../../fakes/slack/filling-forms.ts'
import { pressed, submitted, typing } from '../../fakes/slack/interactions.ts'
import { nextId } from '../../fakes/slack/open-slack.ts'
import { ADA, RANDOM, TEAM } from '../../fakes/slack/web-api.ts'

const PATIENCE = { timeout: 20_000 }

const bot = newsroomWithForms()

describe('a menu that asks while one types', () => {
  it.each([
    ['region', 'middle', 'middle-east'],
    ['country', 'سوری', 'SY'],
    ['topic', 'conf', 'conflict'],
    ['zone', 'istan', 'Europe/Istanbul'],
    ['at', '7:30', '07:30'],
  ])('offers for %s and “%s” %s', async (name, typed, value) => {
    const { status, body } = await bot.slack.interact(typing(name, typed))
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ value })]),
    })
  })

  it('offers names while the store hangs', async () => {
    bot.newsroom.store.preferences = () => Promise.withResolvers<null>().promise
    expect(await bot.slack.interact(typing('region', 'middle'))).toMatchObject({
      status: 200,
      body: expect.stringContaining('"value":"middle-east"'),
    })
  })

  it('offers nothing for what there is not', async () => {
    expect(await bot.slack.interact(typing('country', 'atlantis'))).toMatchObject({ body: '{"options":[]}' })
    expect(await bot.slack.interact(typing('nosuchfield', 'x'))).toMatchObject({ body: '{"options":[]}' })
  })
})

describe('what few need', () => {
  it('is added by a button, and what was chosen stays', async () => {
    await bot.slack.command('subscribe')
    const view = await bot.form()
    const whole = {
      ...view,
      type: 'modal',
      hash: 'h1',
      title: { type: 'plain_text', text: 'x', emoji: false },
      submit: null,
      close: null,
    }
    await bot.slack.interact({
      ...pressed({ type: 'button', action_id: 'unfold', block_id: 'unfold' }),
      view: { ...whole, state: { values: {} } },
    })
    await expect.poll(() => bot.slack.web.of('views.update').length, PATIENCE).toBe(2)
    const unfolded = await bot.form()
    const ids = (of: typeof view) => of.blocks.map((block) => ('block_id' in block ? block.block_id : ''))
    expect(ids(unfolded).slice(0, ids(view).length - 1)).toEqual(ids(view).slice(0, -1))
    expect(ids(unfolded)).toEqual(
      expect.arrayContaining([
        'without',
        'source',
        'person',
        'language',
        'outlets',
        'length',
        'speak',
        'model',
        'quiet',
        'ends',
        'title',
      ]),
    )
    expect(unfolded.private_metadata).toBe(view.private_metadata)
  })

  it('leaves out, names and waits as text does', async () => {
    await bot.slack.command('subscribe')
    await bot.slack.interact(
      submitted(
        await bot.form(),
        fill({
          region: chosen('africa'),
          without: chosen('Sport', 'EG'),
          person: chosen('Lina Haddad'),
          when: chosen('alert'),
          outlets: one('3'),
          length: one('short'),
          speak: one('de'),
          title: { type: 'plain_text_input', value: 'Dams' },
        }),
      ),
    )
    await expect
      .poll(() => bot.newsroom.store.subscriptions(), PATIENCE)
      .toMatchObject([
        {
          title: 'Dams',
          withoutTopics: ['sport'],
          withoutCountries: ['EG'],
          people: ['Lina Haddad'],
          alert: { outlets: 3 },
          language: 'de',
        },
      ])
  })

  it('can be another channel, and nobody waits where there is no alert', async () => {
    await bot.slack.command('subscribe')
    const channel = { type: 'conversations_select', selected_conversation: RANDOM }
    const to = { type: 'radio_buttons', selected_option: { value: 'here' } }
    await bot.slack.interact(
      submitted(
        await bot.form(),
        fill({ country: chosen('SD'), channel, to, outlets: one('3'), when: chosen('daily') }),
      ),
    )
    await expect
      .poll(() => bot.newsroom.store.subscriptions(), PATIENCE)
      .toMatchObject([{ to: `slack:${TEAM}/${RANDOM}`, kind: 'briefing' }])
  })

  it('is opened from anywhere by a shortcut', async () => {
    await bot.slack.interact({
      type: 'shortcut',
      callback_id: 'follow',
      team: { id: TEAM },
      user: { id: ADA, team_id: TEAM },
      trigger_id: nextId('trigger'),
      action_ts: '1',
    })
    const view = await bot.form()
    expect(JSON.stringify(view.blocks)).toContain('conversations_select')
    await bot.slack.interact(submitted(view, fill({ country: chosen('SD') })))
    await expect
      .poll(() => bot.newsroom.store.subscriptions(), PATIENCE)
      .toMatchObject([{ to: `slack:@${TEAM}/${ADA}` }])
  })

  it('offers a name that no list has', async () => {
    const { body } = await bot.slack.interact(typing('person', 'Zyx Quorn'))
    expect(body).toContain('Zyx Quorn')
  })
})
