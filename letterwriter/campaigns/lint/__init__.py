"""What is wrong with a campaign's words: rules, wordings, house style, readability."""
