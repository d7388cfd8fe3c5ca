// Words are data: an editor may add one here without touching a rule. All in lower case, straight apostrophes.

/** Words that make "fighters", "militants" or "terrorists" of an article those of one side. */
export const WAR_WORDS =
  /\b(?:(?:syrian?s?['’]?s?|the|civil|multi-front|brutal|bloody|devastating|complex) (?:civil )?(?:war|conflict|uprising|revolution|crisis|revolt|insurgency)|(?:war|conflict) in syria|\w+-year-old (?:civil )?(?:war|conflict)|\w+-year (?:civil )?(?:war|conflict)|since the (?:start|beginning|outbreak) of the (?:war|conflict|uprising))\b/i
