import { html } from 'hono/html'
import { WIDTH } from '../../pictures/canvas.ts'
import type { Html } from '../html.ts'
import type { View } from '../view.ts'

/** A picture as a page shows it. */
export interface ShownPicture {
  /** Without its ending. */
  readonly path: string
  /** All of it in words. */
  readonly alt: string
  /** Pixels: room is kept before it is there. */
  readonly height: number
}

/** In light or dark as the page is; fetched when it comes into sight. */
export const drawPicture = ({ path, alt, height }: ShownPicture, { href }: View): Html =>
  html`<figure>
    <picture
      ><source media="(prefers-color-scheme: dark)" srcset="${href(`${path}${FORMS.dark.ending}`)}" />
      <img
        src="${href(`${path}${FORMS.light.ending}`)}"
        loading="lazy"
        width="${WIDTH}"
        height="${height}"
        alt="${alt}"
    /></picture>
  </figure>`

/** How each picture is offered. */
export const FORMS = {
  light: { ending: '.svg', as: 'svg', theme: 'light', type: 'image/svg+xml' },
  dark: { ending: '-dark.svg', as: 'svg', theme: 'dark', type: 'image/svg+xml' },
} as const
