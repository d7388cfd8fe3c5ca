// The package's own declarations say an ES module; it is a function.
declare module 'robots-parser' {
  interface Robot {
    /** Undefined for an address of another origin. */
    isAllowed(url: string, agent: string): boolean | undefined
    getMatchingLineNumber(url: string, agent: string): number
    getCrawlDelay(agent: string): number | undefined
  }

  function robotsParser(url: string, text: string): Robot
  export = robotsParser
}
