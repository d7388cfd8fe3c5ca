import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { isJson, jsonOf, wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import { Link } from './inlines.ts'
import { TextObject } from './text-object.ts'

/** The address of a picture that this server itself has; null for all others: nothing leaves this machine. */
function ownAddress(image: Json): string | null {
  const file = jsonOf(image['slack_file'])
  const address = wordOf(image['image_url']) || wordOf(file['url'])
  if (address === '') return file['id'] === undefined ? null : `/files/${wordOf(file['id'])}`
  try {
    const url = new URL(address, location.origin)
    return url.origin === location.origin ? url.pathname + url.search : null
  } catch {
    return null
  }
}

export function ImageBlock({ block }: { readonly block: Json }): VNode {
  const alt = wordOf(block['alt_text'])
  return html`<figure class="image-block">
    ${isJson(block['title']) && html`<figcaption><${TextObject} text=${block['title']} /></figcaption>`}
    <${Picture} image=${block} alt=${alt} />
  </figure>`
}

interface PictureProps {
  readonly image: Json
  readonly alt: string
}

function Picture({ alt, image }: PictureProps): VNode {
  const address = ownAddress(image)
  if (address !== null) return html`<img src=${address} alt=${alt} loading="lazy" />`
  const url = wordOf(image['image_url'])
  return html`<span class="picture-away">
    <span>Picture: ${alt}</span>
    <small>Not loaded: this workspace fetches nothing from elsewhere. ${url !== '' && html`<${Link} url=${url}>Open it<//>`}</small>
  </span>`
}

interface ElementProps {
  readonly element: Json
  readonly large?: boolean
}

/** A picture in a context line or beside a section. */
export function ImageElement({ element, large = false }: ElementProps): VNode {
  const address = ownAddress(element)
  const alt = wordOf(element['alt_text'])
  const name = large ? 'picture large' : 'picture'
  return address === null
    ? html`<span class=${`${name} away`} role="img" aria-label=${alt} title=${alt}>${large ? alt : ''}</span>`
    : html`<img class=${name} src=${address} alt=${alt} />`
}
