import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../src/feeds/clean-html.ts'

describe('cleanHtml', () => {
  it.each([
    ['no scripts', 'a<script>alert("<b>")</script> b<style>p { x: y }</style>', 'a b'],
    ['references of old software mended', 'don&#146;t', 'don’t'],
    [
      'what is no markup escaped',
      '<!\' <a href="foo">1 & 2 < 3',
      '&lt;!\' <a href="foo">1 &amp; 2 &lt; 3</a>',
    ],
    ['elements closed and attributes quoted', '<p title=A>one<br/>two', '<p title="A">one<br>two</p>'],
  ])('prints HTML with %s', (_, html, clean) => {
    expect(cleanHtml(html)).toBe(clean)
  })
})
