import { describe, expect, it } from 'vitest'
import { validateMessage } from '../../fakes/slack/validate-message.ts'
import { validateView } from '../../fakes/slack/validate-view.ts'

interface Fields {
  readonly blocks: readonly object[]
  readonly [field: string]: unknown
}

interface Piece {
  readonly type: string
  readonly [field: string]: unknown
}

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true })
const section = (text: string) => ({ type: 'section', text: plain(text) })
const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const button = (own: object = {}) => ({
  type: 'button',
  action_id: 'command:0',
  text: plain('More'),
  value: 'x',
  ...own,
})
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (own: object = {}) => ({ text: plain('One'), value: '1', ...own })
const select = (own: object = {}) => ({
  type: 'static_select',
  action_id: 'command:0',
  placeholder: plain('Choose'),
  options: [option()],
  ...own,
})
const cell = (text: string) => ({ type: 'raw_text', text })
const table = (rows: object[][]) => ({
  type: 'table',
  rows,
  column_settings: [{ align: 'left', is_wrapped: true }],
})
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)
const long = (count: number) => 'a'.repeat(count)

const part = (blocks: readonly Piece[], text = 'News') => ({ text, blocks })
const view = (own: Fields) => ({
  type: 'modal',
  title: plain('T'),
  submit: plain('S'),
  close: plain('C'),
  ...own,
})
const input = (element: object, own: object = {}) => ({
  type: 'input',
  block_id: 'region',
  label: plain('Region'),
  element,
  ...own,
})

describe('validateMessage', () => {
  it.each<[string, Piece[]]>([
    ['50 blocks', times(50, { type: 'divider' })],
    ['a section of 3000 characters', [section(long(3000))]],
    ['12,000 characters in all', times(4, section(long(3000)))],
    ['a header of 150 characters', [{ type: 'header', text: plain(long(150)) }]],
    ['10 elements of small print', [{ type: 'context', elements: times(10, mrkdwn('a &lt;b&gt;')) }]],
    [
      'a link in small print',
      [{ type: 'context', elements: [mrkdwn('<https://a.example/?a_b*&amp;c|[1]> A')] }],
    ],
    [
      '25 buttons',
      [actions(...Array.from({ length: 25 }, (_, index) => button({ action_id: `command:${index}` })))],
    ],
    ['a menu of 100 options', [actions(select({ options: times(100, option()) }))]],
    ['the same action in two blocks', [actions(button()), actions(button())]],
    ['a table of 100 rows', [table(times(100, [cell('a'), cell('b')]))]],
    ['a table of 10,000 characters', [table(times(10, [cell(long(1000))]))]],
  ])('takes %s', (_, blocks) => {
    expect(validateMessage(part(blocks))).toEqual([])
  })

  it.each<[string, Piece[], RegExp]>([
    ['no block', [], /^blocks: /],
    ['51 blocks', times(51, { type: 'divider' }), /^blocks: .*50/],
    ['an unknown kind of block', [{ type: 'bogus' }], /^blocks\.0\.type: /],
    ['a kind of block that we do not draw', [{ type: 'markdown', text: 'a' }], /^blocks\.0\.type: /],
    ['a field that no block has', [{ type: 'divider', colour: 'red' }], /colour/],
    ['a section of 3001 characters', [section(long(3001))], /^blocks\.0\.text\.text: .*3000/],
    ['an empty section', [section('')], /^blocks\.0\.text\.text: /],
    ['12,001 characters in all', [...times(4, section(long(3000))), section('a')], /12001 characters; 12000/],
    ['a header of 151 characters', [{ type: 'header', text: plain(long(151)) }], /150/],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('a') }], /^blocks\.0\.text/],
    ['fields, which we do not draw', [{ ...section('a'), fields: [plain('a')] }], /"fields"/],
    ['11 elements of small print', [{ type: 'context', elements: times(11, plain('a')) }], /10/],
    ['small print without elements', [{ type: 'context', elements: [] }], /^blocks\.0\.elements/],
    ['a block_id of 256 characters', [{ type: 'divider', block_id: long(256) }], /255/],
    ['a block_id twice', times(2, { type: 'divider', block_id: 'a' }), /block_id “a” is given twice/],
    ['an action_id of 256 characters', [actions(button({ action_id: long(256) }))], /255/],
    ['an action_id twice in a block', [actions(button(), button())], /action_id “command:0” is given twice/],
    ['a button without action_id', [actions({ ...button(), action_id: undefined })], /action_id/],
    ['26 buttons', [actions(...times(26, button()))], /25/],
    ['no button', [actions()], /^blocks\.0\.elements/],
    ['a button of 76 characters', [actions(button({ text: plain(long(76)) }))], /75/],
    ['a value of 2001 characters', [actions(button({ value: long(2001) }))], /2000/],
    ['a button that leads out of Slack', [actions(button({ url: 'https://a.example' }))], /"url"/],
    ['a link of 2001 characters', [rich({ type: 'link', url: `https://${long(1993)}`, text: 'a' })], /2000/],
    ['101 options', [actions(select({ options: times(101, option()) }))], /100/],
    ['no option', [actions(select({ options: [] }))], /options/],
    ['an option of 76 characters', [actions(select({ options: [option({ text: plain(long(76)) })] }))], /75/],
    [
      'an option that gives back 76 characters',
      [actions(select({ options: [option({ value: long(76) })] }))],
      /75/,
    ],
    ['a placeholder of 151 characters', [actions(select({ placeholder: plain(long(151)) }))], /150/],
    [
      'a menu of 6 actions',
      [actions({ type: 'overflow', action_id: 'command:0', options: times(6, option()) })],
      /5/,
    ],
    ['emoji names in plain text', [{ type: 'header', text: { ...plain('a'), emoji: true } }], /emoji/],
    [
      'mrkdwn that Slack reads for links',
      [{ type: 'context', elements: [{ ...mrkdwn('a'), verbatim: false }] }],
      /verbatim/,
    ],
    ['a mention of a channel', [{ type: 'context', elements: [mrkdwn('<!channel>')] }], /unescaped/],
    ['a mention of a person', [{ type: 'context', elements: [mrkdwn('<@U1>')] }], /unescaped/],
    ['a link to a channel', [{ type: 'context', elements: [mrkdwn('<#C1|general>')] }], /unescaped/],
    [
      'a link in mrkdwn to javascript:',
      [{ type: 'context', elements: [mrkdwn('<javascript:alert(1)|a>')] }],
      /unescaped/,
    ],
    ['bold in mrkdwn', [{ type: 'context', elements: [mrkdwn('a *b*')] }], /markup/],
    ['a named emoji in mrkdwn', [{ type: 'context', elements: [mrkdwn('a :b:')] }], /markup/],
    [
      'code as the text of a link',
      [{ type: 'context', elements: [mrkdwn('<https://a.example/b_c|`d`>')] }],
      /markup/,
    ],
    ['an empty rich text', [{ type: 'rich_text', elements: [] }], /^blocks\.0\.elements/],
    ['an empty piece of rich text', [rich({ type: 'text', text: '' })], /^blocks\.0/],
    ['everybody in rich text', [rich({ type: 'broadcast', range: 'channel' })], /^blocks\.0/],
    ['a person in rich text', [rich({ type: 'user', user_id: 'U1' })], /^blocks\.0/],
    [
      'a link in rich text to javascript:',
      [rich({ type: 'link', url: 'javascript:alert(1)', text: 'a' })],
      /no http/,
    ],
    ['a rich text of 3001 characters', [rich({ type: 'text', text: long(3001) })], /3001 characters; 3000/],
    ['101 rows', [table(times(101, [cell('a')]))], /100/],
    ['21 cells', [table([times(21, cell('a'))])], /20/],
    ['an empty cell', [table([[cell('')]])], /^blocks\.0\.rows/],
    ['rows of different lengths', [table([[cell('a')], [cell('a'), cell('b')]])], /different lengths/],
    ['tables of 10,001 characters', [table(times(11, [cell(long(910))]))], /10010 characters; 10000/],
    ['two tables', times(2, table([[cell('a')]])), /2 tables; 1/],
    ['an input in a message', [input(select())], /^blocks\.0\.type/],
  ])('refuses %s', (_, blocks, reason) => {
    expect(validateMessage(part(blocks)).join('\n')).toMatch(reason)
  })

  it.each([
    ['no notification text', '', /^text: /],
    ['a mention in the notification', 'News <!here>', /^text: has an unescaped/],
    ['a notification of 40,001 characters', long(40_001), /^text: .*40000/],
  ])('refuses %s', (_, text, reason) => {
    expect(validateMessage(part([section('a')], text)).join('\n')).toMatch(reason)
  })
})

