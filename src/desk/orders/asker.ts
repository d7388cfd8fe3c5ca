/** Who orders something, and where. */
export interface Asker {
  /** Where it is told: a channel, or the person's own id for their direct message. */
  readonly channel: string
  /** How people call it: `#syria-desk`, `your direct message`. */
  readonly where: string
  readonly person: string
  /** The person's zone. */
  readonly zone: string
  /** The thread in which it is said, or of the message whose menu was used. */
  readonly thread: string | null
}

/** `in #syria-desk`, `in your direct message`. */
export const inWhere = ({ where }: Pick<Asker, 'where'>): string => `in ${where}`
