import { type APIEmbed, ButtonStyle, ComponentType, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { checkMessage } from '../../fakes/discord/check/message.ts'
import type { DiscordPart } from '../../../adapters/discord/draw/draft.ts'

const nobody: DiscordPart = { allowed_mentions: { parse: [] } }
const embed = (embed: APIEmbed): DiscordPart => ({ ...nobody, embeds: [embed] })
const classic = (...components: readonly unknown[]): unknown => ({ ...nobody, content: 'x', components })
const v2 = (...components: readonly unknown[]): unknown => ({
  ...nobody,
  components,
  flags: MessageFlags.IsComponentsV2,
})
const text = (content: string) => ({ type: ComponentType.TextDisplay, content })
const row = (...components: readonly unknown[]) => ({ type: ComponentType.ActionRow, components })
const button = (id: string, label = 'Press') => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: id,
  label,
})
const link = (url?: string) => ({ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Read', url })
const option = (value: string, label = 'Choose') => ({ value, label })
const menu = (...options: readonly unknown[]) => ({
  type: ComponentType.StringSelect,
  custom_id: 'm',
  options,
})
const times = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index))

/** Checks a body such as a bug of ours could create; the types would reject many of these. */
function faultsOf(part: unknown): readonly string[] {
  if (!isBody(part)) throw new TypeError('no body')
  return checkMessage(part)
}

function isBody(part: unknown): part is DiscordPart {
  return typeof part === 'object' && part !== null
}

