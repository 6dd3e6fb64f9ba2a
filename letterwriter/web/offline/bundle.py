"""An edition: everything a device keeps to work without a network, under one short id.

All of it is made at the first request that asks, since the site must start soon.
See docs/offline.md.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from letterwriter.offline.campaign import JsonObject
from letterwriter.paths import STATIC

_TYPES: Final = {  # the kinds of files that are ours; an editor's leavings are none of them
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".bin": "application/octet-stream",
    ".html": "text/html",
    ".webmanifest": "application/manifest+json",
}
_WORKER: Final = ("static/js/sw_keeping.js", "static/js/sw.js")  # kept by browsers by themselves
_FOR_OTHERS: Final = "sharing"
_DIGEST: Final = 16  # hexadecimal digits, 64 bits: enough to tell our own files apart
_ID: Final = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """What one address answers: its bytes, and the same gzipped where that makes them fewer."""

    content: bytes
    packed: bytes | None
    mimetype: str

    @property
    def digest(self) -> str:
        """The beginning of the SHA-256 of the bytes, by which a device knows them."""
        return sha256(self.content).hexdigest()[:_DIGEST]


@dataclass(frozen=True, slots=True)
class Edition:
    """``files`` by what follows "/at/<id>/", ``pages`` by their whole path."""

    id: str
    files: Mapping[str, Kept]
    pages: Mapping[str, Kept]
    worker: Kept
    part: Callable[[str], Kept | None]  # a file of an area's part, by what follows "/at/<id>/"


@lru_cache(maxsize=512)  # so that a newer edition packs only what has changed
def kept(name: str, content: bytes) -> Kept:
    """Bytes as an address of this name answers them."""
    packed = gzip.compress(content, mtime=0)  # no time in it: every process packs alike
    mimetype = _TYPES["." + name.rpartition(".")[2]]
    return Kept(content, packed if len(packed) < len(content) * 0.9 else None, mimetype)


def kept_json(name: str, plain: JsonObject) -> Kept:
    """Plain data as JSON, with no space that nobody needs."""
    return kept(name, json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode())


def static_files() -> dict[str, Kept]:
    """Our styles, scripts and icons, by "static/css/print.css" and the like.

    What is only for messengers stays behind.
    """
    return {
        f"static/{path.relative_to(STATIC).as_posix()}": kept(path.name, path.read_bytes())
        for path in sorted(STATIC.rglob("*"))
        if path.is_file() and path.suffix in _TYPES and path.parent.name != _FOR_OTHERS
    }


def stamp() -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of the static files: another one as soon as one is changed."""
    found = ((path, path.stat()) for path in sorted(STATIC.rglob("*")) if path.suffix in _TYPES)
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)


def id_of(files: Mapping[str, Kept], others: Iterable[bytes]) -> str:
    """A short id that changes with any byte of these."""
    whole = sha256()
    for name, file in sorted(files.items()):
        whole.update(f"{name} {file.digest}\n".encode())
    for content in others:
        whole.update(sha256(content).digest())
    return whole.hexdigest()[:_ID]


def edition_of(
    id_: str,
    files: dict[str, Kept],
    pages: dict[str, Kept],
    part: Callable[[str], Kept | None],
    root: str,
    extra: Mapping[str, Any],
) -> Edition:
    """The edition with its worker, whose first line says what to keep, each with its digest.

    ``root`` is where the site is mounted, mostly "". ``extra`` goes into that line too.
    """
    script = b"\n".join(files[name].content for name in _WORKER)
    listed = {name: file for name, file in files.items() if name not in _WORKER}
    line = {
        "edition": id_,
        "root": root,
        "files": {f"{root}/at/{id_}/{name}": file.digest for name, file in listed.items()},
        "pages": {f"{root}{path}": page.digest for path, page in pages.items()},
        **extra,
    }
    first = f"const KEPT = {json.dumps(line, separators=(',', ':'))};\n"
    return Edition(id_, listed, pages, kept("sw.js", first.encode() + script), part)
