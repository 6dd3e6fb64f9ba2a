"""Modules become one script: each once, after what it needs, and nothing that is not known."""

import pytest

from letterwriter.web.offline.bundle import static_files
from letterwriter.web.offline.scripts import joined

BASE = "static/js/"


def join(**modules: str) -> str:
    sources = {f"{BASE}{name}.js": text.encode() for name, text in modules.items()}
    return joined(sources, f"{BASE}{next(iter(modules))}.js")[0].decode()


def test_a_module_comes_once_and_after_those_that_it_needs() -> None:
    script = join(
        a="import { b as c } from './b.js';\nimport * as d from './d.js';\nc(d.e);\n",
        b="import { e } from './d.js';\nexport const b = () => e;\n",
        d="// Why it is here.\nexport const e = ' // '; // why\nexport async function f() {}\n",
    )
    assert script == (
        "const $d_js = (() => {\nconst e = ' // ';\nasync function f() {}\n"
        "return { e, f };\n})();\n\n"
        "const $b_js = (() => {\nconst { e } = $d_js;\nconst b = () => e;\nreturn { b };\n})();\n\n"
        "const $a_js = (() => {\nconst { b: c } = $b_js;\nconst d = $d_js;\nc(d.e);\n"
        "return {  };\n})();\n"
    )


def test_what_a_module_passes_on_is_its_own_export() -> None:
    script = join(
        a="import { c } from './b.js';\nc();\n",
        b="export { d as c } from './d.js';\n",
        d="export function d() {}\n",
    )
    assert "const $b_js = (() => {\nreturn { c: $d_js.d };\n})();" in script


@pytest.mark.parametrize(
    ("modules", "why"),
    [
        ({"a": "import { b } from './b.js';\n", "b": "import { a } from './a.js';\n"}, "itself"),
        ({"a": "export default 1;\n"}, "cannot join 'export default 1;'"),
        ({"a": "import b from './b.js';\n", "b": ""}, "cannot join"),
        ({"a": "import './b.js';\n", "b": ""}, "cannot join"),
        ({"a": "export const a = `one\n// two\n`;\n"}, "over several lines"),
    ],
)
def test_what_cannot_be_joined_is_refused(modules: dict[str, str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        join(**modules)


def test_the_second_script_takes_what_both_need_from_the_first() -> None:
    modules = {
        "a": "import { c } from './c.js';\nc();\n",
        "b": "import { c } from './c.js';\nimport { d } from './d.js';\nc(d);\n",
        "c": "export function c() {}\n",
        "d": "export const d = 1;\n",
    }
    sources = {f"{BASE}{name}.js": text.encode() for name, text in modules.items()}
    first, later = (each.decode() for each in joined(sources, f"{BASE}a.js", f"{BASE}b.js"))
    assert first.endswith("\nexport { $c_js };\n")
    assert later.startswith("import { $c_js } from './start.js';\n")
    assert "const $d_js = " in later
    assert "const $d_js = " not in first
    assert "const $c_js = " not in later


def test_of_several_later_scripts_each_takes_what_it_needs() -> None:
    modules = {
        "a": "import { c } from './c.js';\nimport { d } from './d.js';\nc(d);\n",
        "b": "import { c } from './c.js';\nc();\n",
        "c": "export function c() {}\n",
        "d": "export const d = 1;\n",
        "e": "import { d } from './d.js';\nd();\n",
    }
    sources = {f"{BASE}{name}.js": text.encode() for name, text in modules.items()}
    first, *later = joined(sources, f"{BASE}a.js", f"{BASE}b.js", f"{BASE}e.js")
    assert first.endswith(b"\nexport { $c_js, $d_js };\n")
    taken = [script.partition(b"\n")[0] for script in later]
    assert taken == [b"import { $c_js } from './start.js';", b"import { $d_js } from './start.js';"]


def test_the_first_pages_scripts_hold_every_module_once() -> None:
    sources = {name: file.content for name, file in static_files().items() if name.endswith(".js")}
    scripts = joined(sources, f"{BASE}wizard/start.js", f"{BASE}wizard/later.js")
    first, later = (each.decode() for each in scripts)
    for part in ("$wizard_wizard_js", "$engine_lookup_js", "$wizard_hand_over_js"):
        assert (first.count(f"const {part} = "), later.count(f"const {part} = ")) == (1, 0)
    for part in ("$wizard_screens_letter_js", "$engine_advice_js"):
        assert (first.count(f"const {part} = "), later.count(f"const {part} = ")) == (0, 1)
    assert "vendor" not in first + later, "what only the stall needs stays there"
