import { expect, it } from 'vitest'
import { isNamed, nameKeys } from '../../src/language/name-keys.ts'

it.each([
  ['Abbas Araghchi', 'araghchi', true],
  ['Дункан Смит', 'Duncan Smith', true],
  ['Дункан Смит', 'Дункана Смита', true],
  ['دنكان سميث', 'Duncan Smith', true],
  ['Duncan Smith', 'دنكان سميث', true],
  ['Борис Смит', 'Duncan Smith', false],
  // One word alone sounds like too many others.
  ['Smith', 'Смит', false],
  ['Duncan Smith', '', false],
])('%s is named by %s: %s', (name, wish, expected) => {
  expect(isNamed(nameKeys(name), nameKeys(wish))).toBe(expected)
})
