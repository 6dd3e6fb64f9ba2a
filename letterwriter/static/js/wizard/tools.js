// What the second script brings besides screens: how a letter is made, and what is told of counts.

export const TOOLS = {};
