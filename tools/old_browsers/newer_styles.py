"""What came into CSS after Safari 12.1 and is missed where it lacks, with what to write instead.

What an old iPad passes over without harm, such as ``accent-color``, is not here.
"""

AT_RULES = {
    "container": "use @media",
    "layer": "an old iPad passes over all that is in it: rely on the order of rules",
    "scope": "write longer selectors",
    "starting-style": "animate with @keyframes",
}

# In a selector, any of these makes an old iPad drop the whole rule.
SELECTORS = {
    "::backdrop": "use an element of your own",
    "::file-selector-button": "leave the button as it is, or give it a rule of its own",
    ":dir": "write [dir=rtl]",
    ":has": "put a class on the element itself",
    ":is": "write the selectors out",
    ":modal": "put a class on the element itself",
    ":user-invalid": "use [aria-invalid]",
    ":where": "write the selectors out",
}

PROPERTIES = {
    "aspect-ratio": "set both sides, or a padding in per cent",
    "inset": "write top, right, bottom and left",
    "inset-block": "write top and bottom",
    "inset-inline": "write left and right",
    "margin-block": "write margin-top and margin-bottom",
    "margin-inline": "write margin-left and margin-right",
    "padding-block": "write padding-top and padding-bottom",
    "padding-inline": "write padding-left and padding-right",
    "rotate": "use transform",
    "scale": "use transform",
    "translate": "use transform",
}

FUNCTIONS = {
    "clamp": "use min-width and max-width",
    "color-mix": "write the colour itself",
    "lab": "write the colour in RGB",
    "lch": "write the colour in RGB",
    "max": "use min-width",
    "min": "use max-width",
    "oklab": "write the colour in RGB",
    "oklch": "write the colour in RGB",
}

_OF_THE_WINDOW = [f"{size}v{way}" for size in "dls" for way in ("h", "w", "i", "b", "min", "max")]
_OTHERS = ["cqb", "cqh", "cqi", "cqw", "lh", "rlh"]
UNITS = {unit: f"write {unit[1:]} before it" for unit in _OF_THE_WINDOW} | dict.fromkeys(
    _OTHERS, "write em or rem"
)

# Values of one property, by the property.
KEYWORDS = {
    ("display", "flow-root"): "write overflow: hidden",
    ("overflow", "clip"): "write hidden before it",
    ("position", "sticky"): "write -webkit-sticky before it",
}