describe('validateView', () => {
  const blocks = [section('a')]

  it('takes a form', () => {
    expect(
      validateView(view({ blocks: [input(select(), { hint: plain('Which'), optional: true })] })),
    ).toEqual([])
  })

  it.each<[string, Fields, RegExp]>([
    ['101 blocks', { blocks: times(101, { type: 'divider' }) }, /100/],
    ['a title of 25 characters', { blocks, title: plain(long(25)) }, /^title\.text: .*24/],
    ['a button of 25 characters', { blocks, submit: plain(long(25)) }, /^submit\.text: .*24/],
    ['private_metadata of 3001 characters', { blocks, private_metadata: long(3001) }, /3000/],
    ['a callback_id of 256 characters', { blocks, callback_id: long(256) }, /255/],
    ['an external_id of 256 characters', { blocks, external_id: long(256) }, /255/],
    ['a label of 2001 characters', { blocks: [input(select(), { label: plain(long(2001)) })] }, /2000/],
    ['a hint of 2001 characters', { blocks: [input(select(), { hint: plain(long(2001)) })] }, /2000/],
    ['a field twice', { blocks: times(2, input(select())) }, /block_id “region” is given twice/],
    ['a table', { blocks: [table([[cell('a')]])] }, /^blocks\.0\.type/],
    [
      'an input of more than 3000 characters',
      { blocks: [input({ type: 'plain_text_input', action_id: 'a', max_length: 3001 })] },
      /3000/,
    ],
    [
      '11 choices',
      { blocks: [input({ type: 'radio_buttons', action_id: 'a', options: times(11, option()) })] },
      /10/,
    ],
    [
      'a question in a title of 101 characters',
      {
        blocks: [
          actions(
            button({
              confirm: { title: plain(long(101)), text: plain('a'), confirm: plain('b'), deny: plain('c') },
            }),
          ),
        ],
      },
      /100/,
    ],
    ['250,001 bytes', { blocks: times(99, section('ب'.repeat(1500))) }, /250000 are the most/],
  ])('refuses %s', (_, own, reason) => {
    expect(validateView(view(own)).join('\n')).toMatch(reason)
  })
})
