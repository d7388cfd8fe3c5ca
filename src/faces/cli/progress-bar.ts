import { Presets, SingleBar } from 'cli-progress'

/** A bar in one line of a terminal, gone when it is done. */
export const progressBar = (format: string): SingleBar =>
  new SingleBar(
    {
      format,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      etaBuffer: 50,
      // Ctrl-C is handled by whoever takes in: between two articles, so that nothing is cut in half
      gracefulExit: false,
    },
    Presets.shades_classic,
  )
