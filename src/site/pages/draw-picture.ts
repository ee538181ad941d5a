import { html } from 'hono/html'
import { WIDTH } from '../../pictures/canvas.ts'
import type { Html } from '../html.ts'
import type { View } from '../view.ts'

/** A picture on a page. */
export interface ShownPicture {
  /** Path without extension. */
  readonly path: string
  /** The whole content in words. */
  readonly alt: string
  /** Pixels; reserves the space before the picture is loaded. */
  readonly height: number
}

/** Draws a picture in the page's light or dark theme, loaded when it scrolls into view. */
export const drawPicture = ({ path, alt, height }: ShownPicture, { href }: View): Html =>
  html`<figure>
    <picture
      ><source
        media="(prefers-color-scheme: dark)"
        srcset="${href(`${path}${PICTURE_VARIANTS.dark.ending}`)}" />
      <img
        src="${href(`${path}${PICTURE_VARIANTS.light.ending}`)}"
        loading="lazy"
        width="${WIDTH}"
        height="${height}"
        alt="${alt}"
    /></picture>
  </figure>`

/** The variants in which each picture is offered. */
export const PICTURE_VARIANTS = {
  light: { ending: '.svg', as: 'svg', theme: 'light', type: 'image/svg+xml' },
  dark: { ending: '-dark.svg', as: 'svg', theme: 'dark', type: 'image/svg+xml' },
} as const
