// The package has no types of its own; this is the sliver that is used.
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'english'): { stem(word: string): string }
}
