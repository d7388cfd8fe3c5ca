import { NO_MAP } from '../../src/sources/column-map.ts'

/** The columns of FA-KES (Abu Salem et al. 2019), which is read from outside. */
export const FA_KES = {
  ...NO_MAP,
  columns: {
    id: 'unit_id',
    headline: 'article_title',
    text: 'article_content',
    outlet: 'source',
    date: 'date',
    place: 'location',
  },
  charset: 'latin1',
  dateFormat: 'M/D/YYYY',
} as const
