import { html } from 'hono/html'
import { expect, it } from 'vitest'
import { toDocument } from '../../src/site/html.ts'

const heading = (text: string) => html`<h3>${text}</h3>`

it('takes an escape sequence out of a headline, and neither markup nor another headline with it', async () => {
  expect(
    await toDocument(html`${heading('Sudan \u001b]')}${heading('Bridge')}${heading('Syria \u0007')}`),
  ).toBe('<h3>Sudan ]</h3><h3>Bridge</h3><h3>Syria </h3>')
  expect(await toDocument(heading('Dam \u001b['))).toBe('<h3>Dam [</h3>')
  expect(await toDocument(heading('\u001b[31mRed'))).toBe('<h3>Red</h3>')
})
