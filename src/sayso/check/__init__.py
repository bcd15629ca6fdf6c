"""What holds language packs to their own word: rules, worked examples, what lies idle."""
