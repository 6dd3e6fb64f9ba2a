"""Work in processes of its own, which can be ended.

See docs/adr/0009-a-list-is-carried-by-the-preview-page.md for why.
"""
