"""Language packs: folders of word lists and rules, read into one lexicon each."""