describe('checkMessage', () => {
  it.each<[string, unknown, RegExp]>([
    ['content longer than 2,000 characters', { ...nobody, content: 'x'.repeat(2001) }, /content has 2001/],
    [
      'embeds of more than 6,000 characters together',
      { ...nobody, embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      /over all embeds: 6001/,
    ],
    ['a message without anything', nobody, /message is empty/],
    ['an embed without anything', embed({}), /embed 1: it is empty/],
    [
      'a field without value',
      embed({ title: 'x', fields: [{ name: 'n', value: ' ' }] }),
      /value of a field is empty/,
    ],
    [
      'an address that is no http(s)',
      embed({ title: 'x', url: 'javascript:alert(1)' }),
      /no http\(s\) address/,
    ],
    ['a button that leads to no http(s)', classic(row(link('javascript:alert(1)'))), /no http\(s\) address/],
    ['six action rows', classic(...times(6, (index) => row(button(`b${index}`)))), /action rows: 6/],
    [
      'the same custom_id twice',
      classic(row(button('b')), row(button('b'))),
      /custom_id b is there more than once/,
    ],
    [
      'the same custom_id twice, nested',
      v2({ type: ComponentType.Container, components: [row(button('b')), row(button('b'))] }),
      /custom_id b/,
    ],
    ['a link button without address', classic(row(link())), /address of a button is empty/],
    [
      'components of the new kind beside content',
      { ...nobody, content: 'x', components: [text('x')], flags: MessageFlags.IsComponentsV2 },
      /no content and no embeds/,
    ],
    ['a component of the new kind without the flag', classic(text('x')), /TextDisplay needs the flag/],
    [
      '41 components, nested ones too',
      v2({ type: ComponentType.Container, components: times(40, () => text('x')) }),
      /nested ones too: 41/,
    ],
    [
      'components with more than 4,000 characters together',
      v2(text('x'.repeat(2000)), text('x'.repeat(2001))),
      /over all components: 4001/,
    ],
    ['a text that could call everyone', { content: '@everyone' }, /allowed_mentions/],
    [
      'mentions that are parsed',
      { content: 'x', allowed_mentions: { parse: ['everyone'] } },
      /allowed_mentions/,
    ],
    ['eleven embeds', { ...nobody, embeds: times(11, () => ({ title: 'x' })) }, /embeds: 11/],
    ['a title of 257 characters', embed({ title: 'x'.repeat(257) }), /title has 257/],
    ['a description of 4,097 characters', embed({ description: 'x'.repeat(4097) }), /description has 4097/],
    [
      '26 fields',
      embed({ fields: Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })) }),
      /fields: 26/,
    ],
    [
      'a field with a name of 257 characters',
      embed({ fields: [{ name: 'x'.repeat(257), value: 'v' }] }),
      /name of a field has 257/,
    ],
    [
      'a field with a value of 1,025 characters',
      embed({ fields: [{ name: 'n', value: 'x'.repeat(1025) }] }),
      /value of a field has 1025/,
    ],
    ['a footer of 2,049 characters', embed({ footer: { text: 'x'.repeat(2049) } }), /footer has 2049/],
    ['an author of 257 characters', embed({ author: { name: 'x'.repeat(257) } }), /author has 257/],
    ['a colour beyond white', embed({ title: 'x', color: 0x1_00_00_00 }), /is no colour/],
    [
      'six buttons in a row',
      classic(row(...times(6, (index) => button(`b${index}`)))),
      /buttons in a row: 6/,
    ],
    ['a row without anything', classic(row()), /row is empty/],
    ['a menu beside a button', classic(row(menu(option('a')), button('b'))), /menu stands alone/],
    [
      'a menu of 26',
      classic(row(menu(...times(26, (index) => option(`o${index}`))))),
      /options of a menu: 26/,
    ],
    ['a menu of none', classic(row(menu())), /menu is empty/],
    [
      'a menu with a value twice',
      classic(row(menu(option('a'), option('a')))),
      /value of a menu is there more than once/,
    ],
    [
      'an option of 101 characters',
      classic(row(menu(option('a', 'x'.repeat(101))))),
      /label of an option has 101/,
    ],
    [
      'an option whose value has 101 characters',
      classic(row(menu(option('x'.repeat(101))))),
      /value of an option has 101/,
    ],
    ['a custom_id of 101 characters', classic(row(button('x'.repeat(101)))), /custom_id has 101/],
    [
      'a button label of 81 characters',
      classic(row(button('b', 'x'.repeat(81)))),
      /label of a button has 81/,
    ],
    ['a button label without anything to read', classic(row(button('b', ' '))), /label of a button is empty/],
    [
      'a button address of 513 characters',
      classic(row(link(`https://a.example/${'x'.repeat(495)}`))),
      /address of a button has 513/,
    ],
    ['a text without anything to read', v2(text(' ')), /a text is empty/],
    [
      'a section with four texts',
      v2({ type: ComponentType.Section, components: times(4, () => text('x')), accessory: button('b') }),
      /texts in a section: 4/,
    ],
    [
      'a section with nothing beside it',
      v2({ type: ComponentType.Section, components: [text('x')] }),
      /nothing beside it/,
    ],
    [
      'a container without anything',
      v2({ type: ComponentType.Container, components: [] }),
      /container is empty/,
    ],
    [
      'a picture without alternative text',
      v2({ type: ComponentType.MediaGallery, items: [{ media: { url: 'https://a.example/1.png' } }] }),
      /alternative text of a picture is empty/,
    ],
  ])('refuses %s', (_what, part, fault) => {
    expect(faultsOf(part)).toContainEqual(expect.stringMatching(fault))
  })

  it.each<[string, unknown]>([
    [
      'all that embeds may hold',
      { ...nobody, embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
    ],
    ['content of 2,000 characters', { ...nobody, content: 'x'.repeat(2000) }],
    [
      '40 components, nested ones too',
      v2({ type: ComponentType.Container, components: times(39, () => text('x')) }),
    ],
    [
      'five rows of five buttons',
      classic(...times(5, (line) => row(...times(5, (index) => button(`b${line}${index}`))))),
    ],
    ['a menu of 25', classic(row(menu(...times(25, (index) => option(`o${index}`)))))],
  ])('takes %s', (_what, part) => {
    expect(faultsOf(part)).toEqual([])
  })
})
