"""The libraries that browsers are served: where they come from is written beside them."""

import json
import re
from pathlib import Path

import pytest

from tests.packaging.installs import CHECKOUT

_VENDOR = CHECKOUT / "letterwriter/static/js/vendor"
_LOCKS = sorted((CHECKOUT / "tools").glob("*/package-lock.json"))


@pytest.mark.parametrize("folder", sorted(_VENDOR.iterdir()), ids=lambda folder: folder.name)
def test_a_library_says_which_version_it_is_and_under_which_licence(folder: Path) -> None:
    lock = json.loads((CHECKOUT / "tools/vendor/package-lock.json").read_text())
    package = lock["packages"][f"node_modules/{folder.name}"]
    readme = (folder / "README.md").read_text()
    script = (folder / f"{folder.name}.js").read_text(encoding="utf-8")

    assert f"# {folder.name} {package['version']}" in readme
    assert package["integrity"] in readme
    assert script.startswith(f"/*! {folder.name} {package['version']}, ")
    assert "MIT License" in (folder / "LICENSE").read_text()


@pytest.mark.parametrize("lock", _LOCKS, ids=lambda lock: lock.parent.name)
def test_a_lock_of_npm_holds_every_package_to_its_hash_and_names_no_machine(lock: Path) -> None:
    text = lock.read_text()
    packages = {name: about for name, about in json.loads(text)["packages"].items() if name}

    assert all(about["integrity"].startswith("sha512-") for about in packages.values())
    assert not re.findall(r'"resolved"|registry', text)
