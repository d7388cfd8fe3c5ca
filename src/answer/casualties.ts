export interface CasualtiesAnswer {
  readonly kind: 'casualties'
}
