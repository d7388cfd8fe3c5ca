import { fault, isJson, own, within } from './fault.ts'
import type { Fault, Json, Place } from './fault.ts'
import type { Rule } from './shape.ts'

/** What is wrong between the fields of one object. */
export function ofRule(rule: Rule, value: Json, place: Place): readonly Fault[] {
  switch (rule.rule) {
    case 'some-of':
      return present(rule.fields, value) > 0
        ? []
        : fault(place, `must define at least one of ${quoted(rule.fields)}`)
    case 'one-of':
      return present(rule.fields, value) === 1
        ? []
        : fault(place, `must define exactly one of ${quoted(rule.fields)}`)
    case 'in-order':
      return amount(own(value, rule.low)) > amount(own(value, rule.high))
        ? fault(within(place, rule.low), `must not be greater than \`${rule.high}\``)
        : []
    case 'among-options':
      return chosen(own(value, rule.field)).every((option) => offered(value).has(asText(option)))
        ? []
        : fault(within(place, rule.field), 'must exactly match one of the options')
    default:
      return rule satisfies never
  }
}

/** Numbers come as words too; what is neither is nobody's order. */
const amount = (value: unknown): number =>
  typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN

const present = (fields: readonly string[], value: Json): number =>
  fields.filter((field) => own(value, field) !== undefined).length

const quoted = (fields: readonly string[]): string => fields.map((name) => `\`${name}\``).join(', ')

const chosen = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

function offered(value: Json): ReadonlySet<string> {
  const groups = chosen(own(value, 'option_groups')).filter(isJson)
  const options = [value, ...groups].flatMap((holder) => chosen(own(holder, 'options')))
  return new Set(options.map(asText))
}

/** The same for objects that hold the same, whatever the order of their fields. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isJson(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? ''
