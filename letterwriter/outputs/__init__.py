"""Turn a letter into text, a PDF or a link. No web framework."""
