"""What authors of rulesets need: examples tried, phrases that nothing exercises, mistakes that load all the same."""
