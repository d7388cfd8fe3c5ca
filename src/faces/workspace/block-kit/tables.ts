import { LIMITS } from './limits.ts'
import { RICH_TEXT } from './rich-text.ts'
import { flag, list, nullable, number, object, text, typed, whole, word } from './shape.ts'
import type { ObjectShape } from './shape.ts'

/** Tables, and figures drawn. */

const RAW = {
  raw_text: object({ text: text() }),
  raw_number: object({ value: number, text: text() }),
} as const

const cell = typed({ ...RAW, rich_text: RICH_TEXT })
const block_id = text(LIMITS.block_id)

const label = text()
const point = object({ label, value: number })

const axes = {
  series: list(
    object({ name: text(), data: list(point, LIMITS['data_visualization.points']) }),
    LIMITS['data_visualization.series'],
  ),
  axis_config: object(
    { categories: list(label, LIMITS['data_visualization.points']) },
    { x_label: label, y_label: label },
  ),
} as const

const chart = typed({
  line: object(axes),
  bar: object(axes),
  area: object(axes),
  pie: object({ segments: list(point, LIMITS['data_visualization.segments']) }),
})

export const TABLES = {
  table: object(
    { rows: list(list(cell, LIMITS['table.cells']), LIMITS['table.rows']) },
    {
      block_id,
      column_settings: list(
        nullable(object({}, { align: word('left', 'center', 'right'), is_wrapped: flag })),
        LIMITS['table.column_settings'],
      ),
    },
  ),
  data_table: object(
    {
      caption: text(),
      rows: list(
        list(cell, LIMITS['data_table.cells']),
        LIMITS['data_table.rows'],
        list(typed(RAW), LIMITS['data_table.cells']),
      ),
    },
    {
      block_id,
      page_size: whole(LIMITS['data_table.page_size']),
      row_header_column_index: whole(LIMITS['data_table.row_header_column_index']),
    },
  ),
  data_visualization: object(
    { title: text(LIMITS['data_visualization.title']), chart },
    { block_id },
  ),
} as const satisfies Readonly<Record<string, ObjectShape>>
