"""Commands that make papers for a stall, or look at one."""
