"""How much each kind of work may take: a few times what the largest honest piece of it does.

Measured on two cores of a small server that had others to serve. Time on the
wall is twice the processor's and more, as such work gives way to single
letters. Memory is address space, of which an idle process with Typst and its
fonts has 160 MB already.
"""

from typing import Final

from letterwriter.processes.budget import Budget

_MB: Final = 1024 * 1024

# A letter takes 0.05 s, the first with foreign letters 2 s, as all fonts are searched. 20,000
# characters of as many scripts, or of Arabic without a space, would take 20 to 45 s.
LETTER: Final = Budget(seconds=20, cpu=10, memory=768 * _MB, answer=16 * _MB)

# 5 MB with 2,000 people take 2 s to read and sort. The answer has each cell, and its row.
LIST: Final = Budget(seconds=30, cpu=15, memory=768 * _MB, answer=64 * _MB)

# 2,000 letters take 30 s, 330 MB and come as 4 MB; with long stories twice that.
STACK: Final = Budget(seconds=240, cpu=120, memory=1024 * _MB, answer=64 * _MB)

# 600 letters to sign take 5 s and a quarter of the memory.
PACK: Final = Budget(seconds=120, cpu=60, memory=1024 * _MB, answer=32 * _MB)

# A poster takes 0.1 s; postcards to all MPs 8 s and, as one document, 970 MB.
POSTERS_AND_POSTCARDS: Final = Budget(seconds=60, cpu=30, memory=1280 * _MB, answer=32 * _MB)
