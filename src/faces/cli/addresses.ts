/** Whether a word of the command line is an address of the web, and no path. */
export const isAddress = (word: string): boolean => /^https?:\/\//iu.test(word)
