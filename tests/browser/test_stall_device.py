"""What a stall's page asks of its device: a voice, and a screen that stays on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.wizard import CLEARED, STORY, Wizard, nothing_left

pytestmark = pytest.mark.browser

VOICES = """local => {
    const spoken = window.spoken = [];
    const voice = {localService: local, lang: 'en-GB', name: 'Test', voiceURI: 'test'};
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', {value: {
        getVoices: () => [voice], cancel() {}, speaking: false, pending: false,
        addEventListener() {},
        speak(words) { spoken.push(words.text); if (words.onend) setTimeout(words.onend, 10); },
    }});
}"""


def test_a_voice_of_the_device_reads_the_question_and_the_letter_and_then_all_is_cleared(
    stall_page: Page,
) -> None:
    stall_page.add_init_script(f"({VOICES})(true)")
    at_stall = Wizard(stall_page).open().press("Begin")
    at_stall.on("postcode").press("Read this aloud")
    assert "What is your postcode?" in stall_page.evaluate("window.spoken")
    at_stall.letter(STORY).press("This is my letter").press("Read it to me").on("welcome")
    assert STORY in stall_page.evaluate("window.spoken")
    expect(stall_page.get_by_text(CLEARED)).to_be_visible()
    nothing_left(at_stall)


def test_a_voice_over_the_network_is_never_used(stall_page: Page) -> None:
    stall_page.add_init_script(f"({VOICES})(false)")
    at_stall = Wizard(stall_page).open().press("Begin").on("postcode")
    expect(at_stall.button("Read this aloud")).to_be_hidden()
    at_stall.letter(STORY).press("This is my letter").press("Let me read it").on("read")
    assert stall_page.evaluate("window.spoken") == []


def test_the_screen_is_kept_awake_where_the_device_can(stall_page: Page) -> None:
    stall_page.add_init_script(
        "Object.defineProperty(navigator, 'wakeLock', {value: {request: what => {"
        "window.awake = what; return Promise.resolve({}); }}});"
    )
    Wizard(stall_page).open()
    stall_page.wait_for_function("window.awake === 'screen'")
