import { fault, isJson, ofLength, own, within } from './fault.ts'
import type { Fault, Json, Place } from './fault.ts'
import { ofRule } from './rules.ts'
import type { Fields, ObjectShape, Shape, Types } from './shape.ts'

/** Walks a value along its shape and tells everything that differs, in reading order. */
export function check(shape: Shape, value: unknown, place: Place): readonly Fault[] {
  switch (shape.kind) {
    case 'text':
      if (typeof value !== 'string') return fault(place, 'must provide a string')
      return ofLength(shape.limit, value.length, place).concat(
        shape.form === null || shape.form.pattern.test(value)
          ? []
          : fault(place, shape.form.message),
      )
    case 'number':
      if (typeof value !== 'number') return fault(place, 'must provide a number')
      if (shape.whole && !Number.isInteger(value)) return fault(place, 'must provide an integer')
      return ofLength(shape.limit, value, place)
    case 'flag':
      return typeof value === 'boolean' ? [] : fault(place, 'must provide a boolean')
    case 'word':
      if (typeof value !== 'string') return fault(place, 'must provide a string')
      return shape.words.includes(value) ? [] : fault(place, 'must be a valid enum value')
    case 'list':
      if (!Array.isArray(value)) return fault(place, 'must provide an array')
      return [
        ...ofLength(shape.limit, value.length, place),
        ...value.flatMap((item: unknown, at) =>
          check(at === 0 ? shape.first : shape.each, item, within(place, at)),
        ),
      ]
    case 'nullable':
      return value === null ? [] : check(shape.shape, value, place)
    case 'object':
      return isJson(value) ? ofObject(shape, value, place) : fault(place, 'must provide an object')
    case 'typed':
      return isJson(value)
        ? ofType(shape.types, value, place)
        : fault(place, 'must provide an object')
    default:
      return shape satisfies never
  }
}

function ofType(types: Types, value: Json, place: Place): readonly Fault[] {
  const type = own(value, 'type')
  if (type === undefined) return fault(place, 'missing required field: type')
  if (typeof type !== 'string') return fault(within(place, 'type'), 'must provide a string')
  const known = Object.hasOwn(types, type) ? types[type] : undefined
  return known?.on.includes(place.surface)
    ? ofObject(known.shape, value, place)
    : fault(within(place, 'type'), `unsupported type: ${type}`)
}

function ofObject({ may, needs, rules }: ObjectShape, value: Json, place: Place): readonly Fault[] {
  const missing = Object.keys(needs).filter((name) => own(value, name) === undefined)
  return [
    ...missing.flatMap((name) => fault(place, `missing required field: ${name}`)),
    ...Object.entries(value).flatMap(([name, inner]) => {
      if (inner === undefined) return []
      const shape = fieldOf(needs, name) ?? fieldOf(may, name)
      return shape === undefined
        ? fault(place, `invalid additional property: ${name}`)
        : check(shape, inner, within(place, name))
    }),
    ...rules.flatMap((rule) => ofRule(rule, value, place)),
  ]
}

const fieldOf = (fields: Fields, name: string): Shape | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined
