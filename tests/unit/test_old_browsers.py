"""What an iPad of 2013 does not know is refused, with file, line and mend."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from tools.old_browsers import scripts, styles
from tools.old_browsers.__main__ import ROOT, SENT, complaints

ACORN = ROOT / "tools" / "vendor" / "acorn"


def told(file: str, code: str) -> list[str]:
    """Complaints about a file's code, as they are printed."""
    check = styles.complaints if file.endswith(".css") else scripts.complaints
    return [str(complaint) for complaint in check(Path(file), code)]


def test_all_that_we_send_is_such_as_an_old_ipad_knows() -> None:
    files = [file for folder in SENT for file in folder.rglob("*")]
    assert {file.suffix for file in files} >= {".js", ".css"}
    assert [str(complaint) for complaint in complaints(files)] == []


def test_a_complaint_names_the_file_the_line_and_the_mend() -> None:
    (refused,) = told("a/b.js", "const a = 1;\n\nfetch('/').then(b => b?.c);")
    assert refused.startswith("a/b.js:3: not JavaScript of 2018: Unexpected token (3:")
    assert refused.endswith("; write it as it was written in 2018")
    assert told("b.css", "a { top: 0 }\n\nb { inset: 0 }") == [
        "b.css:3: inset; write top, right, bottom and left"
    ]


def test_files_are_told_by_their_ends_and_templates_read_without_their_tags(tmp_path: Path) -> None:
    (tmp_path / "one.css").write_text(
        "{% if x %}\na { color: {{ x }}; }\n{% endif %}\nb { inset: 0 }"
    )
    (tmp_path / "two.js").write_text("a ??= 1;")
    (tmp_path / "three.txt").write_text("a ??= 1;")
    files = sorted(tmp_path.iterdir())
    assert [(c.file.name, c.line) for c in complaints(files)] == [("one.css", 4), ("two.js", 1)]


@pytest.mark.parametrize(
    "code",
    [
        "a ?? b",
        "a?.b",
        "try { a(); } catch { b(); }",
        "import('./a.js')",
        "import.meta.url",
        "class A { b = 1 }",
        "class A { #b() {} }",
        "1_000",
        "10n",
        "a ||= b",
        "await a()",
        "export * as a from './a.js'",
        "/a/v",
        "'use",
    ],
)
def test_syntax_after_2018_is_refused(code: str) -> None:
    (complaint,) = told("a.js", code)
    assert "not JavaScript of 2018" in complaint


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("a.replaceAll('b', 'c')", ".replaceAll"),
        ("a.map(b.trimStart)", ".trimStart"),
        ("a.map(b.trimEnd)", ".trimEnd"),
        ("a.at(-1)", ".at()"),
        ("a.flat()", ".flat()"),
        ("a.flatMap(b)", ".flatMap"),
        ("[...a.matchAll(/b/g)]", ".matchAll"),
        ("Object.fromEntries(a)", "Object.fromEntries"),
        ("const { fromEntries } = Object", "Object.fromEntries"),
        ("Promise.allSettled(a)", "Promise.allSettled"),
        ("globalThis.a = 1", "globalThis"),
        ("const a = structuredClone(b)", "structuredClone"),
        ("queueMicrotask(a)", "queueMicrotask"),
        ("a = BigInt(1)", "BigInt"),
        ("a.replaceChildren()", ".replaceChildren"),
        ("/(?<=a)b/.test(c)", "a pattern that looks behind"),
        (r"/[\]](?<!a)b/.test(c)", "a pattern that looks behind"),
        ("new RegExp('(?<!a)b', 'u')", "a pattern that looks behind"),
        ("if (typeof a() === 'string') /(?<=a)b/.test(c)", "a pattern that looks behind"),
        ("function* a() { yield { b: [c => c.toSorted()] }; }", ".toSorted"),
    ],
)
def test_what_came_after_2018_is_refused_wherever_it_stands(code: str, what: str) -> None:
    (complaint,) = told("a.js", f"\n{code}")
    assert complaint.startswith(f"a.js:2: {what}; ")


@pytest.mark.parametrize(
    "code",
    [
        "async function a() { for await (const b of c) await b; }",
        r"/(?<year>\d)\p{L}/su.exec(a)",
        r"/[(?<=a)]\(?<!b/.test(c)",
        "const { a, ...b } = { ...c, at: 1, flat: 2, replaceAll: 3 }",
        "desk.at()",
        "a.flat = a.at",
        "self.clients.matchAll({ type: 'window' })",
        "const own = { fromEntries: 1 }; own.fromEntries",
        "'replaceAll globalThis'",
        "if (typeof globalThis !== 'undefined') globalThis.a = 1;",
        "if ('replaceChildren' in a) a.replaceChildren();",
        "if (typeof Promise.any === 'function') Promise.any(a);",
        "[].concat(...a.map(b)).includes(c).toString().padStart(2)",
    ],
)
def test_what_is_older_or_only_looks_alike_or_is_asked_about_first_passes(code: str) -> None:
    assert told("a.js", code) == []


def test_a_service_worker_is_a_script_and_all_else_a_module() -> None:
    assert told("sw.js", "importScripts('a.js'); with (a) b();") == []
    assert told("other.js", "with (a) b();") != []


@pytest.mark.parametrize(
    ("code", "what"),
    [
        (".a { display: flex; gap: 1rem }", "gap outside a grid"),
        (".a { display: flex } @media print { .a { row-gap: 1rem } }", "row-gap outside a grid"),
        (".a { display: grid } .a, .b { gap: 1rem }", "gap outside a grid"),
        (".a { display: grid } .a { display: flex; gap: 1rem }", "gap outside a grid"),
        ("a:has(b) { top: 0 }", ":has"),
        ("a:not(b:is(c, d)) { top: 0 }", ":is"),
        (":where(a) { top: 0 }", ":where"),
        ("a::backdrop { top: 0 }", "::backdrop"),
        ("a { inset: 0 }", "inset"),
        ("a { width: clamp(1px, 2vw, 3px) }", "clamp()"),
        ("a { width: calc(1px + min(2px, 3vw)) }", "min()"),
        ("a { --b: max(2px, 3vw) }", "max()"),
        ("a { aspect-ratio: 1 }", "aspect-ratio"),
        ("a { height: 100dvh }", "the unit dvh"),
        ("a { height: 100dvh; height: 100vh }", "the unit dvh"),
        ("a { position: sticky }", "position: sticky"),
        ("a { color: oklch(1 2 3) }", "oklch()"),
        ("a { & b { top: 0 } }", "a rule within a rule"),
        ("a { b { top: 0 } }", "a rule within a rule"),
        ("a { @media print { top: 0 } }", "a rule within a rule"),
        ("@layer a { b { top: 0 } }", "@layer"),
        ("@layer a, b;", "@layer"),
        ("@media (width >= 30em) { a { top: 0 } }", "a comparison in @media"),
        ("a:focus-visible { top: 0 }", "a:focus-visible alone"),
        ("a:focus {} a:focus-visible, a:hover {}", ":focus-visible beside other selectors"),
        ("a { top: 0 } }", "not CSS"),
        ("a { top }", "not CSS"),
    ],
)
def test_css_that_an_old_ipad_passes_over_is_refused(code: str, what: str) -> None:
    (complaint,) = told("a.css", f"/* one\n */{code}")
    assert complaint.startswith(f"a.css:2: {what}; ")


@pytest.mark.parametrize(
    "code",
    [
        ".a { display: grid; gap: 1rem }",
        ".a { display: grid } .b { display: inline-grid } @media print { .a, .b { gap: 0 } }",
        ".a { columns: 2; column-gap: 1rem }",
        "a { grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)) }",
        "a { height: 100vh; height: 100dvh }",
        "a { position: -webkit-sticky; position: sticky }",
        "a:focus { top: 0 } a:focus-visible { top: 1px }",
        "a:focus:not(:focus-visible) { top: 0 }",
        "@supports (inset: 0) { a:has(b) { inset: 0 } }",
        "@media (min-width: 30em) and (prefers-reduced-motion: reduce) { a { top: 0 } }",
        "@font-face { font-family: a; src: url(b.woff2) } @page { margin: 1cm }",
        "a::after { content: ':has(b) clamp(1px)'; margin-inline-start: 1px }",
        "/* a { inset: 0 } */",
    ],
)
def test_css_that_is_older_or_has_something_to_fall_back_on_passes(code: str) -> None:
    assert told("a.css", code) == []


def test_the_parser_is_the_one_that_its_note_tells_of() -> None:
    note = (ACORN / "README.md").read_text(encoding="utf-8")
    code = (ACORN / "acorn.js").read_bytes()
    assert sha256(code).hexdigest() in note
    (version,) = re.findall(r'var version = "([\d.]+)"', code.decode())
    assert f"| version | {version}," in note
    assert "MIT License" in (ACORN / "LICENSE").read_text(encoding="utf-8")
