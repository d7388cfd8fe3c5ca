/** Where the desk writes what whoever runs it shall see. */
export interface DeskLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
