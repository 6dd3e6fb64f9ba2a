"""A letter: from answers to paragraphs, changed by hand, looked over, compared with others."""
