"""What came into JavaScript and browsers after ES2018 and Safari 12.1, with what to write instead.

Some of the first has Safari 12.1 already: one year for all is easier to keep in mind.
"""

# Names of the global object.
GLOBALS = {
    "AggregateError": "reject with one error",
    "BigInt": "use numbers",
    "BroadcastChannel": "post messages by the service worker",
    "CompressionStream": "use the vendored fflate",
    "DecompressionStream": "use the vendored fflate",
    "FinalizationRegistry": "clear up by hand",
    "ResizeObserver": "listen to the window's resize",
    "WeakRef": "use a WeakMap",
    "globalThis": "write self, or window",
    "queueMicrotask": "write Promise.resolve().then(...)",
    "requestIdleCallback": "write setTimeout",
    "structuredClone": "copy by hand, or by JSON",
}

# Functions that belong to one object.
STATICS = {
    ("AbortSignal", "any"): "pass one AbortController on",
    ("AbortSignal", "timeout"): "use an AbortController and setTimeout",
    ("Array", "fromAsync"): "loop with for await",
    ("Intl", "DisplayNames"): "write the names out",
    ("Intl", "ListFormat"): "join by hand",
    ("Intl", "PluralRules"): "compare with 1",
    ("Intl", "RelativeTimeFormat"): "write the words out",
    ("Intl", "Segmenter"): "use Array.from",
    ("Map", "groupBy"): "fill a Map in a loop",
    ("Object", "fromEntries"): "fill an object in a loop",
    ("Object", "groupBy"): "fill an object in a loop",
    ("Object", "hasOwn"): "write Object.prototype.hasOwnProperty.call(...)",
    ("Promise", "allSettled"): "catch each promise before Promise.all",
    ("Promise", "any"): "use Promise.race, or a loop",
    ("Promise", "try"): "write new Promise(...)",
    ("Promise", "withResolvers"): "write new Promise(...)",
    ("URL", "canParse"): "try new URL(...)",
}

# Methods and properties that only newer objects have, by names that nothing else bears.
MEMBERS = {
    "findLast": "loop from the end",
    "findLastIndex": "loop from the end",
    "flatMap": "write [].concat(...list.map(...))",
    "isDisjointFrom": "loop over the set",
    "isSubsetOf": "loop over the set",
    "isSupersetOf": "loop over the set",
    "isWellFormed": "look for surrogates with a pattern",
    "matchAll": "call exec in a loop",
    "randomUUID": "use crypto.getRandomValues",
    "replaceAll": "write replace with a pattern and the flag g",
    "replaceChildren": "remove the children, then append",
    "requestSubmit": "click the form's button",
    "showModal": "use a plain element with role=dialog",
    "submitter": "listen to the buttons' clicks",
    "symmetricDifference": "loop over the set",
    "toReversed": "write slice().reverse()",
    "toSorted": "write slice().sort()",
    "toSpliced": "write slice(), then splice",
    "toWellFormed": "mend surrogates with a pattern",
    "trimEnd": "use a pattern",
    "trimStart": "use a pattern",
}

# What bears such a name and is older.
NAMESAKES = {("cache", "matchAll"), ("clients", "matchAll")}

# Methods that share their names with other things: calls with so many arguments or more count.
CALLS = {
    "at": (1, "index by number"),
    "flat": (0, "write [].concat(...list)"),
}
