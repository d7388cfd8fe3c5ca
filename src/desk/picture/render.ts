import { fileURLToPath } from 'node:url'
import { type Sheet, svg } from './svg.ts'

/** The same letters on every machine: none of the machine's own are used. */
const FONT_FILES = [
  fontFile('@embedpdf/fonts-latin', 'NotoSans-Regular.ttf'),
  fontFile('@embedpdf/fonts-latin', 'NotoSans-Bold.ttf'),
  fontFile('@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf'),
  fontFile('@embedpdf/fonts-arabic', 'NotoNaskhArabic-Bold.ttf'),
]

function fontFile(of: string, name: string): string {
  return fileURLToPath(new URL(`../fonts/${name}`, import.meta.resolve(of)))
}

/** Twice as fine as a screen of old. */
const ZOOM = 2

/** A sheet as PNG, drawn off the main thread. */
export async function renderPng(sheet: Sheet): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg(sheet), {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: 'Noto Sans' },
  })
  return image.asPng()
}
